import { expect, test } from "vitest";
import { dropAgainAndAgain, type WayName } from "./drops.ts";

const AT_ONCE = [
  "cut without a word",
  "asked to reconnect (op 7)",
  "session invalid, may be resumed (op 9 true)",
  "closed with 4000",
] as const satisfies readonly WayName[];
const BEGUN_ANEW = [
  "session invalid (op 9 false)",
  "closed with 4007",
  "closed with 4008",
  "closed with 4009",
] as const satisfies readonly WayName[];
const RESUMED = { drops: 1, resumes: 1, identifies: 0, unanswered: [], longestMs: expect.any(Number) };
const ANEW = { ...RESUMED, resumes: 0, identifies: 1 };

/** A login waits five seconds for the one before it, and a heartbeat three: each bot does its waiting beside the others. */
const options = { timeout: 120_000 };

test.concurrent(
  "a connection that is lost in ways that leave the session loses no reminder, and costs no login",
  options,
  async () => {
    const { drops, ...rest } = await dropAgainAndAgain({ drops: AT_ONCE.length, by: AT_ONCE });
    expect(rest).toEqual({ reminders: AT_ONCE.length, lost: 0, doubled: 0, failures: [] });
    for (const way of AT_ONCE) expect([way, drops.get(way)]).toEqual([way, RESUMED]);
  },
);

test.concurrent(
  "a connection whose heartbeats are not acknowledged is left for the same session",
  options,
  async () => {
    const way = "no heartbeat acknowledged";
    const { drops, ...rest } = await dropAgainAndAgain({ drops: 1, by: [way] });
    expect(rest).toEqual({ reminders: 1, lost: 0, doubled: 0, failures: [] });
    expect(drops.get(way)).toEqual(RESUMED);
  },
);

test.concurrent.for(BEGUN_ANEW)(
  "a connection that is %s is begun anew with one login",
  options,
  async (way) => {
    const { drops, ...rest } = await dropAgainAndAgain({ drops: 1, by: [way] });
    expect(rest).toEqual({ reminders: 1, lost: 0, doubled: 0, failures: [] });
    expect(drops.get(way)).toEqual(ANEW);
  },
);
