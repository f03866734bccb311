import fc from "fast-check";
import { expect, test } from "vitest";
import { countdown, dayInWords, timestamp } from "../../src/ui/times.ts";

test.for([
  ["2018-06-28", "28 June 2018"],
  ["2018-06", "June 2018"],
  ["2018", "2018"],
  ["2015-10-07", "7 October 2015"],
  ["2024-02-29", "29 February 2024"],
  ["2020-12-31", "31 December 2020"],
  ["2020-01-01", "1 January 2020"],
] as const)("the day %s is %s", ([day, words]) => {
  expect(dayInWords(day)).toBe(words);
});

test.for([
  [0, "0:00"],
  [5, "0:05"],
  [59, "0:59"],
  [60, "1:00"],
  [92, "1:32"],
  [119, "1:59"],
  [180, "3:00"],
  [3_600, "60:00"],
] as const)("%i seconds count down from %s", ([seconds, words]) => {
  expect(countdown(seconds)).toBe(words);
});

test("every number of seconds counts down from what it is made of", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (seconds) => {
      const [minutes, rest] = countdown(seconds).split(":").map(Number);
      expect((minutes ?? 0) * 60 + (rest ?? 0)).toBe(seconds);
    }),
    { numRuns: 200, seed: 14 },
  );
});

test("a timestamp names the second that the instant lies in", () => {
  expect(timestamp(1_618_953_630_999, "long")).toBe("<t:1618953630:F>");
  expect(timestamp(1_618_953_630_000, "day")).toBe("<t:1618953630:D>");
  expect(timestamp(0, "relative")).toBe("<t:0:R>");
});
