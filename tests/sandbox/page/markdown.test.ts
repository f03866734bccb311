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
    case "guide":
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
  ["__**under *all* of it**__", "underline(strong(under em(all) of it))"],
  ["~~**struck** _out_~~", "strike(strong(struck) em(out))"],
  ["**bold with *italic***", "strong(bold with em(italic))"],
  ["_a __b__ c_", "em(a underline(b) c)"],
  ["__init__ and my__name__ and _ a _", "underline(init) and myunderline(name) and em( a )"],
  ["**open and *never closed", "**open and *never closed"],
  ["*one\nline after another*", "em(one\nline after another)"],
  ["||**a** `b` [c](https://a.example)|| d", "spoiler(strong(a) code(b) link(https://a.example c)) d"],
  ["||never closed", "||never closed"],
  ["````a` b````", "code-block(`a` b)`"],
  ["`` `a` ``", "code(`a`)"],
  ["` a `", "code( a )"],
  ["`one\ntwo`", "code(one\ntwo)"],
  ["```one line```", "code-block(one line)"],
  ["```\n\n  kept  \n\n```", "code-block(  kept  )"],
  ["\\*\\*b\\*\\* \\`c\\` \\\\ \\a", "**b** `c` \\ \\a"],
  ["¯\\_(ツ)_/¯ and _on_", "¯\\_(ツ)_/¯ and em(on)"],
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
  ["# a **b** ||c||", "h1(a strong(b) spoiler(c))"],
  ["##\n-#\n#a", "##\n-#\n#a"],
  ["a\n# b\nc", "a\nh1(b)c"],
  ["a\n>>> b\n> c\n\nd", "a\nquote(b\n> c\n\nd)"],
  ["> # a\n> -# b", "quote(h1(a)small(b))"],
  ["> a\n\n> b", "quote(a)\nquote(b)"],
  ["1. a\n- b\n7. c", "ol1(a; b; c)"],
  ["1. a\n   - b\n2. c", "ol1(a\nul(b); c)"],
  ["- a\n\n- b", "ul(a)\nul(b)"],
  ["before\n- a\nafter", "before\nul(a)after"],
  ["- **a\n- b**", "ul(**a; b**)"],
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
  [
    "<t:1> <t:1:T> <t:1:D> <t:1:F> <t:1:s> <t:1:S>",
    "time(1 f) time(1 T) time(1 D) time(1 F) time(1 s) time(1 S)",
  ],
  [
    "</größe ändern:5> <id:customize> <id:nowhere>",
    "command(größe ändern) guide(Channels & Roles) <id:nowhere>",
  ],
  ["`<@1>` ||<@2>|| a@everyone", "code(<@1>) spoiler(user(2)) aeveryone(@everyone)"],
  [
    "(see https://a.example/b_(c)), or not",
    "(see link(https://a.example/b_(c) https://a.example/b_(c))), or not",
  ],
  [
    "**https://a.example/b** https://a.example/*",
    "strong(link(https://a.example/b https://a.example/b)) link(https://a.example/ https://a.example/)*",
  ],
  [
    "[a](https://a.example 'it's') [b](https://b.example \"c\")",
    "link(https://a.example a) link(https://b.example b)",
  ],
  [
    "[not] (https://a.example) [](https://a.example)",
    "[not] (link(https://a.example https://a.example)) [](link(https://a.example https://a.example))",
  ],
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
