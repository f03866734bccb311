/** STO's own clock: events begin and end by the wall clock of its makers. */
export const STO_ZONE = "America/Los_Angeles";

/** The calendar day on STO's clock at an instant (epoch ms): `2018-06-28`. */
export function stoDay(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(STO_ZONE).toPlainDate().toString();
}
