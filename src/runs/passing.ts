import { type Run, seated } from "./run.ts";

const HOUR_MS = 3_600_000;

/** An instant call that nobody answered is closed after this time. */
const CALL_MS = HOUR_MS;
/** A run that nobody ends is over this long after its start. */
const RUN_MS = 6 * HOUR_MS;

/** The run as it is at a time: what was planned has started, and what was forgotten is over. */
export function asOf(run: Run, now: number): Run {
  if (run.state === "started") {
    return now >= (run.startedAt ?? run.startsAt) + RUN_MS ? lapsed(run) : run;
  }
  if (run.state === "over") return run;
  if (run.isInstant) return now >= run.startsAt + CALL_MS ? closed(run, now) : run;
  if (now < run.startsAt) return run;
  return asOf(started(run, run.startsAt), now);
}

/** Under way from an instant on. */
export function started(run: Run, startedAt: number): Run {
  return { ...run, state: "started", startedAt, ...(run.state === "locked" && { wasLocked: true }) };
}

/** When the run changes by itself the next time; `undefined` when it does not. */
export function nextChangeAt(run: Run): number | undefined {
  if (run.state === "over") return undefined;
  if (run.state === "started") return (run.startedAt ?? run.startsAt) + RUN_MS;
  return run.isInstant ? run.startsAt + CALL_MS : run.startsAt;
}

/** A call that found its crew is under way; one that did not is over. */
function closed(run: Run, now: number): Run {
  if (seated(run).length < run.seats) return lapsed(run);
  return asOf(started(run, run.startsAt + CALL_MS), now);
}

function lapsed(run: Run): Run {
  return { ...run, state: "over", ending: "lapsed" };
}
