/** What one page of a section holds: lines that belong together, longest first to be kept whole. */
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
  for (const piece of blocks.flatMap((block) =>
    block.length <= room ? [block] : brokenBlock(block, room),
  )) {
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
  const end = space > room / 2 ? space : room;
  return [line.slice(0, end), ...cut(line.slice(end).trimStart(), room)];
}
