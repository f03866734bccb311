/** STO's own clock: events begin and end by the wall clock of its makers. */
export const STO_ZONE = "America/Los_Angeles";

interface Day {
  readonly name: string;
  readonly startsAt: number;
  /** The first instant that is no longer of this day: days are 23 to 25 hours long. */
  readonly endsAt: number;
}

let latest: Day = dayAt(0);

/** The calendar day on STO's clock at an instant (epoch ms): `2018-06-28`. Asked for with every card, so kept. */
export function stoDay(at: number): string {
  if (at < latest.startsAt || at >= latest.endsAt) latest = dayAt(at);
  return latest.name;
}

function dayAt(at: number): Day {
  const there = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(STO_ZONE);
  const start = there.startOfDay();
  return {
    name: there.toPlainDate().toString(),
    startsAt: start.epochMilliseconds,
    endsAt: start.add({ days: 1 }).startOfDay().epochMilliseconds,
  };
}
