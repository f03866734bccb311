/**
 * What the wall clock of a zone shows at an instant, asked of `Intl.DateTimeFormat`, and the way back by search: it
 * shares no code with what it judges.
 */
export function oracle(zone: string) {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  /** The wall clock at an instant, as the instant at which UTC shows the same. */
  const shown = (at: number): number => {
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)] as const),
    );
    const part = (name: string) => parts[name] ?? 0;
    return Date.UTC(
      part("year"),
      part("month") - 1,
      part("day"),
      part("hour"),
      part("minute"),
      part("second"),
    );
  };

  return {
    shown,
    /** Every instant at which the clock shows this, in order: one, two, or none. */
    instantsOf(wall: number): readonly number[] {
      const offsets = new Set([-36, 0, 36].map((hours) => offsetAt(wall + hours * HOUR_MS, shown)));
      return [...offsets]
        .map((offset) => wall - offset)
        .filter((at) => shown(at) === wall)
        .sort((one, other) => one - other);
    },
    /** The instant of a wall clock that is never shown: as long after the change as was meant. */
    nearestTo: (wall: number) => wall - offsetAt(wall - 36 * HOUR_MS, shown),
  };
}

const HOUR_MS = 3_600_000;

function offsetAt(at: number, shown: (at: number) => number): number {
  const second = Math.floor(at / 1000) * 1000;
  return shown(second) - second;
}

export interface Span {
  readonly zones: readonly string[];
  /** `20:00` */
  readonly wallTimes: readonly string[];
  readonly years: number;
}

export interface Verdict {
  readonly checked: number;
  readonly wrong: readonly string[];
}

/** Goes through the weeks of each zone, and compares what `instantOf` says with the oracle. */
export function judgeWeekly(
  { zones, wallTimes, years }: Span,
  occurrences: (zone: string, firstOn: string, count: number) => readonly number[],
): Verdict {
  const wrong: string[] = [];
  let checked = 0;
  const weeks = Math.floor(years * 52.18);
  for (const zone of zones) {
    const wallClock = oracle(zone);
    for (const [place, wallTime] of wallTimes.entries()) {
      const firstOn = `2026-01-0${4 + (place % 3)}T${wallTime}`;
      const first = Date.parse(`${firstOn}Z`);
      for (const [count, at] of occurrences(zone, firstOn, weeks).entries()) {
        const wall = first + count * 7 * 24 * HOUR_MS;
        const expected = wallClock.instantsOf(wall)[0] ?? wallClock.nearestTo(wall);
        checked += 1;
        if (at !== expected) wrong.push(`${zone} ${new Date(wall).toISOString()}: ${at} is not ${expected}`);
      }
    }
  }
  return { checked, wrong };
}
