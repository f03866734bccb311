import { type Deliveries, type Occurrence, owe, plan } from "../reminders/delivery.ts";
import { endOf, spansOf } from "./periods.ts";
import type { Track } from "./track.ts";

/** The board is owed like any message, so that a crash between a track and its board loses neither. */
export const BOARD = "board";
/** A period opens, or is about to close. One kind for both: of several that were missed the latest says it all. */
export const CALL = "call";
/** The last period is over: how it all went. */
export const ENDED = "ended";
export const calls = ["opened", "last"] as const;
export type CallSort = (typeof calls)[number];

/** So many members are named in one message: their mentions fit between its first line and its notes. */
export const NAMED_AT_ONCE = 50;

const MINUTE_MS = 60_000;

/** What a call is for, as its delivery carries it: `1796065200000.last.0`. */
export interface Call {
  readonly plannedAt: number;
  readonly sort: CallSort;
  /** Which of the messages that the members are spread over, counted from 0. */
  readonly part: number;
}

/** What a change of the track leaves to be told. */
export function withDebts(track: Track, now: number): Track {
  const called = plan(track.deliveries, CALL, callsOf(track), now);
  const deliveries = plan(called, ENDED, endingOf(track), now);
  return deliveries === track.deliveries ? track : { ...track, deliveries };
}

export function withBoardOwed(track: Track, now: number, forMs: number): Track {
  const occurrence = { kind: BOARD, about: "", at: now, until: now + forMs };
  const deliveries: Deliveries = owe(track.deliveries, occurrence);
  return { ...track, deliveries };
}

export function readCall(about: string): Call | undefined {
  const [plannedAt, sort, part] = about.split(".");
  const known = calls.find((one) => one === sort);
  return known && { plannedAt: Number(plannedAt), sort: known, part: Number(part) };
}

const ENDING_TOLD_WITHIN_MS = 24 * 3_600_000;

function endingOf(track: Track): readonly Omit<Occurrence, "kind">[] {
  if (track.closedAt !== undefined) return [];
  const at = endOf(track);
  return [{ about: "", at, until: at + ENDING_TOLD_WITHIN_MS }];
}

function callsOf(track: Track): readonly Omit<Occurrence, "kind">[] {
  if (track.closedAt !== undefined) return [];
  const parts = Math.max(1, Math.ceil(track.watchers.length / NAMED_AT_ONCE));
  return spansOf(track).flatMap(({ plannedAt, closesAt }) => {
    /** A day is over before a day's notice: the last call comes in its last quarter at the earliest. */
    const leadMs = Math.min(track.leadMinutes * MINUTE_MS, (closesAt - plannedAt) / 4);
    return Array.from({ length: parts }, (_, part) => [
      { about: `${plannedAt}.opened.${part}`, at: plannedAt, until: closesAt },
      { about: `${plannedAt}.last.${part}`, at: Math.round(closesAt - leadMs), until: closesAt },
    ]).flat();
  });
}
