import { beginning } from "./text.ts";

/** One page of a section. */
export interface Page {
  readonly body: string;
  /** Counted from 1. */
  readonly number: number;
  readonly of: number;
}

/**
 * Fills pages with blocks in order, each at most `room` characters. A block is kept whole when it fits on a page of
 * its own; a longer one is broken between its lines.
 */
export function pages(blocks: readonly string[], room: number): readonly [string, ...string[]] {
  const filled: string[] = [];
  let current = "";
  const pieces = blocks.flatMap((block) => (block.length <= room ? [block] : brokenBlock(block, room)));
  for (const piece of pieces.filter(saysSomething)) {
    if (current !== "" && current.length + 2 + piece.length > room) {
      filled.push(current);
      current = piece;
    } else {
      current = current === "" ? piece : `${current}\n\n${piece}`;
    }
  }
  const [first = current, ...rest] = [...filled, current];
  return [first, ...rest];
}

/** The page asked for, or the nearest there is. */
export function pageAt(blocks: readonly string[], room: number, number: number): Page {
  const all = pages(blocks, room);
  const wanted = Math.min(Math.max(Math.trunc(number) || 1, 1), all.length);
  return { body: all[wanted - 1] ?? all[0], number: wanted, of: all.length };
}

/** Discord refuses a text of blanks. */
function saysSomething(piece: string): boolean {
  return piece.trim() !== "";
}

function brokenBlock(block: string, room: number): string[] {
  const pieces: string[] = [];
  let current = "";
  for (const line of block.split("\n").flatMap((long) => cut(long, room))) {
    if (current !== "" && current.length + 1 + line.length > room) {
      pieces.push(current);
      current = line;
    } else {
      current = current === "" ? line : `${current}\n${line}`;
    }
  }
  return current === "" ? pieces : [...pieces, current];
}

function cut(line: string, room: number): string[] {
  if (line.length <= room) return [line];
  const space = line.lastIndexOf(" ", room);
  /** A letter that alone is longer than a page is the only one that is ever taken apart. */
  const end = space > room / 2 ? space : beginning(line, room).length || room;
  return [line.slice(0, end), ...cut(line.slice(end).trimStart(), room)];
}
