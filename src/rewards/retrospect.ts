import { escapeText } from "../ui/text.ts";
import { type Chart, chartInWords, chartOf } from "./chart.ts";
import type { Period } from "./claims.ts";
import type { Call } from "./debts.ts";
import { type Span, spansOf } from "./periods.ts";
import { completeCount, participants } from "./progress.ts";
import { letterTexts as say } from "./text/letters.ts";
import { periodName } from "./text/words.ts";
import type { Track } from "./track.ts";

/** How the period that has just ended went: a line of text, and what a picture shows and says of it. */
export interface Retrospect {
  readonly line: string;
  readonly chart: Chart;
  readonly words: string;
  /** True when it is told even where there is nobody to be named. */
  readonly isForItself: boolean;
}

/** A picture each day would be most of what is said in a channel. */
const DAYS_FOR_ITSELF = 7;

/** With the opening of a period, of the one before it; none when nobody claimed there, or no pictures are wanted. */
export function retrospectAt(
  track: Track,
  periods: readonly Period[],
  { sort, part, plannedAt }: Call,
  now: number,
): Retrospect | undefined {
  if (sort !== "opened" || part !== 0 || track.pictures !== undefined) return undefined;
  const ended = spansOf(track).find(({ closesAt }) => closesAt === plannedAt);
  const claimed = ended && membersIn(periods, ended);
  if (ended === undefined || !claimed) return undefined;
  const line = say.went(periodName(track, ended.number), claimed, participants(track, periods).length);
  const isForItself = track.cadence !== "daily" || ended.number % DAYS_FOR_ITSELF === 0;
  return { line, ...drawable(track, periods, now, ended), isForItself };
}

/** After the last period; none when nobody ever claimed. */
export function lastRetrospect(
  track: Track,
  periods: readonly Period[],
  now: number,
): Retrospect | undefined {
  const ended = spansOf(track).at(-1);
  const isTold = track.pictures === undefined && periods.some(({ claims }) => claims.length > 0);
  if (ended === undefined || !isTold) return undefined;
  const line = say.ended(
    escapeText(track.title),
    completeCount(track, periods),
    participants(track, periods).length,
  );
  return { line, ...drawable(track, periods, now, ended), isForItself: true };
}

function drawable(track: Track, periods: readonly Period[], now: number, ended: Span) {
  const chart = chartOf(track, periods, now, ended);
  return { chart, words: chartInWords(track, chart) };
}

function membersIn(periods: readonly Period[], { plannedAt }: Span): number {
  const claims = periods.find((one) => one.plannedAt === plannedAt)?.claims ?? [];
  return new Set(claims.map(({ userId }) => userId)).size;
}
