import { users } from "../captains/store.ts";
import { directTexts } from "../captains/text/direct.ts";
import { guildSettings, settingsKey } from "../guilds/settings.ts";
import type { Log } from "../ops/log.ts";
import { agenda } from "../reminders/agenda.ts";
import { directWishes } from "../reminders/direct-wishes.ts";
import { fewAtOnce } from "../reminders/few-at-once.ts";
import { isForClosed } from "../reminders/instead.ts";
import type { Composed, Owed } from "../reminders/source.ts";
import type { Watcher } from "../reminders/watch.ts";
import { needsIt } from "../rewards/calls.ts";
import { phaseAt } from "../rewards/periods.ts";
import { boardLink } from "../rewards/public-board.ts";
import { READY, READY_DIRECT, readyIn, readyTimes, withReadiness } from "../rewards/readiness.ts";
import { periods, periodsOf, trackKeyOf, tracks } from "../rewards/store.ts";
import { letterTexts } from "../rewards/text/letters.ts";
import type { Track } from "../rewards/track.ts";
import { directReadyLetter, readyLetter } from "../rewards/view/letters.ts";
import { type DocumentKey, guildIdIn, userKey } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import type { Timers } from "../time/timers.ts";
import { isToBeNamed } from "./reward-names.ts";

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

/** Plans when those are told who may claim again after a cooldown. Each claim moves it. */
export interface RewardReadiness {
  noticed(key: DocumentKey, track: Track): void;
  /** Hears of every claim. */
  readonly seen: Watcher;
  stop(): Promise<void>;
}

/** Many claims in a row are looked at once. */
const SOON_MS = 1_000;
const AGAIN_MS = 60_000;

export function rewardReadiness({ store, clock, timers, log }: Needs): RewardReadiness {
  const looking = fewAtOnce((key) => look(key as DocumentKey));
  const looks = agenda({ now: timers.now, after: timers.after, ring: looking.add });

  async function look(key: DocumentKey): Promise<void> {
    try {
      const track = await store.read(key, tracks);
      const guildId = guildIdIn(key) ?? "";
      if (track?.cadence !== "cooldown") return;
      const all = await periodsOf(store, guildId, track, clock.now());
      const times = readyTimes(track, all, clock.now());
      const wishes = new Map(
        (await directWishes(store, guildId, [...new Set(times.map(({ userId }) => userId))])).map((wish) => [
          wish.userId,
          wish,
        ]),
      );
      const directly = times.flatMap((one) => {
        const wish = wishes.get(one.userId);
        return wish === undefined ? [] : [{ ...one, wish }];
      });
      await store.update(
        key,
        tracks,
        (before) => before && withReadiness(before, times, directly, clock.now()),
      );
    } catch (error) {
      log.warn({ error, key }, "who may claim again could not be planned; trying again");
      looks.set(key, timers.now() + AGAIN_MS);
    }
  }

  return {
    noticed: (key, track) => {
      if (track.cadence === "cooldown" && phaseAt(track, clock.now()).is !== "over")
        looks.set(key, timers.now() + SOON_MS);
    },
    seen: (key, kindName) => {
      if (kindName === periods.name) looks.set(trackKeyOf(key), timers.now() + SOON_MS);
    },
    stop: async () => {
      looks.close();
      await looking.stop();
    },
  };
}

/** That a cooldown is over, to those of a half hour, or to one member in a direct message or instead of one. */
export async function readyTold(store: Store, owed: Owed<Track>, channelId: string): Promise<Composed> {
  const { guildId, document: track, delivery, now, isLate } = owed;
  const phase = phaseAt(track, now);
  if (phase.is !== "running") return "nobody";
  const { timeZone = "UTC" } = await store.read(settingsKey(guildId), guildSettings);
  const all = await periodsOf(store, guildId, track, now);
  const [, , one = ""] = delivery.about.split(".");
  const asked = delivery.kind === READY ? readyIn(track, readyTimes(track, all, now), delivery.about) : [one];
  const named: string[] = [];
  for (const userId of asked) {
    if (!track.watchers.includes(userId) || !needsIt(track, all, userId, phase.span, now)) continue;
    const user = await store.read(userKey(userId), users);
    const isForReader = delivery.kind !== READY_DIRECT || user.reminders.by === "dm";
    if (isForReader && isToBeNamed(user, timeZone, now)) named.push(userId);
  }
  const [first] = named;
  if (first === undefined) return "nobody";
  const notes = isLate ? [letterTexts.late] : [];
  if (delivery.kind === READY_DIRECT)
    return { userId: first, message: directReadyLetter(track, phase.span, boardLink(guildId, track), notes) };
  const closed = delivery.kind !== READY && isForClosed(delivery) ? [directTexts.closed] : [];
  return { channelId, message: readyLetter(track, phase.span, named, [...notes, ...closed]) };
}
