import { type Reminders, users } from "../captains/store.ts";
import { guildSettings, settingsKey } from "../guilds/settings.ts";
import { userKey } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";

/** How a member wants to be told directly. */
export interface DirectWish {
  readonly userId: string;
  /** The fleet's lead when missing. */
  readonly leadMinutes: number | undefined;
  readonly quiet: Reminders["quiet"];
  /** By whose wall clock the quiet hours go: the member's own, else the fleet's. */
  readonly zone: string;
}

const READ_AT_ONCE = 25;

/** The wishes of those among some members of a guild who asked for direct messages, as they are now. */
export async function directWishes(
  store: Store,
  guildId: string,
  userIds: readonly string[],
): Promise<readonly DirectWish[]> {
  if (userIds.length === 0) return [];
  const { timeZone: fleets = "UTC" } = await store.read(settingsKey(guildId), guildSettings);
  const wish = async (userId: string): Promise<readonly DirectWish[]> => {
    const { reminders, timeZone } = await store.read(userKey(userId), users);
    const { by, leadMinutes, quiet } = reminders;
    return by === "dm" ? [{ userId, leadMinutes, quiet, zone: timeZone ?? fleets }] : [];
  };
  const found: DirectWish[] = [];
  for (let at = 0; at < userIds.length; at += READ_AT_ONCE)
    found.push(...(await Promise.all(userIds.slice(at, at + READ_AT_ONCE).map(wish))).flat());
  return found;
}
