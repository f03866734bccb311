import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMarkdown } from "../../../src/sandbox/page/markdown/parse.ts";
import type { MarkdownNode } from "../../../src/sandbox/page/markdown/tree.ts";

/** A tree as one line: `strong(a em(b))`. */
function sketch(nodes: readonly MarkdownNode[]): string {
  return nodes.map(sketchOne).join("");
}

function sketchOne(node: MarkdownNode): string {
  switch (node.kind) {
    case "text":
      return node.text;
    case "heading":
      return `h${node.level}(${sketch(node.children)})`;
    case "list":
      return `${node.start === undefined ? "ul" : `ol${node.start}`}(${node.items.map(sketch).join("; ")})`;
    case "code":
    case "code-block":
      return `${node.kind}(${node.text})`;
    case "link":
      return `link(${node.url} ${sketch(node.children)})`;
    case "user":
    case "role":
    case "channel":
      return `${node.kind}(${node.id})`;
    case "everyone":
      return `everyone(${node.text})`;
    case "command":
    case "emoji":
      return `${node.kind}(${node.name})`;
    case "time":
      return `time(${node.at / 1_000} ${node.style})`;
    default:
      return `${node.kind}(${sketch(node.children)})`;
  }
}

test.each([
  [
    "**bold** *italic* _italic_ __underlined__ ~~gone~~",
    "strong(bold) em(italic) em(italic) underline(underlined) strike(gone)",
  ],
  ["***both***", "strong(em(both))"],
  ["**a *b* c**", "strong(a em(b) c)"],
  ["snake_case_word and 2 * 3 * 4", "snake_case_word and 2 * 3 * 4"],
  ["\\*not\\* \\_not\\_ \\||not||", "*not* _not_ ||not||"],
  ["||a **b**|| c", "spoiler(a strong(b)) c"],
  ["||one\n- two\n- three||", "spoiler(one\nul(two; three))"],
  ["`a **b**` ``c ` d``", "code(a **b**) code(c ` d)"],
  ["```ts\nconst a = 1;\n```\nbelow", "code-block(const a = 1;)below"],
  ["`not\\`", "code(not\\)"],
])("%j reads as on Discord", (source, tree) => {
  expect(sketch(parseMarkdown(source))).toBe(tree);
});

test.each([
  ["# One\n## Two\n### Three\n#### Four", "h1(One)h2(Two)h3(Three)#### Four"],
  ["-# small *print*\nbelow", "small(small em(print))below"],
  ["text # no heading\n#no heading", "text # no heading\n#no heading"],
  ["> one\n> **two**\nthree", "quote(one\nstrong(two))three"],
  [">>> all\nof it", "quote(all\nof it)"],
  [">nothing", ">nothing"],
  ["> - a\n> - b", "quote(ul(a; b))"],
  ["- a\n- b\n  - c\n    - d\n- e\nend", "ul(a; b\nul(c\nul(d)); e)end"],
  ["3. a\n4. b", "ol3(a; b)"],
  ["* a\n  more of a", "ul(a\nmore of a)"],
  ["-not a list", "-not a list"],
  ["- # head", "ul(h1(head))"],
])("%j is laid out as on Discord", (source, tree) => {
  expect(sketch(parseMarkdown(source))).toBe(tree);
});

test.each([
  [
    "<@1> <@!2> <@&3> <#4> @everyone @here",
    "user(1) user(2) role(3) channel(4) everyone(@everyone) everyone(@here)",
  ],
  ["</lfg manage:5> <:ship:6> <a:warp:7>", "command(lfg manage) emoji(ship) emoji(warp)"],
  ["<t:1543392060> <t:1543392060:R> <t:-5:d>", "time(1543392060 f) time(1543392060 R) time(-5 d)"],
  ["<t:9999999999999:R> <t:1:x>", "<t:9999999999999:R> <t:1:x>"],
  ["[wiki](https://a.example/b_(c)) x", "link(https://a.example/b_(c) wiki) x"],
  ['[**b**](<https://a.example> "title")', "link(https://a.example strong(b))"],
  [
    "see https://a.example/x. And <https://b.example>",
    "see link(https://a.example/x https://a.example/x). And link(https://b.example https://b.example)",
  ],
  [
    "[x](javascript:alert(1)) [y](data:text/html,1) <javascript:alert(1)>",
    "[x](javascript:alert(1)) [y](data:text/html,1) <javascript:alert(1)>",
  ],
])("%j names what it means", (source, tree) => {
  expect(sketch(parseMarkdown(source))).toBe(tree);
});

test("no text whatsoever makes the reader throw or hang, and links lead to http only", () => {
  const bits = fc.constantFrom(
    "*",
    "_",
    "~",
    "|",
    "`",
    "[",
    "](",
    ")",
    "<",
    ">",
    "> ",
    "- ",
    "1. ",
    "# ",
    "\n",
    " ",
    "\\",
    "a",
    "https://",
    "javascript:",
    "<t:1:R>",
    "<@1>",
  );
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 200 }), (parts) => {
      for (const url of urlsIn(parseMarkdown(parts.join("")))) expect(url).toMatch(/^https?:\/\//);
    }),
    { numRuns: 500 },
  );
});

test.each([
  "*",
  "**",
  "_",
  "__ ",
  "~~a",
  "||",
  "`",
  "[",
  "[a](",
  "**a ",
  "_a *b ",
  "> ",
  "- ",
  "<",
  "||**a __b ~~c ",
])("four thousand characters of %j are read at once", (bit) => {
  const started = performance.now();
  parseMarkdown(bit.repeat(4_000 / bit.length));
  expect(performance.now() - started).toBeLessThan(500);
});

function urlsIn(nodes: readonly MarkdownNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.kind === "list") return node.items.flatMap(urlsIn);
    if (node.kind === "link") return [node.url, ...urlsIn(node.children)];
    return "children" in node ? urlsIn(node.children) : [];
  });
}
