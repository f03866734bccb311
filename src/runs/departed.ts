import { NO_ACTOR, withDebts } from "./debts.ts";
import { asOf } from "./passing.ts";
import { isOver, NOBODY, type Run, seated, signupOf } from "./run.ts";
import { settled, withoutSignup } from "./seats.ts";

/** Whose leaving the server would change something at once: who has a seat, and who leads. */
export function onCall(run: Run): readonly string[] {
  if (isOver(run)) return [];
  const crew = seated(run).map(({ userId }) => userId);
  return run.leaderId === NOBODY || crew.includes(run.leaderId) ? crew : [...crew, run.leaderId];
}

/** Whoever left the server leaves the run: the seat goes to who waits first, and officers lead it. Only a count is kept. */
export function withoutDeparted(stored: Run, userId: string, now: number): Run {
  const run = asOf(stored, now);
  const isLeader = run.leaderId === userId;
  if (isOver(run) || (signupOf(run, userId) === undefined && !isLeader)) return stored;
  const rest = settled({
    ...withoutSignup(run, userId),
    leaderId: isLeader ? NOBODY : run.leaderId,
    departed: (run.departed ?? 0) + 1,
  });
  return withDebts(run, rest, now, NO_ACTOR);
}
