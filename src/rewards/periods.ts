import { occurrenceAt, type Rhythm } from "../time/recurrence.ts";
import { wallClockAt } from "../time/wall-clock.ts";
import type { Claim } from "./claims.ts";
import type { Rule, Track } from "./track.ts";

/** A time in which a claim counts once. Its planned start names it for good. */
export interface Span {
  readonly plannedAt: number;
  /** From this instant on a claim belongs to the next one. */
  readonly closesAt: number;
  /** Counted from 1. */
  readonly number: number;
}

export type Phase =
  | { readonly is: "ahead"; readonly first: Span }
  | { readonly is: "running"; readonly span: Span }
  | { readonly is: "over"; readonly endedAt: number };

/** Whether a claim was made within it. */
export function isIn({ at }: Pick<Claim, "at">, { plannedAt, closesAt }: Span): boolean {
  return at >= plannedAt && at < closesAt;
}

/** By the times that are corrected, drawn and named each for itself: with a cooldown, the days. */
export function asStretches<T extends Pick<Rule, "cadence">>(track: T): T {
  return track.cadence === "cooldown" ? { ...track, cadence: "daily" } : track;
}

type Timed = Pick<Track, "startsAt" | "zone"> & Pick<Rule, "cadence" | "length">;

const RHYTHMS = { weekly: "weekly", daily: "daily", cooldown: "daily" } as const satisfies Record<
  Rule["cadence"],
  Rhythm
>;

/** Every period of a track, in order. One with a cooldown has a single period: its claims are kept apart by hours. */
export function spansOf(track: Timed): Spans {
  const { startsAt, zone, cadence, length } = track;
  const name = `${startsAt} ${zone} ${cadence} ${length}`;
  const known = reckoned.get(name);
  if (known !== undefined) return known;
  const spans = reckon(track);
  if (reckoned.size >= RECKONED_KEPT) reckoned.clear();
  reckoned.set(name, spans);
  return spans;
}

/** Those that came about or are still to come: once a track was closed, none that would have opened after that. */
export function spansHeld(track: Timed & Pick<Track, "closedAt">, now: number): Spans {
  const { closedAt } = track;
  const [first, ...rest] = spansOf(track);
  if (closedAt === undefined || closedAt > now) return [first, ...rest];
  return [first, ...rest.filter(({ plannedAt }) => plannedAt < closedAt)];
}

type Spans = readonly [Span, ...Span[]];

/** Reckoning two months of days on a wall clock takes most of a millisecond, and a board asks for each member. */
const reckoned = new Map<string, Spans>();
const RECKONED_KEPT = 500;

function reckon(track: Timed): Spans {
  const { startsAt, cadence, length } = track;
  if (cadence === "cooldown") return [{ plannedAt: startsAt, closesAt: endOf(track), number: 1 }];
  const boundaries = Array.from({ length: length + 1 }, (_, count) => boundaryAt(track, count));
  const [first, ...rest] = boundaries
    .slice(1)
    .map((closesAt, at) => ({ plannedAt: boundaries[at] ?? startsAt, closesAt, number: at + 1 }));
  if (first === undefined) throw new Error(`A track lasts ${length} periods; it needs one at least.`);
  return [first, ...rest];
}

export function endOf(track: Timed): number {
  return boundaryAt(track, track.length);
}

/** Where a track stands at an instant. A closed one is over from that moment on. */
export function phaseAt(track: Timed & Pick<Track, "closedAt">, now: number): Phase {
  const { closedAt } = track;
  if (closedAt !== undefined && closedAt <= now) return { is: "over", endedAt: closedAt };
  const spans = spansOf(track);
  if (now < spans[0].plannedAt) return { is: "ahead", first: spans[0] };
  const span = spans.find(({ closesAt }) => now < closesAt);
  return span === undefined ? { is: "over", endedAt: endOf(track) } : { is: "running", span };
}

/** The next instant at which the track looks different by itself. */
export function nextBoundary(track: Timed & Pick<Track, "closedAt">, now: number): number | undefined {
  const phase = phaseAt(track, now);
  if (phase.is === "over") return undefined;
  return phase.is === "ahead" ? phase.first.plannedAt : phase.span.closesAt;
}

function boundaryAt({ startsAt, zone, cadence }: Timed, count: number): number {
  if (count === 0) return startsAt;
  const firstOn = wallClockAt(startsAt, zone).toString();
  return occurrenceAt({ firstOn, zone, rhythm: RHYTHMS[cadence] }, count);
}
