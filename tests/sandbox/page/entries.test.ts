import { expect, test } from "vitest";
import { withUpdate } from "../../../src/sandbox/page/entries.ts";
import type { Entry, State } from "../../../src/sandbox/page/page.ts";
import type { SeenMessage } from "../../../src/sandbox/people/protocol.ts";

const seen = (id: string, content: string) =>
  ({ message: { id, content }, ephemeral: false, pinged: [] }) as unknown as SeenMessage;
const line = (id: string, content = ""): Entry => ({ kind: "message", id, seen: seen(id, content) });
const waiting: Entry = { kind: "waiting", id: "own-1", command: "home", userId: "1" };

test("a message that changes says anew what is picked in it, and in no other", () => {
  const picked = new Map([
    ["1:ship", ["Defiant"]],
    ["11:ship", ["Vesta"]],
  ]);
  const state = { entries: [line("1")], picked } as unknown as State;
  expect(withUpdate(state, seen("1", "anew"))).toEqual({
    entries: [line("1", "anew")],
    picked: new Map([["11:ship", ["Vesta"]]]),
  });
});
