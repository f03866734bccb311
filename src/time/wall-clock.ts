/** What a wall clock shows in a zone, as an instant (epoch ms). */
export type OnWallClock =
  | { readonly kind: "once"; readonly at: number }
  /** The clocks are put back: the hour comes twice. */
  | { readonly kind: "twice"; readonly first: number; readonly second: number }
  /** The clocks are put forward: the hour is left out. `nearest` is as long after the change as was meant. */
  | { readonly kind: "never"; readonly nearest: number };

/** Reads a wall clock by the rules of its zone. */
export function onWallClock(wall: Temporal.PlainDateTime, zone: string): OnWallClock {
  const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = wall.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds)
    return { kind: "once", at: earlier.epochMilliseconds };
  return earlier.toPlainDateTime().equals(wall)
    ? { kind: "twice", first: earlier.epochMilliseconds, second: later.epochMilliseconds }
    : { kind: "never", nearest: later.epochMilliseconds };
}

/** The one instant that stands for it: the first of two, and the nearest to one that is left out. */
export function settledOnWallClock(wall: Temporal.PlainDateTime, zone: string): number {
  return wall.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;
}

export function wallClockAt(at: number, zone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
}
