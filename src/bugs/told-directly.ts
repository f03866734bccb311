import { afterQuietHours } from "../captains/direct-time.ts";
import { directWishes } from "../reminders/direct-wishes.ts";
import type { Store } from "../store/store.ts";
import { ledgerOf } from "./store.ts";

/** Of all who follow something in a guild: who wants direct messages, and when one of now may come. */
export async function toldDirectly(
  store: Store,
  guildId: string,
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const { bugs } = await ledgerOf(store, guildId);
  const followers = new Set(bugs.flatMap((kept) => kept.followers.map(({ userId }) => userId)));
  const wishes = await directWishes(store, guildId, [...followers]);
  return new Map(wishes.map(({ userId, quiet, zone }) => [userId, afterQuietHours(now, quiet, zone)]));
}
