import { noDeliveries } from "../reminders/delivery.ts";
import { occurrenceAt, type Rhythm } from "../time/recurrence.ts";
import { wallClockAt } from "../time/wall-clock.ts";
import { withDebts } from "./debts.ts";
import { type CancelSaid, cancelRun, type Lead, type LeadRefused, mayLead } from "./lead.ts";
import { NOBODY, type Ruling, type Run, type Series, signupOf } from "./run.ts";
import { anchored, countAfter, type Followers, followersOf, repeats } from "./series-hour.ts";
import { joinRun } from "./sign-up.ts";

/** Makes a run the first of a series, which keeps the hour that the zone's wall clock shows. */
export function repeating(run: Run, rhythm: Rhythm, zone: string): Run {
  const firstOn = wallClockAt(run.startsAt, zone).toString({ smallestUnit: "second" });
  return { ...run, series: { seriesId: run.runId, count: 0, rhythm, firstOn, zone } };
}

/** True when the next run of the series is to be made: once this one has begun, or will not take place. */
export function isToCarryOn({ series, state, leaderId }: Run): boolean {
  const isBehind = state === "started" || state === "over";
  return series !== undefined && !series.isCarriedOn && isBehind && leaderId !== NOBODY;
}

/**
 * The next run of a series: the same, at the next time that is still to come, and of the crew the leader alone. Its id
 * follows from the series and the count, so that making it twice makes it once. Where its card goes and when its crew
 * is reminded the fleet may have changed since.
 */
export function nextRun(
  run: Run,
  series: Series,
  now: number,
  { channelId, leadMinutes }: Pick<Run, "channelId" | "leadMinutes"> = run,
): Run {
  const count = countAfter(series, now);
  const own = signupOf(run, run.leaderId);
  const { slug, title, leaderId, seats, roles, difficulty, minLevel, note } = run;
  const fresh: Run = {
    runId: `${series.seriesId}n${count}`,
    slug,
    title,
    leaderId,
    startsAt: occurrenceAt(series, count),
    isInstant: false,
    seats,
    roles,
    difficulty,
    minLevel,
    note,
    state: "open",
    signups: [],
    nextOrder: 0,
    heard: [],
    channelId,
    series: { ...series, count },
    leadMinutes,
    deliveries: noDeliveries,
  };
  const joined = own === undefined ? fresh : joinRun(fresh, { ...own, addedBy: undefined }).run;
  return withDebts(undefined, joined, now, leaderId);
}

/** The next one is made, or none is to come. */
export function carriedOn(run: Run): Run {
  return run.series === undefined || run.series.isCarriedOn
    ? run
    : { ...run, series: { ...run.series, isCarriedOn: true } };
}

export type FollowSaid =
  | { readonly kind: "followers"; readonly followers: Followers }
  | { readonly kind: "no-series" }
  | LeadRefused;

const FOLLOWS_WITHIN_MS = 366 * 86_400_000;

/** The runs after this one come as if this one were at an instant: where it was moved to, or where it was before. */
export function letFollow(run: Run, lead: Lead, at: number): Ruling<FollowSaid> {
  if (!mayLead(run, lead)) return { run, said: { kind: "not-leader" } };
  if (!repeats(run) || Math.abs(at - run.startsAt) > FOLLOWS_WITHIN_MS)
    return { run, said: { kind: "no-series" } };
  const kept = anchored(run, at);
  return { run: kept, said: { kind: "followers", followers: followersOf(kept, run.series) } };
}

export type CancelSeriesSaid =
  | { readonly kind: "cancelled"; readonly wasLast: boolean }
  | Extract<CancelSaid, LeadRefused>;

/** This run does not take place, and none follows it; one that was made already stays. */
export function cancelSeries(run: Run, lead: Lead): Ruling<CancelSeriesSaid> {
  const { run: after, said } = cancelRun(run, lead);
  if (said.kind !== "cancelled") return { run, said };
  return { run: carriedOn(after), said: { kind: "cancelled", wasLast: repeats(run) } };
}

export type EndSeriesSaid = { readonly kind: "series-ended" | "no-series" } | LeadRefused;

/** No run follows this one; this one takes place. */
export function endSeries(run: Run, lead: Lead): Ruling<EndSeriesSaid> {
  if (!mayLead(run, lead)) return { run, said: { kind: "not-leader" } };
  const ended = carriedOn(run);
  return { run: ended, said: { kind: ended === run ? "no-series" : "series-ended" } };
}
