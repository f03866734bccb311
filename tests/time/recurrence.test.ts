import { expect, test } from "vitest";
import { hourShifts } from "../../src/time/hour-shifts.ts";
import { nextCount, occurrenceAt, type Recurrence } from "../../src/time/recurrence.ts";
import { judgeWeekly } from "./wall-clock-oracle.ts";

const saturdays: Recurrence = { firstOn: "2026-10-17T20:00", zone: "Europe/Berlin", rhythm: "weekly" };

function times(recurrence: Recurrence, count: number): string[] {
  return Array.from({ length: count }, (_, at) =>
    new Date(occurrenceAt(recurrence, at)).toISOString().slice(0, 16),
  );
}

test("a weekly run keeps its hour of the wall clock when the clocks are changed", () => {
  expect(times(saturdays, 3)).toEqual(["2026-10-17T18:00", "2026-10-24T18:00", "2026-10-31T19:00"]);
});

test("a fortnightly and a daily run come back after fourteen days and after one", () => {
  expect(times({ ...saturdays, rhythm: "fortnightly" }, 2)[1]).toBe("2026-10-31T19:00");
  expect(times({ ...saturdays, rhythm: "daily" }, 2)[1]).toBe("2026-10-18T18:00");
});

test("an hour that was moved by a clock change comes back the next time", () => {
  const nights: Recurrence = { firstOn: "2027-03-27T02:30", zone: "Europe/Berlin", rhythm: "daily" };
  expect(times(nights, 3)).toEqual(["2027-03-27T01:30", "2027-03-28T01:30", "2027-03-29T00:30"]);
});

test("the next occurrence is the first one that is later", () => {
  const [first = 0, second = 0] = [occurrenceAt(saturdays, 0), occurrenceAt(saturdays, 1)];
  expect(nextCount(saturdays, first - 1)).toBe(0);
  expect(nextCount(saturdays, first)).toBe(1);
  expect(nextCount(saturdays, second - 1)).toBe(1);
  expect(occurrenceAt(saturdays, nextCount(saturdays, second + 1e11))).toBeGreaterThan(second + 1e11);
});

test("members elsewhere are warned of the week in which the hour shifts for them", () => {
  const weekly: Recurrence = { firstOn: "2027-02-27T20:00", zone: "Europe/Berlin", rhythm: "weekly" };
  expect(hourShifts(weekly, ["America/New_York", "Europe/Paris", "Asia/Tokyo"], 6)).toEqual([
    { zone: "America/New_York", at: Date.parse("2027-03-20T20:00+01:00"), byMinutes: 60 },
    { zone: "Asia/Tokyo", at: Date.parse("2027-04-03T20:00+02:00"), byMinutes: -60 },
  ]);
});

test("the weeks of forty zones over two years are those of an independent search", () => {
  const all = Intl.supportedValuesOf("timeZone");
  const zones = all.filter((_, place) => place % Math.ceil(all.length / 40) === 0);
  const verdict = judgeWeekly({ zones, wallTimes: ["02:30", "20:00"], years: 2 }, (zone, firstOn, weeks) =>
    Array.from({ length: weeks }, (_, count) => occurrenceAt({ firstOn, zone, rhythm: "weekly" }, count)),
  );
  expect(verdict.wrong).toEqual([]);
  expect(verdict.checked).toBeGreaterThan(7_500);
});
