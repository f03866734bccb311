import { expect, test } from "vitest";
import { dropAgainAndAgain, type WayName } from "./drops.ts";

/** Discord lets a bot log in every five seconds, so ways that cost a login have a bot of their own. */
const RESUMED = [
  "cut without a word",
  "no heartbeat acknowledged",
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

test.concurrent("a connection that is lost in ways that leave the session loses no reminder, and costs no login", async () => {
  const { drops, ...rest } = await dropAgainAndAgain({ drops: 5, by: RESUMED });
  expect(rest).toEqual({ reminders: 5, lost: 0, doubled: 0, failures: [] });
  for (const way of RESUMED)
    expect([way, drops.get(way)]).toEqual([
      way,
      { drops: 1, resumes: 1, identifies: 0, unanswered: [], longestMs: expect.any(Number) },
    ]);
});

test.concurrent.for(BEGUN_ANEW)("a connection that is %s is begun anew with one login", async (way) => {
  const { drops, ...rest } = await dropAgainAndAgain({ drops: 1, by: [way] });
  expect(rest).toEqual({ reminders: 1, lost: 0, doubled: 0, failures: [] });
  expect(drops.get(way)).toEqual({
    drops: 1,
    resumes: 0,
    identifies: 1,
    unanswered: [],
    longestMs: expect.any(Number),
  });
});
