import { users } from "../captains/store.ts";
import type { Zone } from "../captains/text/time.ts";
import { guildSettings, settingsKey } from "../guilds/settings.ts";
import { userKey } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import type { Member } from "./asker.ts";

/** Times are read where their writer lives, else where the fleet does. */
export async function zoneOf(
  { store }: { readonly store: Store },
  { userId, guildId }: Pick<Member, "userId" | "guildId">,
): Promise<Zone> {
  const { timeZone: own } = await store.read(userKey(userId), users);
  if (own !== undefined) return { zone: own, whose: "own" };
  const { timeZone: fleets } = await store.read(settingsKey(guildId), guildSettings);
  return fleets === undefined ? { zone: "UTC", whose: "nobody" } : { zone: fleets, whose: "fleet" };
}
