import { afterQuietHours } from "../captains/direct-time.ts";
import { type Occurrence, plan } from "../reminders/delivery.ts";
import { planDirects } from "../reminders/direct-plan.ts";
import type { DirectWish } from "../reminders/direct-wishes.ts";
import { COOLDOWN_MS, type Period } from "./claims.ts";
import { NAMED_AT_ONCE } from "./debts.ts";
import { endOf, phaseAt } from "./periods.ts";
import { heapsOf } from "./progress.ts";
import type { Track } from "./track.ts";

/** With a cooldown: some may claim again. `1796065200000.0` is a half hour, and which message of it. */
export const READY = "ready";
/** The same to one member directly: `1796065200000.ready.<member>`. */
export const READY_DIRECT = "ready-direct";

export interface Ready {
  readonly userId: string;
  /** From when on they may claim again. */
  readonly at: number;
}

/** Who becomes ready within a half hour is told together when it ends: never early, and not in a message for each. */
const SLOT_MS = 30 * 60_000;
/** Later the board says it as well. */
const HELPS_FOR_MS = 3 * 3_600_000;

/** When those who asked to be reminded may claim again, as long as there is something to get. */
export function readyTimes(track: Track, periods: readonly Period[], now: number): readonly Ready[] {
  if (track.cadence !== "cooldown" || phaseAt(track, now).is !== "running") return [];
  const end = endOf(track);
  const claims = Map.groupBy(
    periods.flatMap((period) => period.claims),
    ({ userId }) => userId,
  );
  return track.watchers.flatMap((userId) =>
    heapsOf(track, [{ claims: claims.get(userId) ?? [] }], userId)
      .filter((heap) => heap.claims.length < track.needed)
      .flatMap((heap) => heap.claims.slice(-1).map((last) => ({ userId, at: last.at + COOLDOWN_MS })))
      .filter(({ at }) => at < end),
  );
}

/** Those of one message: who becomes ready in its half hour and is not told directly, as many as it names. */
export function readyIn({ deliveries }: Track, times: readonly Ready[], about: string): readonly string[] {
  const [slot, part = "0"] = about.split(".");
  const direct = new Set(deliveries.all.filter(({ kind }) => kind === READY_DIRECT).map((one) => one.about));
  const inside = new Set(
    times
      .filter((one) => slotOf(one.at) === Number(slot) && !direct.has(directAbout(one)))
      .map(({ userId }) => userId),
  );
  return [...inside].slice(Number(part) * NAMED_AT_ONCE, (Number(part) + 1) * NAMED_AT_ONCE);
}

export interface DirectReady extends Ready {
  readonly wish: DirectWish;
}

/** What is to be told of this from now on. Half hours that lie behind are left as they are. */
export function withReadiness(
  track: Track,
  times: readonly Ready[],
  directly: readonly DirectReady[],
  now: number,
): Track {
  const end = endOf(track);
  const told = new Set(directly.map(({ userId }) => userId));
  const inChannel = times.filter(({ userId }) => !told.has(userId));
  const called = plan(track.deliveries, READY, slotsOf(inChannel, end), now);
  const directs = directly.map(({ userId, at, wish }) => ({
    about: directAbout({ userId, at }),
    at: afterQuietHours(at, wish.quiet, wish.zone),
    until: end,
    wish,
  }));
  const how = { occasionOf: ({ about }: Pick<Occurrence, "about">) => about, kind: READY_DIRECT };
  const deliveries = planDirects(called, directs, now, how);
  return deliveries === track.deliveries ? track : { ...track, deliveries };
}

function directAbout({ userId, at }: Ready): string {
  return `${at}.${READY}.${userId}`;
}

function slotsOf(times: readonly Ready[], end: number): readonly Omit<Occurrence, "kind">[] {
  const slots = Map.groupBy(times, ({ at }) => slotOf(at));
  return [...slots].flatMap(([slot, inside]) => {
    const parts = Math.ceil(new Set(inside.map(({ userId }) => userId)).size / NAMED_AT_ONCE);
    const until = Math.min(end, slot + HELPS_FOR_MS);
    return Array.from({ length: parts }, (_, part) => ({ about: `${slot}.${part}`, at: slot, until }));
  });
}

function slotOf(at: number): number {
  return Math.ceil(at / SLOT_MS) * SLOT_MS;
}
