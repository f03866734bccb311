import { expect, test } from "vitest";
import { endOf, nextBoundary, phaseAt, spansOf } from "../../src/rewards/periods.ts";
import { STO_ZONE } from "../../src/time/days.ts";
import { DAY, days, HOUR, STARTS_AT, track } from "./boards.ts";
import { judgeBoundaries } from "./boundaries.ts";

test("Home's four weeks open at the same hour of STO's clock", () => {
  expect(
    spansOf(track()).map(({ plannedAt, number }) => [new Date(plannedAt).toISOString(), number]),
  ).toEqual([
    ["2026-11-19T18:00:00.000Z", 1],
    ["2026-11-26T18:00:00.000Z", 2],
    ["2026-12-03T18:00:00.000Z", 3],
    ["2026-12-10T18:00:00.000Z", 4],
  ]);
  expect(new Date(endOf(track())).toISOString()).toBe("2026-12-17T18:00:00.000Z");
});

test("the clocks go back in between: the next week opens an hour later by UTC, at the same hour there", () => {
  const startsAt = Date.parse("2026-10-29T10:00-07:00");
  expect(spansOf(track({ startsAt }))[1]?.plannedAt).toBe(Date.parse("2026-11-05T10:00-08:00"));
});

test("a second before the boundary is the old week, the boundary itself the new one", () => {
  const boundary = STARTS_AT + 7 * DAY;
  expect(phaseAt(track(), boundary - 1_000)).toMatchObject({ is: "running", span: { number: 1 } });
  expect(phaseAt(track(), boundary)).toMatchObject({ is: "running", span: { number: 2 } });
});

test("a track is ahead before its start and over at its end, or when an officer closed it", () => {
  expect(phaseAt(track(), STARTS_AT - 1)).toMatchObject({ is: "ahead", first: { number: 1 } });
  expect(phaseAt(track(), endOf(track()))).toEqual({ is: "over", endedAt: endOf(track()) });
  const closedAt = STARTS_AT + HOUR;
  expect(phaseAt(track({ closedAt }), closedAt)).toEqual({ is: "over", endedAt: closedAt });
  expect(phaseAt(track({ closedAt }), closedAt - 1).is).toBe("running");
});

test("the board changes by itself at each boundary, and never again after the last", () => {
  expect(nextBoundary(track(), STARTS_AT - 1)).toBe(STARTS_AT);
  expect(nextBoundary(track(), STARTS_AT)).toBe(STARTS_AT + 7 * DAY);
  expect(nextBoundary(track(), endOf(track()))).toBeUndefined();
});

test("a track with a cooldown is one period from its start to its end", () => {
  const spans = spansOf(days({ cadence: "cooldown" }));
  expect(spans).toEqual([{ plannedAt: STARTS_AT, closesAt: STARTS_AT + 21 * DAY, number: 1 }]);
});

test("every boundary of every kind over a year is that of an independent search", () => {
  const zones = [STO_ZONE, "Australia/Lord_Howe"];
  const { checked, wrong } = judgeBoundaries({ zones, wallTimes: ["02:30"], years: 1 });
  expect(wrong).toEqual([]);
  expect(checked).toBeGreaterThan(900);
});
