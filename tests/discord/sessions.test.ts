import { expect, test } from "vitest";
import { createSessions } from "../../src/discord/sessions.ts";

const session = { sessionId: "s", sequence: 1, resumeURL: "wss://gateway.test", shardId: 0, shardCount: 1 };

test("a session goes on with each packet, and ends with one that is broken", () => {
  const sessions = createSessions();
  for (const sequence of [1, 2, 7]) {
    sessions.keep(0, { ...session, sequence });
    expect(sessions.of(0)).toEqual({ ...session, sequence });
  }
  for (const broken of [
    { ...session, sequence: Number.NaN },
    { ...session, sessionId: undefined as never },
    { ...session, resumeURL: "https://gateway.test" },
    { ...session, resumeURL: "nowhere" },
    null,
  ]) {
    sessions.keep(0, session);
    sessions.keep(0, broken);
    expect(sessions.of(0)).toBeNull();
  }
});

test("another session takes the place of the one before, if its address can be tried", () => {
  const sessions = createSessions();
  sessions.keep(0, session);
  const next = { ...session, sessionId: "t", resumeURL: "wss://elsewhere.test" };
  sessions.keep(0, next);
  expect(sessions.of(0)).toEqual(next);
});
