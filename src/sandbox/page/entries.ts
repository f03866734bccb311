import type { SeenMessage } from "../people/protocol.ts";
import type { Entry } from "./page.ts";

export function messageEntry(seen: SeenMessage): Entry {
  return { kind: "message", id: seen.message.id, seen };
}

/** Puts a message where it belongs: over its older self, else at the end. */
export function withMessage(entries: readonly Entry[], seen: SeenMessage): readonly Entry[] {
  const entry = messageEntry(seen);
  return entries.some(({ id }) => id === entry.id)
    ? entries.map((one) => (one.id === entry.id ? entry : one))
    : [...entries, entry];
}

export function withoutEntry(entries: readonly Entry[], entryId: string): readonly Entry[] {
  return entries.filter(({ id }) => id !== entryId);
}
