import type { Period } from "./claims.ts";
import { CALL, type Call, readCall } from "./debts.ts";
import { isIn, phaseAt, type Span, spansOf } from "./periods.ts";
import { heapsOf, isComplete, progressOf } from "./progress.ts";
import { letterTexts } from "./text/letters.ts";
import { periodName } from "./text/words.ts";
import type { Track } from "./track.ts";

/** The period that a call is about, as long as it can be claimed. */
export function occasionOf(track: Track, about: string, now: number) {
  const call = readCall(about);
  const phase = phaseAt(track, now);
  return call !== undefined && phase.is === "running" && phase.span.plannedAt === call.plannedAt
    ? { call, span: phase.span }
    : undefined;
}

/** Who has not claimed this time, and has not got everything. */
export function needsIt(
  track: Track,
  all: readonly Period[],
  userId: string,
  span: Span,
  now: number,
): boolean {
  return heapsOf(track, all, userId).some(({ claims }) => {
    const progress = progressOf(track, claims, now);
    const hasClaimed = claims.some((one) => isIn(one, span));
    return (
      !isComplete(progress) && (track.cadence === "cooldown" ? progress.nextAt === undefined : !hasClaimed)
    );
  });
}

/** What nobody was told of since the last call that came through. */
export function missedNotes(track: Track, { plannedAt }: Call, isLate: boolean): readonly string[] {
  const opened = track.deliveries.all.flatMap((one) => {
    const call = one.kind === CALL ? readCall(one.about) : undefined;
    return call?.sort === "opened" && call.part === 0 ? [{ call, state: one.state }] : [];
  });
  const since = opened.findLast(({ state }) => state === "sent")?.call.plannedAt ?? Number.NEGATIVE_INFINITY;
  const missed = opened.filter(
    ({ state, call }) => state === "expired" && call.plannedAt > since && call.plannedAt < plannedAt,
  );
  if (!isLate) return [];
  if (missed.length === 0) return [letterTexts.late];
  const spans = spansOf(track);
  const names = missed.flatMap(({ call }) => {
    const span = spans.find((one) => one.plannedAt === call.plannedAt);
    return span === undefined ? [] : [periodName(track, span.number)];
  });
  return [letterTexts.missed(names)];
}
