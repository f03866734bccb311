import { firstOnFor, nextCount, occurrenceAt } from "../time/recurrence.ts";
import type { Run, Series } from "./run.ts";

type Repeating = Run & { readonly series: Series };

/** What the runs of a series do that follow one that was moved: go along with it, or stay; and when the next of them is. */
export interface Followers {
  readonly follow: boolean;
  readonly nextAt: number;
  /** Where this one has to be for the others to do the other thing; missing where there is none. */
  readonly otherwise?: number | undefined;
}

/** Another run follows by itself. */
export function repeats(run: Run): run is Repeating {
  return run.series !== undefined && !run.series.isCarriedOn;
}

/** The runs after this one come as if this one were at an instant. */
export function anchored(run: Repeating, at: number): Repeating {
  const { series } = run;
  return { ...run, series: { ...series, firstOn: firstOnFor(series, series.count, at) } };
}

/** `before`: the series as it was. */
export function followersOf({ startsAt, series }: Repeating, before: Series): Followers {
  const follow = plannedAt(series) === startsAt;
  const otherwise = follow ? plannedAt(before) : startsAt;
  return {
    follow,
    nextAt: occurrenceAt(series, countAfter(series, startsAt)),
    ...(follow && otherwise === startsAt ? {} : { otherwise }),
  };
}

/** Which of a series comes after this one: the first that is still to come at an instant. */
export function countAfter(series: Series, at: number): number {
  return Math.max(series.count + 1, nextCount(series, at));
}

function plannedAt(series: Series): number {
  return occurrenceAt(series, series.count);
}
