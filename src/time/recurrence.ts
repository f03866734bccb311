import { settledOnWallClock, wallClockAt } from "./wall-clock.ts";

export const rhythms = ["daily", "weekly", "fortnightly"] as const;
export type Rhythm = (typeof rhythms)[number];

/** Something that comes back at the same hour of the wall clock: `2026-11-21T20:00`, whatever the clocks are changed to. */
export interface Recurrence {
  /** The first time, as the wall clock of `zone` shows it. */
  readonly firstOn: string;
  readonly zone: string;
  readonly rhythm: Rhythm;
}

const DAYS: Readonly<Record<Rhythm, number>> = { daily: 1, weekly: 7, fortnightly: 14 };

/**
 * The instant of one occurrence, counted from 0. Every one is reckoned from the first, so that an hour moved by a
 * clock change comes back. One that the clocks leave out is as much later; of one that comes twice it is the first.
 */
export function occurrenceAt({ firstOn, zone, rhythm }: Recurrence, count: number): number {
  const wall = Temporal.PlainDateTime.from(firstOn).add({ days: DAYS[rhythm] * count });
  return settledOnWallClock(wall, zone);
}

/** When the first one has to be, so that the one with a count is at an instant. */
export function firstOnFor(
  { zone, rhythm }: Omit<Recurrence, "firstOn">,
  count: number,
  at: number,
): Recurrence["firstOn"] {
  return wallClockAt(at, zone)
    .subtract({ days: DAYS[rhythm] * count })
    .toString({ smallestUnit: "second" });
}

/** The first occurrence later than an instant, by its count. */
export function nextCount(recurrence: Recurrence, after: number): number {
  const dayMs = 24 * 3_600_000;
  const since = after - occurrenceAt(recurrence, 0);
  let count = Math.max(0, Math.floor(since / (DAYS[recurrence.rhythm] * dayMs)) - 1);
  while (occurrenceAt(recurrence, count) <= after) count += 1;
  return count;
}
