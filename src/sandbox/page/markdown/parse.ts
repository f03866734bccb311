import { blockAt } from "./blocks.ts";
import { spanAt } from "./spans.ts";
import type { Found, MarkdownNode, Surroundings } from "./tree.ts";

/** Deeper nesting stays text, so that no message can exhaust the stack. */
const MAX_DEPTH = 16;
/** What certainly begins nothing: a word with the blanks around it. */
const PLAIN = /[^\S\n]*[^\s\\*_~|`<@[#>\-\d:hH¯]*/y;

/** Reads Discord's markdown: https://discord.com/developers/docs/reference#message-formatting */
export function parseMarkdown(source: string): readonly MarkdownNode[] {
  return read(source, { blocks: true, quoted: false, linked: false, depth: 0 });
}

function read(source: string, inside: Surroundings): readonly MarkdownNode[] {
  if (inside.depth > MAX_DEPTH) return [{ kind: "text", text: source }];
  const nodes: MarkdownNode[] = [];
  let plain = "";
  let at = 0;

  const finishPlain = () => {
    if (plain !== "") nodes.push({ kind: "text", text: plain });
    plain = "";
  };
  while (at < source.length) {
    const found = foundAt(source, at, inside);
    if (found?.node.kind === "text") {
      plain += found.node.text;
      at = found.end;
    } else if (found) {
      finishPlain();
      nodes.push(found.node);
      at = found.end;
    } else {
      const end = plainUntil(source, at);
      plain += source.slice(at, end);
      at = end;
    }
  }
  finishPlain();
  return nodes;
}

function foundAt(source: string, at: number, inside: Surroundings): Found | undefined {
  const startsLine = at === 0 || source[at - 1] === "\n";
  return (
    (inside.blocks && startsLine ? blockAt(source, at, inside, read) : undefined) ??
    spanAt(source, at, inside, read)
  );
}

function plainUntil(source: string, at: number): number {
  if (source[at] === "\n") return at + 1;
  PLAIN.lastIndex = at + 1;
  PLAIN.exec(source);
  return Math.max(PLAIN.lastIndex, at + 1);
}
