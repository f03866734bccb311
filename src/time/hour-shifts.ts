import { occurrenceAt, type Recurrence } from "./recurrence.ts";
import { wallClockAt } from "./wall-clock.ts";

/** From when on the wall clock of a zone shows another hour for something that keeps its own. */
export interface HourShift {
  readonly zone: string;
  /** The first occurrence at the new hour. */
  readonly at: number;
  /** Minutes later on that wall clock; negative for earlier. */
  readonly byMinutes: number;
}

/** How the hour will shift for members elsewhere within the next occurrences: the first shift of each zone. */
export function hourShifts(
  recurrence: Recurrence,
  zones: readonly string[],
  occurrences: number,
): readonly HourShift[] {
  const instants = Array.from({ length: occurrences }, (_, count) => occurrenceAt(recurrence, count));
  return zones.flatMap((zone) => {
    const [usual, ...later] = instants.map((at) => minuteOfDay(at, zone));
    const place = later.findIndex((minute) => minute !== usual);
    const at = instants[place + 1];
    if (usual === undefined || place < 0 || at === undefined) return [];
    return [{ zone, at, byMinutes: nearest((later[place] ?? usual) - usual) }];
  });
}

function minuteOfDay(at: number, zone: string): number {
  const { hour, minute } = wallClockAt(at, zone);
  return hour * 60 + minute;
}

const DAY = 24 * 60;

/** From 23:30 to 00:30 is an hour later, not 23 earlier. */
function nearest(minutes: number): number {
  if (minutes > DAY / 2) return minutes - DAY;
  return minutes < -DAY / 2 ? minutes + DAY : minutes;
}
