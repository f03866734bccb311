import { angleAt } from "./angles.ts";
import type { Found, MarkdownNode, Read, Surroundings } from "./tree.ts";

type Wrapper = "strong" | "em" | "underline" | "strike" | "spoiler";

const WRAPPERS: readonly { readonly kind: Wrapper; readonly first: string; readonly pattern: RegExp }[] = [
  { kind: "strong", first: "*", pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y },
  { kind: "em", first: "*", pattern: /\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:[^*\s\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y },
  { kind: "underline", first: "_", pattern: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y },
  { kind: "em", first: "_", pattern: /(?<![0-9A-Za-z_])_((?:__|\\[\s\S]|[^\\_])+?)_(?![0-9A-Za-z_])/y },
  { kind: "strike", first: "~", pattern: /~~((?:\\[\s\S]|[^\\])+?)~~/y },
  { kind: "spoiler", first: "|", pattern: /\|\|((?:\\[\s\S]|[^\\])+?)\|\|/y },
];
const ESCAPED = /\\([^0-9A-Za-z\s])/y;
const CODE_BLOCK = /```(?:([\w+\-.#]+)\n)?\n*([^\n][\s\S]*?)\n*```\n?/y;
const CODE = /(`+)([^`](?:[\s\S]*?[^`])?)\1(?!`)/y;
/** Blanks that keep a backtick at either end of a code span apart from those around it. */
const CODE_EDGES = /^ (?= *`)|(?<=` *) $/g;
const LINK =
  /\[((?:\\.|\[[^\][]*\]|[^\][\\])+)\]\(<?(https?:\/\/(?:\([^()\s]*\)|[^()\s<>])+)>?(?:\s+(["'])([^\n]*?)\3)?\)/iy;
const URL_ = /https?:\/\/[^\s<]*[^\s<.,:;"'\]|*_~]/iy;
/** Its arms are no markdown. */
const SHRUG = /¯\\_\(ツ\)_\/¯/y;
const EVERYONE = /@(?:everyone|here)(?![0-9A-Za-z_])/y;

/** What begins at this character and stays within the running text, if anything does. */
export function spanAt(source: string, at: number, inside: Surroundings, read: Read): Found | undefined {
  const first = source[at] ?? "";
  switch (first) {
    case "\\":
      return simple(ESCAPED, source, at, ([, text = ""]) => ({ kind: "text", text }));
    case "`":
      return codeAt(source, at);
    case "[":
      return inside.linked ? undefined : linkAt(source, at, inside, read);
    case "<":
      return angleAt(source, at);
    case "@":
      return simple(EVERYONE, source, at, ([text]) => ({ kind: "everyone", text }));
    case "¯":
      return simple(SHRUG, source, at, ([text]) => ({ kind: "text", text }));
    case "h":
    case "H":
      return inside.linked || /\w/.test(source[at - 1] ?? "") ? undefined : urlAt(source, at);
    default:
      return wrapperAt(source, at, first, inside, read);
  }
}

/** Of `**`, `*`, `__` and `_` the one that reaches furthest wins, as on Discord. */
function wrapperAt(
  source: string,
  at: number,
  first: string,
  inside: Surroundings,
  read: Read,
): Found | undefined {
  let best: { readonly kind: Wrapper; readonly text: string; readonly length: number } | undefined;
  for (const { kind, first: opens, pattern } of WRAPPERS) {
    if (opens !== first) continue;
    pattern.lastIndex = at;
    const hit = pattern.exec(source);
    if (hit && hit[0].length > (best?.length ?? 0)) {
      best = { kind, text: hit[1] ?? "", length: hit[0].length };
    }
  }
  if (!best) return undefined;
  const { kind, text, length } = best;
  const within = { ...inside, depth: inside.depth + 1, blocks: inside.blocks && kind === "spoiler" };
  return { node: { kind, children: read(text, within) }, end: at + length };
}

function codeAt(source: string, at: number): Found | undefined {
  return (
    simple(CODE_BLOCK, source, at, ([, language = "", text = ""]) => ({
      kind: "code-block",
      text,
      language,
    })) ??
    simple(CODE, source, at, ([, , text = ""]) => ({ kind: "code", text: text.replace(CODE_EDGES, "") }))
  );
}

function linkAt(source: string, at: number, inside: Surroundings, read: Read): Found | undefined {
  const within = { ...inside, depth: inside.depth + 1, blocks: false, linked: true };
  return simple(LINK, source, at, ([whole, label = "", url = "", , title]) =>
    URL.canParse(url)
      ? { kind: "link", url, title, children: read(label, within) }
      : { kind: "text", text: whole },
  );
}

function urlAt(source: string, at: number): Found | undefined {
  URL_.lastIndex = at;
  const url = withoutStrayBracket(URL_.exec(source)?.[0] ?? "");
  if (!URL.canParse(url)) return undefined;
  const children: readonly MarkdownNode[] = [{ kind: "text", text: url }];
  return { node: { kind: "link", url, title: undefined, children }, end: at + url.length };
}

/** `(see https://a.example/b_(c))`: a bracket that was opened before the address does not belong to it. */
function withoutStrayBracket(url: string): string {
  let stray = url.split(")").length - url.split("(").length;
  let kept = url;
  for (; stray > 0 && kept.endsWith(")"); stray--) kept = kept.slice(0, -1).replace(/[.,:;"'\]|*_~]+$/, "");
  return kept;
}

function simple(
  pattern: RegExp,
  source: string,
  at: number,
  node: (hit: RegExpExecArray) => MarkdownNode,
): Found | undefined {
  pattern.lastIndex = at;
  const hit = pattern.exec(source);
  return hit ? { node: node(hit), end: at + hit[0].length } : undefined;
}
