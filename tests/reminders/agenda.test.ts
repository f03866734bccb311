import fc from "fast-check";
import { expect, test } from "vitest";
import { agenda } from "../../src/reminders/agenda.ts";
import { heap } from "../../src/reminders/heap.ts";
import { handTime } from "../../src/sandbox/protocol-time.ts";
import { DAY, HOUR } from "./occurrences.ts";

test("a heap gives back in order whatever it was given", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (instants) => {
      const queue = heap();
      for (const at of instants) queue.push({ key: "", at });
      expect(instants.map(() => queue.pop()?.at)).toEqual(instants.toSorted((one, other) => one - other));
      expect(queue.pop()).toBeUndefined();
    }),
  );
});

test("keys ring in the order of their instants, once, at their last instant", () => {
  const { time, entries, rung } = prepared();
  entries.set("late", 2_000);
  entries.set("moved", 500);
  entries.set("early", 1_000);
  entries.set("moved", 3_000);
  entries.set("never", 1_500);
  entries.delete("never");

  time.advance(2_500);
  expect(rung).toEqual(["early", "late"]);
  time.advance(DAY);
  expect(rung).toEqual(["early", "late", "moved"]);
  expect(entries.size).toBe(0);
});

test("something 400 days ahead rings on time, and no timer is longer than an hour", () => {
  const longest = { ms: 0 };
  const { time, entries, rung } = prepared(longest);
  entries.set("far", 400 * DAY);
  time.advance(400 * DAY - 1);
  expect(rung).toEqual([]);
  time.advance(1);
  expect(rung).toEqual(["far"]);
  expect(longest.ms).toBeLessThanOrEqual(HOUR);
});

test("a calendar that is turned while it waits is looked at again", () => {
  const { entries, rung, turn } = prepared();
  entries.set("run", 3 * DAY);
  turn(3 * DAY);
  entries.wake();
  expect(rung).toEqual(["run"]);
});

test("ten thousand changes to one key do not pile up", () => {
  const { time, entries, rung } = prepared();
  for (let at = 1; at <= 10_000; at++) entries.set("one", at);
  time.advance(20_000);
  expect(rung).toEqual(["one"]);
});

function prepared(longest = { ms: 0 }) {
  const time = handTime(0);
  const rung: string[] = [];
  let offsetMs = 0;
  const entries = agenda({
    now: () => time.now() + offsetMs,
    after: (delayMs, task) => {
      longest.ms = Math.max(longest.ms, delayMs);
      return time.after(delayMs, task);
    },
    ring: (key) => rung.push(key),
  });
  return { time, entries, rung, turn: (byMs: number) => (offsetMs += byMs) };
}
