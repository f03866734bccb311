import type { Period } from "./claims.ts";
import { asStretches, isIn, phaseAt, type Span, spansHeld } from "./periods.ts";
import { completeCount, participants } from "./progress.ts";
import { pictureTexts as say } from "./text/picture.ts";
import { capital, periodName, unitNames } from "./text/words.ts";
import type { Track } from "./track.ts";

export interface Column {
  readonly label: string;
  readonly count: number;
  readonly is: "past" | "running" | "ahead";
}

/** What a picture of a fleet's progress shows: counts and periods, no names. */
export interface Chart {
  readonly heading: string;
  readonly legend: string;
  readonly columns: readonly Column[];
  /** What a full column stands for. */
  readonly most: number;
}

/** With a cooldown, the days of the track stand for its periods. `ended`: the period that the picture looks back on. */
export function chartOf(track: Track, periods: readonly Period[], now: number, ended?: Span): Chart {
  const phase = phaseAt(track, now);
  const taking = participants(track, periods).length;
  const spans = spansHeld(asStretches(track), now);
  const byPeriod = new Map(periods.map((period) => [period.plannedAt, period.claims]));
  const columns = spans.map((span): Column => {
    const { number, plannedAt, closesAt } = span;
    const inside =
      track.cadence === "cooldown"
        ? (periods[0]?.claims.filter((one) => isIn(one, span)) ?? [])
        : (byPeriod.get(plannedAt) ?? []);
    return {
      label: String(number),
      count: new Set(inside.map(({ userId }) => userId)).size,
      is: closesAt <= now ? "past" : plannedAt <= now ? "running" : "ahead",
    };
  });
  const running = phase.is === "running" ? phase.span.number : spansHeld(track, now).length;
  return {
    heading: ended
      ? say.after(periodName(track, ended.number), taking)
      : say.heading(capital(periodName(track, running)), taking),
    legend: say.legend(completeCount(track, periods), track.needed),
    columns,
    most: Math.max(1, taking),
  };
}

/** The same in words, for who does not see the picture. */
export function chartInWords(track: Track, { heading, columns }: Chart): string {
  const [one] = unitNames[track.cadence];
  const rows = columns
    .filter(({ is }) => is !== "ahead")
    .map(({ label, count }) => say.altRow(`${one} ${label}`, count));
  return say.alt(heading, rows);
}
