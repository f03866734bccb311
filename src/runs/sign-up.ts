import {
  placeOf,
  type Role,
  type RosterCaptain,
  type Ruling,
  type Run,
  runLimits,
  type Signup,
  type Standing,
  signupOf,
} from "./run.ts";
import { couldChangeTo, hasSeatFor, settled, withoutSignup, withSignup } from "./seats.ts";

/** Who comes, as whom, for what. */
export interface Newcomer {
  readonly userId: string;
  readonly role?: Role | undefined;
  readonly captain?: RosterCaptain | undefined;
  readonly addedBy?: string | undefined;
}

export type Refused =
  | { readonly kind: "over" | "locked" | "started-full" | "too-many" | "which-role" | "not-in" }
  | { readonly kind: "role-full"; readonly role: Role };

export type JoinSaid =
  | { readonly kind: "seated" | "waiting"; readonly place: number }
  | { readonly kind: "already"; readonly standing: Standing; readonly place: number }
  | Refused;

/** What whoever presses Join is told, whoever comes along; `undefined` when that rests on the captain and the role. */
export function saidAtOnce(run: Run, userId: string, addedBy?: string): JoinSaid | undefined {
  const before = signupOf(run, userId);
  if (before !== undefined && before.standing !== "tentative")
    return { kind: "already", standing: before.standing, place: placeOf(run, before) };
  const isFull = run.state === "started" && run.roles.length === 0 && !hasSeatFor(run, undefined);
  return closedTo(run, addedBy) ?? (isFull ? { kind: "started-full" } : undefined);
}

/** First come, first served: order is the run's own sequence number, never the clock. */
export function joinRun(run: Run, { userId, role: wish, captain, addedBy }: Newcomer): Ruling<JoinSaid> {
  const atOnce = saidAtOnce(run, userId, addedBy);
  if (atOnce !== undefined) return { run, said: atOnce };

  const before = signupOf(run, userId);
  const role = roleFor(run, wish ?? before?.role, captain ?? before?.captain);
  if (role === "unknown") return { run, said: { kind: "which-role" } };
  if (run.state === "started" && !hasSeatFor(run, role)) return { run, said: { kind: "started-full" } };

  const signup: Signup = {
    userId,
    order: run.nextOrder,
    standing: "waiting",
    role,
    captain: captain ?? before?.captain,
    addedBy,
  };
  const joined = settled(withNewcomer(run, signup));
  const now = signupOf(joined, userId) ?? signup;
  const kind = now.standing === "seated" ? "seated" : "waiting";
  return { run: joined, said: { kind, place: placeOf(joined, now) } };
}

export type TentativeSaid = { readonly kind: "tentative" | "already-tentative" } | Refused;

/** Gives up a seat or a place in the line; who comes back stands at its end. */
export function standBy(run: Run, { userId, role, captain }: Newcomer): Ruling<TentativeSaid> {
  const before = signupOf(run, userId);
  if (before?.standing === "tentative") return { run, said: { kind: "already-tentative" } };
  const closed = before === undefined ? closedTo(run, undefined) : run.state === "over" ? OVER : undefined;
  if (closed !== undefined) return { run, said: closed };

  const wished = roleFor(run, role ?? before?.role, captain ?? before?.captain);
  const signup: Signup = {
    userId,
    order: run.nextOrder,
    standing: "tentative",
    role: wished === "unknown" ? undefined : wished,
    captain: captain ?? before?.captain,
  };
  return { run: settled(withNewcomer(run, signup)), said: { kind: "tentative" } };
}

export type LeaveSaid = { readonly kind: "left"; readonly wasSeated: boolean } | Refused;

export function leaveRun(run: Run, userId: string): Ruling<LeaveSaid> {
  const before = signupOf(run, userId);
  if (run.state === "over") return { run, said: OVER };
  if (before === undefined) return { run, said: NOT_IN };
  const said = { kind: "left", wasSeated: before.standing === "seated" } as const;
  return { run: settled(withoutSignup(run, userId)), said };
}

export type LateSaid =
  | { readonly kind: "late"; readonly minutes: number }
  | { readonly kind: "on-time" }
  | Refused;

/** Keeps the seat. No minutes: on time after all. */
export function comeLate(run: Run, userId: string, minutes: number): Ruling<LateSaid> {
  const before = signupOf(run, userId);
  if (run.state === "over") return { run, said: OVER };
  if (before === undefined) return { run, said: NOT_IN };
  const lateMinutes = Math.min(Math.max(Math.trunc(minutes), 0), runLimits.lateMinutes);
  const changed = withSignup(run, { ...before, lateMinutes: lateMinutes === 0 ? undefined : lateMinutes });
  return {
    run: changed,
    said: lateMinutes === 0 ? { kind: "on-time" } : { kind: "late", minutes: lateMinutes },
  };
}

export type RoleSaid = { readonly kind: "role"; readonly role: Role; readonly standing: Standing } | Refused;

/** Whoever has a seat keeps it: where the new role has no place left, nothing changes. */
export function switchRole(run: Run, userId: string, role: Role): Ruling<RoleSaid> {
  const before = signupOf(run, userId);
  if (run.state === "over") return { run, said: OVER };
  if (before === undefined) return { run, said: NOT_IN };
  if (!run.roles.some((place) => place.role === role)) return { run, said: { kind: "which-role" } };
  if (before.standing === "seated" && before.role !== role && !couldChangeTo(run, role))
    return { run, said: { kind: "role-full", role } };

  const changed = settled(withSignup(run, { ...before, role }));
  const { standing } = signupOf(changed, userId) ?? before;
  return { run: changed, said: { kind: "role", role, standing } };
}

export type CaptainSaid = { readonly kind: "captain"; readonly captain: RosterCaptain } | Refused;

/** Another captain takes the seat; where roles are careers, only one of the same career, or where there is a place. */
export function switchCaptain(run: Run, userId: string, captain: RosterCaptain): Ruling<CaptainSaid> {
  const before = signupOf(run, userId);
  if (run.state === "over") return { run, said: OVER };
  if (before === undefined) return { run, said: NOT_IN };
  const byCareer = run.roles.some((place) => place.role === captain.career) ? captain.career : undefined;
  const role = byCareer ?? before.role;
  if (before.standing === "seated" && role !== undefined && role !== before.role && !couldChangeTo(run, role))
    return { run, said: { kind: "role-full", role } };
  return {
    run: settled(withSignup(run, { ...before, captain, role })),
    said: { kind: "captain", captain },
  };
}

const OVER = { kind: "over" } as const;
const NOT_IN = { kind: "not-in" } as const;

/** Why nobody new comes in, or `undefined`. Whom the leader adds comes in even when it is locked. */
function closedTo(run: Run, addedBy: string | undefined): Refused | undefined {
  if (run.state === "over") return OVER;
  if (run.state === "locked" && addedBy === undefined) return { kind: "locked" };
  return run.signups.length >= runLimits.signups ? { kind: "too-many" } : undefined;
}

function withNewcomer(run: Run, signup: Signup): Run {
  const others = run.signups.filter(({ userId }) => userId !== signup.userId);
  return { ...run, nextOrder: run.nextOrder + 1, signups: [...others, signup] };
}

/** The role asked for, else the captain's career where careers are asked for; nothing where no roles are. */
function roleFor(
  { roles }: Run,
  wish: Role | undefined,
  captain: RosterCaptain | undefined,
): Role | "unknown" | undefined {
  if (roles.length === 0) return undefined;
  const known = [wish, captain?.career].find((role) => roles.some((place) => place.role === role));
  return known ?? "unknown";
}
