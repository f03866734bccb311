import { phaseAt, spansOf } from "../../src/rewards/periods.ts";
import type { Cadence } from "../../src/rewards/track.ts";
import { oracle } from "../time/wall-clock-oracle.ts";

const DAY = 24 * 3_600_000;
const APART: Readonly<Record<Cadence, number>> = { weekly: 7 * DAY, daily: DAY, cooldown: DAY };

interface Span {
  readonly zones: readonly string[];
  /** `20:00` */
  readonly wallTimes: readonly string[];
  readonly years: number;
}

/**
 * Tracks of every kind, one after the other over the years: each boundary is where an independent search finds it, a
 * second before it belongs to the old period, and the boundary itself to the new one.
 */
export function judgeBoundaries({ zones, wallTimes, years }: Span) {
  const wrong: string[] = [];
  let checked = 0;
  for (const zone of zones)
    for (const wallTime of wallTimes)
      for (const cadence of ["weekly", "daily", "cooldown"] as const) {
        const wallClock = oracle(zone);
        const length = cadence === "weekly" ? 26 : 62;
        const until = Date.parse(`${2026 + years}-01-01T00:00Z`);
        let wall = Date.parse(`2026-01-01T${wallTime}Z`);
        while (wall < until) {
          const startsAt = wallClock.instantsOf(wall)[0] ?? wallClock.nearestTo(wall);
          const shown = wallClock.shown(startsAt);
          const track = { startsAt, zone, cadence, length };
          for (const { plannedAt, closesAt, number } of spansOf(track)) {
            const count = cadence === "cooldown" ? length : number;
            const meant = shown + count * APART[cadence];
            const expected = wallClock.instantsOf(meant)[0] ?? wallClock.nearestTo(meant);
            const before = phaseAt({ ...track }, closesAt - 1_000);
            const after = phaseAt({ ...track }, closesAt);
            const isOld = before.is === "running" && before.span.plannedAt === plannedAt;
            const isNew =
              after.is === "over" || (after.is === "running" && after.span.plannedAt === closesAt);
            checked += 1;
            if (closesAt !== expected || !isOld || !isNew)
              wrong.push(
                `${zone} ${cadence} ${new Date(meant).toISOString()}: ${closesAt} is not ${expected}`,
              );
          }
          wall += length * APART[cadence];
        }
      }
  return { checked, wrong };
}
