import { type Role, type Run, type Signup, seated } from "./run.ts";

/**
 * Gives out the seats anew: whoever has one keeps it while there are enough, and the free ones go to those who wait,
 * in their order, each for the role they asked for. When seats were taken away, the last to come wait again, the
 * leader last of all.
 */
export function settled(run: Run): Run {
  const kept = new Set(keepers(run).map((signup) => signup.userId));
  const take = freeSeats(run, kept);
  const signups = run.signups.map((signup): Signup => {
    if (kept.has(signup.userId) || signup.standing === "tentative") return signup;
    return take(signup.role) ? { ...signup, standing: "seated" } : waitingAgain(signup);
  });
  return { ...run, signups };
}

function waitingAgain(signup: Signup): Signup {
  return signup.standing === "waiting" ? signup : { ...signup, standing: "waiting" };
}

/** True when a seat is free, and one of those for the role. */
export function hasSeatFor(run: Run, role: Role | undefined): boolean {
  const sitting = seated(run);
  if (sitting.length >= run.seats) return false;
  const most = mostOf(run, role);
  return sitting.filter((signup) => signup.role === role).length < most;
}

/** True when one who has a seat could take another role without taking it from anybody. */
export function couldChangeTo(run: Run, role: Role | undefined): boolean {
  return seated(run).filter((signup) => signup.role === role).length < mostOf(run, role);
}

export function withSignup(run: Run, changed: Signup): Run {
  return {
    ...run,
    signups: run.signups.map((signup) => (signup.userId === changed.userId ? changed : signup)),
  };
}

export function withoutSignup(run: Run, userId: string): Run {
  return { ...run, signups: run.signups.filter((signup) => signup.userId !== userId) };
}

/** Hands out what is left over by those who keep their seats; false when there is none for the role. */
function freeSeats(run: Run, kept: ReadonlySet<string>): (role: Role | undefined) => boolean {
  const taken = new Map<Role | undefined, number>();
  for (const { userId, role } of run.signups)
    if (kept.has(userId)) taken.set(role, (taken.get(role) ?? 0) + 1);
  let left = run.seats - kept.size;
  return (role) => {
    const ofRole = taken.get(role) ?? 0;
    if (left === 0 || ofRole >= mostOf(run, role)) return false;
    taken.set(role, ofRole + 1);
    left -= 1;
    return true;
  };
}

/** How many of a role there may be; as many as there are seats, when nothing is said. */
function mostOf({ roles, seats }: Run, role: Role | undefined): number {
  return roles.find((place) => place.role === role)?.most ?? seats;
}

function keepers(run: Run): readonly Signup[] {
  const sitting = seated(run);
  if (sitting.length <= run.seats) return sitting;
  const byClaim = sitting.toSorted(
    (one, other) =>
      Number(other.userId === run.leaderId) - Number(one.userId === run.leaderId) || one.order - other.order,
  );
  return byClaim.slice(0, run.seats);
}
