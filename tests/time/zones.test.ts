import { expect, test } from "vitest";
import { isZone, readZone, timeIn, zonesLike } from "../../src/time/zones.ts";

const NOW = Date.UTC(2026, 10, 20, 20, 14);

test.each([
  ["Europe/Berlin", "Europe/Berlin"],
  ["europe/berlin", "Europe/Berlin"],
  ["america/new york", "America/New_York"],
  ["Berlin", "Europe/Berlin"],
  ["new york", "America/New_York"],
  ["São Paulo", "America/Sao_Paulo"],
  ["utc", "UTC"],
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["Kiev", "Europe/Kyiv"],
  ["france", "Europe/Paris"],
  ["Germany", "Europe/Berlin"],
  ["UK", "Europe/London"],
  ["seattle", "America/Los_Angeles"],
  ["jst", "Asia/Tokyo"],
  ["Berlni", "Europe/Berlin"],
  ["londn", "Europe/London"],
  ["los angelos", "America/Los_Angeles"],
  ["Europe/Amsterdm", "Europe/Amsterdam"],
])("“%s” is %s", (typed, zone) => {
  expect(readZone(typed, NOW)).toEqual({ zone });
});

test.each([
  ["cst", "America/Chicago"],
  ["EST", "America/New_York"],
  ["CET", "Europe/Berlin"],
  ["usa", "America/New_York"],
  ["utc+1", "Europe/Berlin"],
  ["GMT -5", "America/New_York"],
])("“%s” may be several: %s is offered, and nothing is taken at once", (typed, zone) => {
  expect(readZone(typed, NOW)).toEqual({ near: expect.arrayContaining([zone]) });
});

test.each(["", "   ", "xyzzy", "-", "mars", "utc+99", "a".repeat(100), "__proto__", "constructor"])(
  "“%s” is no time zone",
  (typed) => {
    expect(readZone(typed, NOW)).toEqual({ near: [] });
  },
);

test("every zone on the list can be told the time in, and has a name that reads back", () => {
  const all = zonesLike("a", 1_000, NOW).concat(zonesLike("e", 1_000, NOW));
  for (const zone of all) {
    expect(isZone(zone)).toBe(true);
    expect(readZone(zone, NOW)).toEqual({ zone });
    expect(timeIn(zone, NOW)).toMatch(/^\d\d:\d\d$/);
  }
});

test("while nothing is typed there is a zone for each part of the world", () => {
  expect(zonesLike("", 25, NOW)).toContain("Europe/Berlin");
  expect(zonesLike("", 25, NOW)).toHaveLength(25);
});

test("what begins with what was typed comes before what only holds it", () => {
  const [first] = zonesLike("lon", 25, NOW);
  expect(first).toBe("Europe/London");
});

test("the clock on the wall is the zone's own, through its summer", () => {
  expect(timeIn("Europe/Berlin", NOW)).toBe("21:14");
  expect(timeIn("Europe/Berlin", Date.UTC(2026, 6, 1, 20, 14))).toBe("22:14");
});
