import { afterQuietHours } from "../captains/direct-time.ts";
import { users } from "../captains/store.ts";
import { guildSettings, settingsKey } from "../guilds/settings.ts";
import { userKey } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import { ledgerOf } from "./store.ts";

/** Of all who follow something in a guild: who wants direct messages, and when one of now may come. */
export async function toldDirectly(
  store: Store,
  guildId: string,
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const { bugs } = await ledgerOf(store, guildId);
  const settings = await store.read(settingsKey(guildId), guildSettings);
  const followers = new Set(bugs.flatMap((kept) => kept.followers.map(({ userId }) => userId)));
  const told = await Promise.all(
    [...followers].map(async (userId) => {
      const { reminders, timeZone } = await store.read(userKey(userId), users);
      if (reminders.by !== "dm") return [];
      const zone = timeZone ?? settings.timeZone ?? "UTC";
      return [[userId, afterQuietHours(now, reminders.quiet, zone)] as const];
    }),
  );
  return new Map(told.flat());
}
