import { type User, users } from "../captains/store.ts";
import { guildSettings, settingsKey } from "../guilds/settings.ts";
import { userKey } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import { idOf, type Occurrence } from "./delivery.ts";
import type { Owed, Undelivered } from "./source.ts";

/** A mention in the channel, in place of a direct message that could not be delivered. */
export const INSTEAD = "instead-of-direct";
/** A word to the fleet that one of its channels does not take messages. */
export const TROUBLE = "trouble";

/**
 * A member whose direct messages are closed is told in the channel from now on. `code` is 0 when it was the bot that
 * could not open one in time; that changes nothing about them.
 */
export async function insteadOfDirect(
  store: Store,
  { delivery, now }: Owed<unknown>,
  { code }: Undelivered,
  userId: string,
): Promise<Occurrence> {
  if (code !== 0) await store.update(userKey(userId), users, withChannel);
  const about = `${delivery.about}.${code === 0 ? "full" : CLOSED}`;
  return { kind: INSTEAD, about, at: now, until: delivery.until };
}

const CLOSED = "closed";

/** Whether a mention stands in for a direct message because these are closed. */
export function isForClosed({ about }: Pick<Occurrence, "about">): boolean {
  return about.endsWith(`.${CLOSED}`);
}

function withChannel(user: User): User {
  return user.reminders.by === "dm" ? { ...user, reminders: { ...user.reminders, by: "channel" } } : user;
}

const TOLD_WITHIN_MS = 24 * 3_600_000;

export function troubleAt(channelId: string, why: Undelivered["why"], now: number): Occurrence {
  return { kind: TROUBLE, about: `${channelId}.${why}`, at: now, until: now + TOLD_WITHIN_MS };
}

/** Where a fleet is told of a channel that is broken. */
export interface TroublePlace {
  readonly channelId: string;
  readonly broken: string;
  readonly isGone: boolean;
}

export type PlaceOfTrouble = (
  owed: Owed<unknown>,
  usual: "runs" | "rewards",
  otherwise?: string,
) => Promise<TroublePlace | undefined>;

/** The fleet's channels for a sort of thing, the likelier first. */
async function fleetsPlaces(
  store: Store,
  guildId: string,
  usual: "runs" | "rewards",
): Promise<readonly string[]> {
  const { runsChannelId, rewardsChannelId } = await store.read(settingsKey(guildId), guildSettings);
  const all = usual === "runs" ? [runsChannelId, rewardsChannelId] : [rewardsChannelId, runsChannelId];
  return all.filter((one) => one !== undefined);
}

/** Where the fleet has set that such things go, for what belongs to a channel that is given up. */
export async function fleetsPlace(
  store: Store,
  { guildId }: Pick<Owed<unknown>, "guildId">,
  usual: "runs" | "rewards",
  givenUp: string,
): Promise<string | undefined> {
  return (await fleetsPlaces(store, guildId, usual)).find((one) => one !== givenUp);
}

const PLACES_KEPT = 1_000;

/** One word stands for everything that was to come in a channel; `undefined` when it was said, or can be said nowhere. */
export function placeOfTrouble(store: Store): PlaceOfTrouble {
  const told = new Map<string, { readonly id: string; readonly at: number }>();

  function isFirstToTell(place: string, id: string, now: number): boolean {
    const last = told.get(place);
    if (last !== undefined && last.id !== id && Math.abs(now - last.at) < TOLD_WITHIN_MS) return false;
    if (told.size > PLACES_KEPT) told.clear();
    told.set(place, { id, at: now });
    return true;
  }

  return async ({ guildId, key, delivery, now }, usual, otherwise) => {
    const [broken = "", why] = delivery.about.split(".");
    const all = [...(await fleetsPlaces(store, guildId, usual)), otherwise];
    const channelId = all.find((one) => one !== undefined && one !== broken);
    if (channelId === undefined || !isFirstToTell(`${guildId} ${broken}`, `${key} ${idOf(delivery)}`, now))
      return undefined;
    return { channelId, broken, isGone: why === "gone" };
  };
}
