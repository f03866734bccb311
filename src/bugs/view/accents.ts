import { isOpen, type KnownBug } from "../known.ts";

const OPEN = 0xf59e0b;
const FIXED = 0x16a34a;
const NONE = 0x6b7280;

/** The edge's colour repeats what the words say. */
export function accentOf(bug: KnownBug | undefined): number {
  if (bug === undefined) return NONE;
  return isOpen(bug) ? OPEN : FIXED;
}
