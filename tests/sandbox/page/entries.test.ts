import { expect, test } from "vitest";
import { upToDate, withUpdate } from "../../../src/sandbox/page/entries.ts";
import type { Entry, State } from "../../../src/sandbox/page/page.ts";
import type { SeenMessage } from "../../../src/sandbox/people/protocol.ts";

const seen = (id: string, content: string) =>
  ({ message: { id, content }, ephemeral: false, pinged: [] }) as unknown as SeenMessage;
const line = (id: string, content = ""): Entry => ({ kind: "message", id, seen: seen(id, content) });
const waiting: Entry = { kind: "waiting", id: "own-1", command: "home", userId: "1" };

const before = [line("1"), line("2"), line("3"), waiting];
const [one, two, three] = before as [Entry, Entry, Entry];

test("what is fetched takes the place of what was here, and what only this page knows stays at the end", () => {
  const fetched = [line("1", "anew"), line("3", "anew")];
  expect(upToDate(before, before, fetched)).toEqual([...fetched, waiting]);
});

test("what came while it was fetched is newer: a change, a message, and one that is gone", () => {
  const changed = line("2", "changed");
  const came = line("4");
  const fetched = [line("1"), line("2", "old"), line("3"), line("5")];
  expect(upToDate(before, [one, changed, came], fetched)).toEqual([one, changed, line("5"), came]);
  expect(upToDate(before, [one, two, three], fetched)).toEqual(fetched);
});

test("what came before anything was here stands where it belongs", () => {
  const changed = line("1", "changed");
  expect(upToDate([], [changed], [line("1", "old"), line("2")])).toEqual([changed, line("2")]);
});

test("a message that changes says anew what is picked in it, and in no other", () => {
  const picked = new Map([
    ["1:ship", ["Defiant"]],
    ["11:ship", ["Vesta"]],
  ]);
  const state = { entries: [one], picked } as unknown as State;
  expect(withUpdate(state, seen("1", "anew"))).toEqual({
    entries: [line("1", "anew")],
    picked: new Map([["11:ship", ["Vesta"]]]),
  });
});
