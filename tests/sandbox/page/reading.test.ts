import type { APIMessage } from "discord-api-types/v10";
import { expect, test } from "vitest";
import type { Entry, State } from "../../../src/sandbox/page/page.ts";
import { firstNew, readSoFar, unreadFrom } from "../../../src/sandbox/page/reading.ts";

const juno = { userId: "juno", channelId: "runs" };

function entry(id: string, author: string, ephemeral = false): Entry {
  const message = { id, author: { id: author } } as APIMessage;
  return { kind: "message", id, seen: { message, ephemeral, pinged: [] } };
}

test("the first message of somebody else since the last one that was read is new", () => {
  const seen = [entry("1000", "bot"), entry("2000", "bot")];
  const readTo = readSoFar({ ...juno, entries: seen, readTo: new Map() } as unknown as State);
  const now = [
    ...seen,
    entry("3000", "juno"),
    entry("4000", "bot", true),
    entry("5000", "bot"),
    entry("6000", "bot"),
  ];
  expect(firstNew(now, readTo, juno)).toBe("5000");
  expect(firstNew(seen, readTo, juno)).toBeUndefined();
});

test("ids are compared as numbers, and everybody reads for themselves", () => {
  const readTo = new Map([["juno:runs", "999"]]);
  expect(firstNew([entry("1000", "bot")], readTo, juno)).toBe("1000");
  expect(firstNew([entry("1000", "bot")], readTo, { ...juno, userId: "sovaka" })).toBeUndefined();
});

test("what comes to a channel that nobody has opened is new from its first message on", () => {
  const readTo = unreadFrom(unreadFrom(new Map(), juno, "1000"), juno, "2000");
  expect(firstNew([entry("500", "bot"), entry("1000", "bot"), entry("2000", "bot")], readTo, juno)).toBe(
    "1000",
  );
});
