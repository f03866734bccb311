import type { SeenMessage } from "../people/protocol.ts";
import { Flag } from "./kinds.ts";
import type { Entry, State } from "./page.ts";

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

/** The new state of a message, which says itself what is picked in its selects. */
export function withUpdate({ entries, picked }: State, seen: SeenMessage): Pick<State, "entries" | "picked"> {
  const isElsewhere = ([key]: readonly [string, unknown]) => !key.startsWith(`${seen.message.id}:`);
  return { entries: withMessage(entries, seen), picked: new Map([...picked].filter(isElsewhere)) };
}

/**
 * What was fetched, and what came over the live line meanwhile, which is the newer word. `before` is what was here when it
 * was asked for, `now` what is here when it comes.
 */
export function upToDate(
  before: readonly Entry[],
  now: readonly Entry[],
  fetched: readonly Entry[],
): readonly Entry[] {
  const known = new Set(before);
  const told = new Map(now.filter((entry) => !known.has(entry)).map((entry) => [entry.id, entry]));
  const stays = new Set(now.map(({ id }) => id));
  const gone = new Set(before.map(({ id }) => id).filter((id) => !stays.has(id)));
  const there = new Set(fetched.map(({ id }) => id));
  return [
    ...fetched.filter(({ id }) => !gone.has(id)).map((entry) => told.get(entry.id) ?? entry),
    ...now.filter(({ kind, id }) => !there.has(id) && (kind !== "message" || told.has(id))),
  ];
}

export function withoutEntry(entries: readonly Entry[], entryId: string): readonly Entry[] {
  return entries.filter(({ id }) => id !== entryId);
}

/** What only this page knows of a command gives way once a message says that the bot thinks about it. */
export function isOvertaken(entry: Entry, entries: readonly Entry[]): boolean {
  if (entry.kind !== "waiting") return false;
  return entries.some((other) => {
    if (other.kind !== "message" || ((other.seen.message.flags ?? 0) & Flag.Loading) === 0) return false;
    const asked = other.seen.message.interaction_metadata;
    return asked?.user.id === entry.userId && "name" in asked && isSameCommand(asked.name, entry.command);
  });
}

/** A line that was typed without a pick is known by its first word only. */
function isSameCommand(name: unknown, command: string): boolean {
  return String(name).split(" ")[0] === command.split(" ")[0];
}
