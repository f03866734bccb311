import { escapeText } from "../ui/text.ts";
import { type Chart, chartInWords, chartOf } from "./chart.ts";
import type { Period } from "./claims.ts";
import { CALL, type Call, readCall } from "./debts.ts";
import { type Span, spansOf } from "./periods.ts";
import { completeCount, participants } from "./progress.ts";
import { letterTexts as say } from "./text/letters.ts";
import { periodName } from "./text/words.ts";
import type { Track } from "./track.ts";

/** How a period that has ended went: a line of text, and what a picture shows and says of it. */
export interface Retrospect {
  readonly line: string;
  readonly chart: Chart;
  readonly words: string;
  /** True when it is told even where there is nobody to be named. */
  readonly isForItself: boolean;
}

/** A picture each day would be most of what is said in a channel. */
const DAYS_FOR_ITSELF = 7;

/** With the first call of a period, of the one before it; none when nobody claimed there, or no pictures are wanted. */
export function retrospectAt(
  track: Track,
  periods: readonly Period[],
  call: Call,
  now: number,
): Retrospect | undefined {
  if (call.part !== 0 || track.pictures !== undefined) return undefined;
  const ended = endedBefore(track, call).findLast((span) => membersIn(periods, span) > 0);
  if (ended === undefined) return undefined;
  const claimed = membersIn(periods, ended);
  const line = say.went(periodName(track, ended.number), claimed, participants(track, periods).length);
  const isDue = track.cadence !== "daily" || ended.number % DAYS_FOR_ITSELF === 0;
  return { line, ...drawable(track, periods, now, ended), isForItself: isDue && call.sort === "opened" };
}

/** The periods of whose end this call is the first to tell: of several only when the calls between them were missed. */
function endedBefore(track: Track, { plannedAt, sort }: Call): readonly Span[] {
  const first = track.deliveries.all.flatMap(({ kind, about, state }) => {
    const call = kind === CALL ? readCall(about) : undefined;
    return call?.part === 0 ? [{ ...call, state }] : [];
  });
  const isSent = (at: number) => first.some((one) => one.plannedAt === at && one.state === "sent");
  const isMissed = (at: number) =>
    !isSent(at) &&
    first.some((one) => one.plannedAt === at && one.sort === "opened" && one.state === "expired");
  if (sort === "last" ? !isMissed(plannedAt) : isSent(plannedAt)) return [];
  const ended = spansOf(track).filter(({ closesAt }) => closesAt <= plannedAt);
  const known = ended.findLastIndex((span) => !isMissed(span.plannedAt));
  return ended.slice(Math.max(0, known));
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
