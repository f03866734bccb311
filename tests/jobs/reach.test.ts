import { expect, test } from "vitest";
import { outOfReach } from "../../src/jobs/reach.ts";
import { runKey } from "../../src/runs/store.ts";

const KEY = runKey("2", "r1");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test("a card that stays out of reach is looked at soon, then less and less often, and once an hour in the end", () => {
  const { pauses } = looking();
  const all = pauses(DAY);
  expect(all[0]).toBeLessThanOrEqual(5_000);
  expect(all.toSorted((one, other) => one - other)).toEqual(all);
  expect(all.at(-1)).toBe(HOUR);
  expect(all.length).toBeLessThan(40);
});

test("a card that was within reach meanwhile is looked at soon again", () => {
  const { pauses, away } = looking();
  pauses(DAY);
  away.over(KEY);
  expect(pauses(MINUTE)[0]).toBeLessThanOrEqual(5_000);
});

function looking() {
  let now = 0;
  const away = outOfReach(() => now);
  /** Between the looks of so much time. */
  function pauses(forMs: number): readonly number[] {
    const until = now + forMs;
    const all: number[] = [];
    while (now < until) {
      const next = away.lookAgainAt(KEY);
      all.push(next - now);
      now = next;
    }
    return all;
  }
  return { away, pauses };
}
