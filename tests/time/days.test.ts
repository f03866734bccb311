import { expect, test } from "vitest";
import { stoDay } from "../../src/time/days.ts";

const oracle = new Intl.DateTimeFormat("sv-SE", { timeZone: "America/Los_Angeles" });

test("the day on STO's clock is the day in Los Angeles at every half hour of two years, whichever way time runs", () => {
  const start = Date.UTC(2026, 0, 1);
  const instants = Array.from({ length: 2 * 366 * 48 }, (_, count) => start + count * 1_800_000);
  for (const order of [instants, instants.toReversed()]) {
    expect(order.filter((at) => stoDay(at) !== oracle.format(at))).toEqual([]);
  }
});

test("a day ends at midnight to the millisecond, also on the days when the clocks change", () => {
  for (const midnight of [
    Date.UTC(2026, 2, 8, 8),
    Date.UTC(2026, 2, 9, 7),
    Date.UTC(2026, 10, 1, 7),
    Date.UTC(2026, 10, 2, 8),
  ]) {
    expect(stoDay(midnight)).not.toBe(stoDay(midnight - 1));
    expect(stoDay(midnight)).toBe(oracle.format(midnight));
  }
});
