import { expect, test } from "vitest";
import { countdown, dayInWords, daysInWords } from "../../src/ui/times.ts";

test("a day is told as precisely as it is known", () => {
  expect(dayInWords("2018-06-28")).toBe("28 June 2018");
  expect(dayInWords("2018-06")).toBe("June 2018");
  expect(dayInWords("2018")).toBe("2018");
});

test("days of one year name the year once, days of two years name both", () => {
  expect(daysInWords("2018-06-28", "2018-07-26")).toBe("28 June – 26 July 2018");
  expect(daysInWords("2024-12-31", "2025-01-14")).toBe("31 December 2024 – 14 January 2025");
});

test("a length of time reads as the journal counts it down", () => {
  expect([119, 92, 180, 5, 720].map(countdown)).toEqual(["1:59", "1:32", "3:00", "0:05", "12:00"]);
});
