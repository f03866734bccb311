import { noDeliveries } from "../reminders/delivery.ts";
import { withDebts, withPromotions } from "./debts.ts";
import { started } from "./passing.ts";
import { seatsOf, writeRoles } from "./role-words.ts";
import {
  type Ending,
  type Role,
  type RolePlace,
  type Ruling,
  type Run,
  runLimits,
  type Signup,
  seated,
  waiting,
} from "./run.ts";
import { settled } from "./seats.ts";
import { anchored, type Followers, followersOf, repeats } from "./series-hour.ts";

/** Who asks for something that only the leader and officers may do. */
export interface Lead {
  readonly userId: string;
  readonly isOfficer: boolean;
}

export type LeadRefused = { readonly kind: "not-leader" | "over" };

export function mayLead(run: Run, { userId, isOfficer }: Lead): boolean {
  return isOfficer || run.leaderId === userId;
}

export type LockSaid = { readonly kind: "locked" | "unlocked" | "already-started" } | LeadRefused;

/** Locks an open run, and opens a locked one. */
export function turnLock(run: Run, lead: Lead): Ruling<LockSaid> {
  const refused = refusedTo(run, lead);
  if (refused !== undefined) return { run, said: refused };
  if (run.state === "started") return { run, said: { kind: "already-started" } };
  return run.state === "open"
    ? { run: { ...run, state: "locked" }, said: { kind: "locked" } }
    : { run: { ...run, state: "open" }, said: { kind: "unlocked" } };
}

export interface Amendment {
  readonly seats?: number | undefined;
  readonly roles?: readonly RolePlace[] | undefined;
  readonly note?: string | undefined;
  readonly startsAt?: number | undefined;
}

export type AmendSaid =
  | { readonly kind: "amended"; readonly isMoved: boolean; readonly followers?: Followers | undefined }
  | { readonly kind: "bad-seats" | "note-too-long" | "unchanged" }
  /** The roles have fewer places than there are seats. */
  | { readonly kind: "roles-too-few"; readonly places: number; readonly seats: number }
  | LeadRefused;

/**
 * New seats are given out at once, each for its role; a run that is moved ahead is what it was before it started. The
 * first of a series takes the others along; a later one is moved alone.
 */
export function amendRun(
  run: Run,
  lead: Lead,
  { seats = run.seats, roles = run.roles, note = run.note ?? "", startsAt = run.startsAt }: Amendment,
  now: number,
): Ruling<AmendSaid> {
  const refused = refusedTo(run, lead);
  if (refused !== undefined) return { run, said: refused };
  if (!isSeats(seats)) return { run, said: { kind: "bad-seats" } };
  if (note.length > runLimits.note) return { run, said: { kind: "note-too-long" } };

  const isMoved = startsAt !== run.startsAt;
  const isSameCrew = seats === run.seats && writeRoles(roles) === writeRoles(run.roles);
  if (isSameCrew && note === (run.note ?? "") && !isMoved) return { run, said: { kind: "unchanged" } };
  const places = seatsOf(roles);
  if (!isSameCrew && places !== undefined && places < seats)
    return { run, said: { kind: "roles-too-few", places, seats } };

  const amended = settled({ ...withRoles(run, roles), seats, note: note === "" ? undefined : note });
  if (!isMoved) return { run: amended, said: { kind: "amended", isMoved } };
  const moved = moveRun(amended, startsAt, now);
  if (!repeats(moved)) return { run: moved, said: { kind: "amended", isMoved } };
  const kept = moved.series.count === 0 ? anchored(moved, startsAt) : moved;
  return { run: kept, said: { kind: "amended", isMoved, followers: followersOf(kept, moved.series) } };
}

/** Everybody keeps their seat; a role that is not asked for any more is nobody's. */
function withRoles(run: Run, roles: readonly RolePlace[]): Run {
  const isAsked = (role: Role | undefined) => roles.some((place) => place.role === role);
  const signups = run.signups.map((signup): Signup => {
    if (isAsked(signup.role)) return signup;
    const career = signup.captain?.career;
    return { ...signup, role: isAsked(career) ? career : undefined };
  });
  return { ...run, roles, signups };
}

export type HandOverSaid = { readonly kind: "handed-over"; readonly to: string } | LeadRefused;

export function handOver(run: Run, lead: Lead, to: string): Ruling<HandOverSaid> {
  const refused = refusedTo(run, lead);
  if (refused !== undefined) return { run, said: refused };
  return { run: { ...run, leaderId: to }, said: { kind: "handed-over", to } };
}

