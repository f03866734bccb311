import { type Occurrence, owe } from "../reminders/delivery.ts";
import { NAMED_AT_ONCE } from "./debts.ts";
import type { Standings } from "./standings.ts";
import type { Track } from "./track.ts";

/**
 * An officer gathers a crew for those who still need the reward. `about` is the run, and whom it is told directly, or
 * which of the messages that the members are spread over.
 */
export const CREW = "crew";

export interface CrewCall {
  readonly runId: string;
  readonly directlyTo: string | undefined;
  /** Counted from 0. */
  readonly part: number;
}

export function readCrewCall(about: string): CrewCall {
  const [runId = "", directlyTo = "", part = "0"] = about.split(".");
  return { runId, directlyTo: directlyTo === "" ? undefined : directlyTo, part: Number(part) };
}

const TOLD_WITHIN_MS = 2 * 3_600_000;

/**
 * Who is told: those who asked to be reminded and still need it, who have the least to spare first, without those who
 * keep out of the officers' list.
 */
export function wantedInCrew({ watchers }: Track, { phase, open }: Standings): readonly string[] {
  if (phase.is !== "running") return [];
  const asked = new Set(watchers);
  return [...new Set(open.map(({ userId }) => userId).filter((userId) => asked.has(userId)))];
}

/** Once for each run. `directly`: those who asked for direct messages, each with the instant from which on they want one. */
export function withCrewCalled(
  track: Track,
  runId: string,
  directly: readonly { readonly userId: string; readonly at: number }[],
  now: number,
): Track {
  const isCalled = track.deliveries.all.some(
    (one) => one.kind === CREW && readCrewCall(one.about).runId === runId,
  );
  if (isCalled) return track;
  const until = now + TOLD_WITHIN_MS;
  const occurrences: readonly Occurrence[] = [
    ...Array.from({ length: Math.max(1, Math.ceil(track.watchers.length / NAMED_AT_ONCE)) }, (_, part) => ({
      kind: CREW,
      about: part === 0 ? runId : `${runId}..${part}`,
      at: now,
      until,
    })),
    ...directly
      .filter(({ at }) => at < until)
      .map(({ userId, at }) => ({ kind: CREW, about: `${runId}.${userId}`, at, until })),
  ];
  return { ...track, deliveries: occurrences.reduce(owe, track.deliveries) };
}
