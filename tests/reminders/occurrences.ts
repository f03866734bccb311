import type { Occurrence } from "../../src/reminders/delivery.ts";
import type { Circumstances } from "../../src/reminders/progress.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A quarter to eight on a Saturday: the usual moment to be told of a run at eight. */
export const QUARTER_TO = Date.UTC(2026, 10, 21, 19, 45);

export function occurrence(changes: Partial<Occurrence> = {}): Occurrence {
  const at = changes.at ?? QUARTER_TO;
  return { kind: "before-start", about: "15", at, until: at + 15 * MINUTE, ...changes };
}

export function at(now: number, changes: Partial<Circumstances> = {}): Circumstances {
  return { now, dueAt: (one) => one.at, missed: () => "each", isHeld: () => false, ...changes };
}
