import { type Claim, COOLDOWN_MS, type Period } from "./claims.ts";
import { endOf, isIn, phaseAt, spansOf } from "./periods.ts";
import type { Track } from "./track.ts";

/** How far somebody has come with a track, and what is still possible. */
export interface Progress {
  readonly done: number;
  readonly needed: number;
  /** How many more claims could still be made. */
  readonly left: number;
  /** How many of those may be missed; below zero it cannot be reached any more. */
  readonly spare: number;
  /** The instant before which the next claim has to be made; missing when none is needed or none helps. */
  readonly latestAt?: number | undefined;
  /** The claim of the period that is running. */
  readonly current?: Claim | undefined;
  /** With a cooldown: when the next claim may be made, if not at once. */
  readonly nextAt?: number | undefined;
}

/** `own` are the claims of one member, or of one captain where these count. */
export function progressOf(track: Track, own: readonly Claim[], now: number): Progress {
  const { needed, cadence } = track;
  const done = own.length;
  const missing = Math.max(0, needed - done);
  const { left, closings, ...rest } =
    cadence === "cooldown" ? byHours(track, own, now) : bySpans(track, own, now);
  const spare = left - missing;
  const latestAt = missing === 0 || spare < 0 ? undefined : closings(missing);
  return { done, needed, left, spare, ...(latestAt === undefined ? {} : { latestAt }), ...rest };
}

/** For who has not begun: the last moment to do so. */
export function latestStart(track: Track, now: number): number | undefined {
  return progressOf(track, [], now).latestAt;
}

export function isComplete({ done, needed }: Progress): boolean {
  return done >= needed;
}

/** Everybody who claimed anything, or asked to be reminded. Nobody else of the guild is known. */
export function participants(track: Track, periods: readonly Period[]): readonly string[] {
  const claimed = periods.flatMap(({ claims }) => claims.map(({ userId }) => userId));
  return [...new Set([...claimed, ...track.watchers])];
}

/** The claims of one member over all periods, in their order; per captain they lie in heaps of their own. */
export function heapsOf(
  track: Track,
  periods: readonly Pick<Period, "claims">[],
  userId: string,
): readonly { readonly captain: Claim["captain"]; readonly claims: readonly Claim[] }[] {
  const own = periods.flatMap(({ claims }) => claims.filter((one) => one.userId === userId));
  if (track.per === "account" || own.length === 0) return [{ captain: undefined, claims: own }];
  return [...Map.groupBy(own, ({ captain }) => captain?.captainId).values()].map((claims) => ({
    captain: claims.at(-1)?.captain,
    claims,
  }));
}

/** How many members have all there is to get; where captains count, with one of theirs. */
export function completeCount({ per, needed }: Track, periods: readonly Period[]): number {
  const counts = new Map<string, number>();
  const complete = new Set<string>();
  for (const { claims } of periods)
    for (const { userId, captain } of claims) {
      const who = per === "account" ? userId : `${userId} ${captain?.captainId}`;
      const count = (counts.get(who) ?? 0) + 1;
      counts.set(who, count);
      if (count >= needed) complete.add(userId);
    }
  return complete.size;
}

interface Chances {
  readonly left: number;
  /** Before when the next claim has to be made when so many are missing. */
  closings(missing: number): number | undefined;
  readonly current?: Claim | undefined;
  readonly nextAt?: number | undefined;
}

function bySpans(track: Track, own: readonly Claim[], now: number): Chances {
  const phase = phaseAt(track, now);
  if (phase.is === "over") return { left: 0, closings: () => undefined };
  const open = spansOf(track)
    .filter(({ closesAt }) => closesAt > now)
    .filter((span) => !own.some((one) => isIn(one, span)));
  const current = phase.is === "running" ? own.findLast((one) => isIn(one, phase.span)) : undefined;
  return {
    left: open.length,
    closings: (missing) => open.at(-missing)?.closesAt,
    ...(current && { current }),
  };
}

function byHours(track: Track, own: readonly Claim[], now: number): Chances {
  const phase = phaseAt(track, now);
  if (phase.is === "over") return { left: 0, closings: () => undefined };
  const end = endOf(track);
  const readyAt = (own.at(-1)?.at ?? Number.NEGATIVE_INFINITY) + COOLDOWN_MS;
  const from = Math.max(now, track.startsAt, readyAt);
  const left = from >= end ? 0 : Math.floor((end - 1 - from) / COOLDOWN_MS) + 1;
  return {
    left,
    closings: (missing) => end - (missing - 1) * COOLDOWN_MS,
    ...(readyAt > now && { current: own.at(-1), nextAt: readyAt }),
  };
}
