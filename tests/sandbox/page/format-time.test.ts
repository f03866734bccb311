import { expect, test } from "vitest";
import { formatTime } from "../../../src/sandbox/page/markdown/format-time.ts";
import type { TimeStyle } from "../../../src/sandbox/page/markdown/tree.ts";

const NOW = Date.UTC(2026, 10, 20, 12);
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

test.each<[number, string]>([
  [0, "in 0 seconds"],
  [-10_000, "10 seconds ago"],
  [50_000, "in 1 minute"],
  [90 * MINUTE_MS, "in 2 hours"],
  [-DAY_MS, "1 day ago"],
  [29 * DAY_MS, "in 29 days"],
  [40 * DAY_MS, "in 1 month"],
  [-800 * DAY_MS, "2 years ago"],
])("%i ms from now is %j", (byMs, text) => {
  expect(formatTime(NOW + byMs, "R", "en-US", NOW)).toBe(text);
});

test("a timestamp is written in the language of whoever looks", () => {
  expect(formatTime(NOW + 3 * DAY_MS, "R", "de", NOW)).toBe("in 3 Tagen");
  expect(formatTime(NOW, "D", "es-ES", NOW)).toContain("noviembre");
});

/** The examples of Discord's own table, in British English. */
test.each<[TimeStyle, string]>([
  ["t", "16:20"],
  ["T", "16:20:30"],
  ["d", "20/04/2021"],
  ["D", "20 April 2021"],
  ["f", "20 April 2021 at 16:20"],
  ["F", "Tuesday, 20 April 2021 at 16:20"],
  ["s", "20/04/2021, 16:20"],
  ["S", "20/04/2021, 16:20:30"],
])("style %s is written as %j", (style, text) => {
  const at = new Date(2021, 3, 20, 16, 20, 30).getTime();
  expect(formatTime(at, style, "en-GB", NOW)).toBe(text);
});
