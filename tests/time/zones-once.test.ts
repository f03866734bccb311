import { expect, test } from "vitest";
import { readZone } from "../../src/time/zones.ts";

const NOW = Date.UTC(2026, 10, 20);
const OFFSETS = Array.from({ length: 27 }, (_, at) => `${at < 12 ? "-" : "+"}${Math.abs(at - 12)}`);

test.for([...OFFSETS, "utc+5:30", "gmt -9:30", "us", "germany", "spain", "brazil"])(
  "no zone stands twice among those near %s",
  (typed) => {
    const reading = readZone(typed, NOW);
    if ("zone" in reading) return;
    expect(reading.near).toEqual([...new Set(reading.near)]);
  },
);

test("an offset alone is asked about, because it does not say when the clocks change", () => {
  expect(readZone("-1", NOW)).toEqual({ near: ["Atlantic/Azores"] });
});
