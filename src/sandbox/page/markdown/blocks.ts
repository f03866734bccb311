import type { Found, MarkdownNode, Read, Surroundings } from "./tree.ts";

const HEADING = / *(#{1,3}) +([^\n]*?\S[^\n]*?)#*[^\S\n]*(?:\n|$)/y;
const SMALL = / *-# +([^\n]*\S[^\n]*)(?:\n|$)/y;
const QUOTED_REST = / *>>> +([\s\S]*)/y;
const QUOTED_LINES = /(?: *> [^\n]*(?:\n|$))+/y;
const ITEM = /^( *)([*-]|\d{1,10}\.) +(\S.*)$/;
const LINE = /[^\n]*(?:\n|$)/y;

/** Headings, small print, quotes and lists: what only begins at the start of a line. */
export function blockAt(source: string, at: number, inside: Surroundings, read: Read): Found | undefined {
  const deeper = { ...inside, depth: inside.depth + 1 };
  return (
    headingAt(source, at, deeper, read) ??
    (inside.quoted ? undefined : quoteAt(source, at, deeper, read)) ??
    listAt(source, at, deeper, read)
  );
}

function headingAt(source: string, at: number, inside: Surroundings, read: Read): Found | undefined {
  const line = { ...inside, blocks: false };
  const heading = match(HEADING, source, at);
  if (heading) {
    const level = heading[1]?.length as 1 | 2 | 3;
    return found({ kind: "heading", level, children: read(heading[2]?.trim() ?? "", line) }, heading);
  }
  const small = match(SMALL, source, at);
  return small && found({ kind: "small", children: read(small[1] ?? "", line) }, small);
}

function quoteAt(source: string, at: number, inside: Surroundings, read: Read): Found | undefined {
  const quoted = { ...inside, quoted: true };
  const rest = match(QUOTED_REST, source, at);
  if (rest) return found({ kind: "quote", children: read(rest[1] ?? "", quoted) }, rest);

  const lines = match(QUOTED_LINES, source, at);
  if (!lines) return undefined;
  const text = lines[0].replace(/\n$/, "").replace(/^ *> /gm, "");
  return found({ kind: "quote", children: read(text, quoted) }, lines);
}

function listAt(source: string, at: number, inside: Surroundings, read: Read): Found | undefined {
  const items: string[] = [];
  let start: number | undefined;
  let indent = 0;
  let end = at;

  for (const line of linesFrom(source, at)) {
    const item = ITEM.exec(line.text);
    const depth = item?.[1]?.length ?? 0;
    if (item && (items.length === 0 || depth <= indent)) {
      if (items.length === 0) {
        indent = depth;
        start = item[2] === "*" || item[2] === "-" ? undefined : Number.parseInt(item[2] ?? "1", 10);
      }
      items.push(item[3] ?? "");
    } else if (items.length > 0 && /^ +\S/.test(line.text)) {
      items.push(`${items.pop()}\n${line.text}`);
    } else break;
    end = line.end;
  }
  if (items.length === 0) return undefined;
  return { node: { kind: "list", start, items: items.map((item) => read(outdented(item), inside)) }, end };
}

/** Takes from the lines below an item what they are indented by, so that a nested list begins at a line's start. */
function outdented(item: string): string {
  const [head = "", ...rest] = item.split("\n");
  const indent = Math.min(...rest.map((line) => line.length - line.trimStart().length));
  return [head, ...rest.map((line) => line.slice(indent))].join("\n");
}

function* linesFrom(source: string, at: number): Generator<{ readonly text: string; readonly end: number }> {
  for (let next = at; next < source.length; ) {
    LINE.lastIndex = next;
    const text = LINE.exec(source)?.[0] ?? "";
    next += text.length;
    yield { text: text.replace(/\n$/, ""), end: next };
  }
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source) ?? undefined;
}

function found(node: MarkdownNode, { index, 0: { length } }: RegExpExecArray): Found {
  return { node, end: index + length };
}
