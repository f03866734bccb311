import { userKey } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import { users } from "./store.ts";

/**
 * Something kept for a guild that names members. Whoever keeps such a thing notes it with `noteTrace` first, and tells
 * here how it is found and taken out again.
 */
export interface Trace {
  /** What it is, as the member reads it: "your name on a fleet's corrections". */
  readonly what: string;
  /** What is kept of this member there, for their own eyes; `undefined` when nothing is. */
  collect(store: Store, guildId: string, userId: string): Promise<unknown>;
  /** Takes the member out, and tells how often they stood there. Done twice it does no more than once. */
  erase(store: Store, guildId: string, userId: string, now: number): Promise<number>;
}

/** Notes that a guild is about to keep something that names a member, so that it is found when they want it gone. */
export async function noteTrace(store: Store, userId: string, guildId: string): Promise<void> {
  const known = await store.read(userKey(userId), users);
  if (known.guildIds.includes(guildId)) return;
  await store.update(userKey(userId), users, (user) =>
    user.guildIds.includes(guildId) ? user : { ...user, guildIds: [...user.guildIds, guildId] },
  );
}
