import type { Where } from "../people/protocol.ts";
import type { Entry, State } from "./page.ts";

/** How far each person has read each channel: the last message's id, by `user id:channel id`. */
export type ReadTo = ReadonlyMap<string, string>;

/** As it stands once the acting person has seen all that is on the page. */
export function readSoFar({ readTo, entries, ...where }: State): ReadTo {
  const last = entries.findLast(({ kind }) => kind === "message");
  return last === undefined ? readTo : new Map(readTo).set(keyOf(where), last.id);
}

/** As it stands when something comes to where nobody is looking. */
export function unreadFrom(readTo: ReadTo, where: Where, messageId: string): ReadTo {
  return readTo.has(keyOf(where)) ? readTo : new Map(readTo).set(keyOf(where), before(messageId));
}

/** The first message of somebody else that came since. */
export function firstNew(entries: readonly Entry[], readTo: ReadTo, where: Where): string | undefined {
  const last = readTo.get(keyOf(where));
  if (last === undefined) return undefined;
  return entries.find(
    (entry) =>
      entry.kind === "message" &&
      BigInt(entry.id) > BigInt(last) &&
      !entry.seen.ephemeral &&
      entry.seen.message.author.id !== where.userId,
  )?.id;
}

function keyOf({ userId, channelId }: Where): string {
  return `${userId}:${channelId}`;
}

/** Ids grow with time. */
function before(id: string): string {
  return String(BigInt(id) - 1n);
}