export type StartSaid = { readonly kind: "started" | "already-started" } | LeadRefused;

export function startRun(run: Run, lead: Lead, now: number): Ruling<StartSaid> {
  const refused = refusedTo(run, lead);
  if (refused !== undefined) return { run, said: refused };
  if (run.state === "started") return { run, said: { kind: "already-started" } };
  return { run: started(run, now), said: { kind: "started" } };
}

export type CancelSaid = { readonly kind: "cancelled" } | LeadRefused;

export function cancelRun(run: Run, lead: Lead): Ruling<CancelSaid> {
  const refused = refusedTo(run, lead);
  if (refused !== undefined) return { run, said: refused };
  return { run: ended(run, "cancelled"), said: { kind: "cancelled" } };
}

export type FinishSaid =
  | { readonly kind: "finished"; readonly present: readonly string[] }
  | { readonly kind: "cancelled-before" | "not-begun" }
  | { readonly kind: "not-leader" };

/** Why there is nothing to finish; `undefined` for a run that has begun, however it ended. */
export function unfinishable({ state, ending }: Run): "cancelled-before" | "not-begun" | undefined {
  if (ending === "cancelled") return "cancelled-before";
  return state === "open" || state === "locked" ? "not-begun" : undefined;
}

/** Who of those with a seat was there. It may be told again, and after the run ran out by itself. */
export function finishRun(run: Run, lead: Lead, present: readonly string[]): Ruling<FinishSaid> {
  if (!mayLead(run, lead)) return { run, said: { kind: "not-leader" } };
  const why = unfinishable(run);
  if (why !== undefined) return { run, said: { kind: why } };
  const team = seated(run).map((signup) => signup.userId);
  const there = team.filter((userId) => present.includes(userId));
  return { run: { ...ended(run, "finished"), present: there }, said: { kind: "finished", present: there } };
}

export type SplitSaid =
  | { readonly kind: "split"; readonly offshoot: Run }
  | { readonly kind: "nobody-waits" }
  | { readonly kind: "nobody-may-lead" }
  | LeadRefused;

/**
 * Those who wait become a team of their own, led by the first of it who may lead one more. The new run is kept within
 * the old one until it is stored under its own key, so that nobody is lost in between.
 */
export function splitRun(
  run: Run,
  lead: Lead,
  runId: string,
  now: number,
  mayLeadMore: (userId: string) => boolean = () => true,
): Ruling<SplitSaid> {
  const refused = refusedTo(run, lead);
  if (refused !== undefined) return { run, said: refused };
  const signups = waiting(run).slice(0, run.seats);
  if (signups.length === 0 || run.offshoot !== undefined) return { run, said: { kind: "nobody-waits" } };
  const first = signups.find(({ userId }) => mayLeadMore(userId));
  if (first === undefined) return { run, said: { kind: "nobody-may-lead" } };

  const { card: _card, series: _series, departed: _departed, wasLocked: _wasLocked, ...same } = run;
  const team: Run = settled({
    ...same,
    runId,
    leaderId: first.userId,
    state: run.state === "started" ? "started" : "open",
    signups,
    heard: [],
    deliveries: noDeliveries,
  });
  const seats = seated(team).map(({ userId }) => userId);
  const offshoot = withPromotions(withDebts(undefined, team, now, lead.userId), seats, now);
  const gone = new Set(offshoot.signups.map((signup) => signup.userId));
  const rest = run.signups.filter((signup) => !gone.has(signup.userId));
  return { run: { ...run, signups: rest, offshoot }, said: { kind: "split", offshoot } };
}

export function isSeats(seats: number): boolean {
  return Number.isInteger(seats) && seats >= 1 && seats <= runLimits.seats;
}

function refusedTo(run: Run, lead: Lead): LeadRefused | undefined {
  if (!mayLead(run, lead)) return { kind: "not-leader" };
  return run.state === "over" ? { kind: "over" } : undefined;
}

function ended(run: Run, ending: Ending): Run {
  return { ...run, state: "over", ending };
}

/** The same run at another time; one that has started and is moved ahead is what it was before: open or locked. */
export function moveRun(run: Run, startsAt: number, now: number): Run {
  const { startedAt: _startedAt, wasLocked, ...rest } = run;
  const state = wasLocked ? "locked" : "open";
  const before: Run = run.state === "started" && startsAt > now ? { ...rest, state } : run;
  return { ...before, startsAt, isInstant: false };
}
