import { expect, test } from "vitest";
import { BERLIN, instant, NEW_YORK, read, SATURDAY_NIGHT } from "./reading.ts";

test.each([
  ["sat 20:00", "2026-11-28T19:00"],
  ["Saturday 8pm", "2026-11-28T19:00"],
  ["22:00", "2026-11-21T21:00"],
  ["20:00", "2026-11-22T19:00"],
  ["tomorrow 8pm", "2026-11-22T19:00"],
  ["at 20:00 on friday", "2026-11-27T19:00"],
  ["tomorrow at noon", "2026-11-22T11:00"],
  ["2026-12-01 19:30", "2026-12-01T18:30"],
  ["1 dec 19:30", "2026-12-01T18:30"],
  ["01.12.2026 19:30", "2026-12-01T18:30"],
  ["31/12 19:30", "2026-12-31T18:30"],
  ["12/31/2026 7:30pm", "2026-12-31T18:30"],
  ["sat 20:00 - 22:00", "2026-11-28T19:00"],
  ["sun 22 nov 20:00", "2026-11-22T19:00"],
  ["sat @ 8pm", "2026-11-28T19:00"],
  ["tomorrow 8pm pls", "2026-11-22T19:00"],
  ["22:00!", "2026-11-21T21:00"],
  ["22:00.", "2026-11-21T21:00"],
  ["10 tonight", "2026-11-21T21:00"],
  ["22", "2026-11-21T21:00"],
  ["20h30", "2026-11-22T19:30"],
  ["sat 20h", "2026-11-28T19:00"],
  ["tomorrow 20 h 15", "2026-11-22T19:15"],
  ["20 Uhr", "2026-11-22T19:00"],
  ["20.30 Uhr", "2026-11-22T19:30"],
  ["22.30", "2026-11-21T21:30"],
  ["31.12. 20:00", "2026-12-31T19:00"],
  ["31.12 8pm", "2026-12-31T19:00"],
  ["8.10pm", "2026-11-22T19:10"],
  ["1. feb 20:00", "2027-02-01T19:00"],
  ["25-12-2026 20:00", "2026-12-25T19:00"],
])("%s is read by the wall clock of who typed it", (typed, expected) => {
  expect(instant(typed)).toBe(expected);
});

test.each([
  ["tonight at 1", "2026-11-22T00:00"],
  ["1:30 tonight", "2026-11-22T00:30"],
  ["tonight at 12", "2026-11-21T23:00"],
  ["midnight tonight", "2026-11-21T23:00"],
  ["tonight at midnight", "2026-11-21T23:00"],
  ["today at midnight", "2026-11-21T23:00"],
  ["midnight", "2026-11-21T23:00"],
  ["24:00", "2026-11-21T23:00"],
  ["sun 24:00", "2026-11-22T23:00"],
  ["sun 2400", "2026-11-22T23:00"],
  ["1 dec 24:00", "2026-12-01T23:00"],
])("the night goes on behind midnight: %s", (typed, expected) => {
  expect(instant(typed)).toBe(expected);
});

test.each([
  ["8pm EST", "2026-11-22T01:00"],
  ["8pm ET", "2026-11-22T01:00"],
  ["8pm eastern", "2026-11-22T01:00"],
  ["8pm PST", "2026-11-22T04:00"],
  ["PST 8pm", "2026-11-22T04:00"],
  ["20:00 UTC", "2026-11-22T20:00"],
  ["20:30 Europe/London", "2026-11-21T20:30"],
  ["22:00 gmt", "2026-11-21T22:00"],
  ["8pm +02:00", "2026-11-22T18:00"],
  ["2026-12-01T19:30Z", "2026-12-01T19:30"],
  ["2026-12-01T19:30:00+09:00", "2026-12-01T10:30"],
])("%s keeps the offset that was typed", (typed, expected) => {
  expect(instant(typed)).toBe(expected);
});

test("an offset counts its days where it is, not where who typed it is", () => {
  const now = Date.parse("2026-11-21T08:00:00+09:00");
  expect(instant("8pm EST", { now, zone: "Asia/Tokyo" })).toBe("2026-11-21T01:00");
});

test("a zone that keeps summer time is read by its rules on that day", () => {
  const now = Date.parse("2026-07-18T12:00:00Z");
  expect(instant("8pm ET", { now })).toBe("2026-07-19T00:00");
  expect(instant("8pm EST", { now })).toBe("2026-07-19T01:00");
});

test.each([
  ["in 40 min", 40],
  ["40m", 40],
  ["in 2 hours", 120],
  ["in an hour", 60],
  ["in half an hour", 30],
  ["in 1h30m", 90],
  ["in two hours", 120],
  ["2 hours from now", 120],
  ["in 1,5h", 90],
  ["in 20h", 1200],
  ["+8h", 480],
])("%s is counted from this very moment", (typed, minutes) => {
  expect(read(typed)).toEqual({ kind: "at", at: SATURDAY_NIGHT + minutes * 60_000, by: "duration" });
});

test("a length of time runs on while the clocks are changed", () => {
  const now = Date.parse("2027-03-13T12:00:00-05:00");
  expect(read("in 24 hours", { now, zone: NEW_YORK })).toMatchObject({ at: now + 24 * 3_600_000 });
  expect(instant("tomorrow 8pm", { now, zone: NEW_YORK })).toBe("2027-03-15T00:00");
});

test("Discord's own timestamps are taken as they are", () => {
  expect(read("<t:1796065200:F>")).toEqual({ kind: "at", at: 1_796_065_200_000, by: "exact" });
  expect(read("<t:1796065200>")).toMatchObject({ kind: "at" });
});

test("an hour that comes twice is asked about, with both", () => {
  const now = Date.parse("2026-10-31T12:00:00-04:00");
  expect(read("tomorrow 1:30am", { now, zone: NEW_YORK })).toEqual({
    kind: "either",
    at: [Date.parse("2026-11-01T01:30:00-04:00"), Date.parse("2026-11-01T01:30:00-05:00")],
    because: "clocks-go-back",
  });
});

test("an hour that the clocks leave out is not taken, and the nearest one is offered", () => {
  const now = Date.parse("2027-03-13T12:00:00-05:00");
  expect(read("tomorrow 2:30am", { now, zone: NEW_YORK })).toEqual({
    kind: "skipped",
    nearest: Date.parse("2027-03-14T03:30:00-04:00"),
  });
});

test("a date that two countries read differently is asked about", () => {
  expect(read("1/12/2026 19:30")).toMatchObject({
    kind: "at",
    at: Date.parse("2026-12-01T19:30:00+01:00"),
  });
  expect(read("2/12/2027 19:30")).toEqual({
    kind: "either",
    at: [Date.parse("2027-02-12T19:30:00+01:00"), Date.parse("2027-12-02T19:30:00+01:00")],
    because: "day-or-month",
  });
  expect(read("2-12-2027 19:30")).toEqual(read("2/12/2027 19:30"));
});

test("an hour without a half of the day is asked about", () => {
  expect(read("sat at 8")).toMatchObject({ kind: "either", because: "morning-or-evening" });
  expect(read("sat at 8 EST")).toMatchObject({ kind: "either", because: "morning-or-evening" });
  expect(read("sat 8:00")).toMatchObject({ kind: "at" });
  expect(read("tonight at 9")).toMatchObject({ kind: "past" });
  expect(read("8")).toMatchObject({ kind: "either", because: "morning-or-evening" });
  expect(read("tomorrow 8")).toMatchObject({ kind: "either", because: "morning-or-evening" });
});

test("a number of hours is an hour of the day, too, and is asked about", () => {
  expect(read("20h")).toEqual({
    kind: "either",
    at: [Date.parse("2026-11-22T17:00:30+01:00"), Date.parse("2026-11-22T20:00:00+01:00")],
    because: "hour-or-length",
  });
  expect(read("1h30")).toMatchObject({ kind: "either", because: "hour-or-length" });
});

test("the midnight of a day is the one that begins or ends it, and is asked about", () => {
  expect(read("tue midnight")).toEqual({
    kind: "either",
    at: [Date.parse("2026-11-24T00:00:00+01:00"), Date.parse("2026-11-25T00:00:00+01:00")],
    because: "which-midnight",
  });
});

test.each([
  ["yesterday 20:00", "past"],
  ["today 20:00", "past"],
  ["2025-12-01 19:30", "past"],
  ["2 hours ago", "past"],
  ["<t:1000000000>", "past"],
  ["saturday", "no-hour"],
  ["tomorrow evening", "no-hour"],
  ["in 2 days", "no-hour"],
  ["last fri 20:00", "past"],
  ["31.12.", "no-hour"],
  ["dec 8", "no-hour"],
  ["last night at 1", "past"],
  ["mon 21 nov 20:00", "other-weekday"],
  ["sunday 21.11.2026 20:00", "other-weekday"],
  ["2031-01-01 20:00", "too-far"],
  ["<t:999999999999>", "too-far"],
  ["", "unreadable"],
  ["whenever you like", "unreadable"],
  ["25:00", "unreadable"],
  ["2026-02-30 20:00", "unreadable"],
  ["2026-13-01 20:00", "unreadable"],
  ["26-12-01 20:00", "unreadable"],
  ["8.10", "unreadable"],
  ["25", "unreadable"],
  ["5 people", "unreadable"],
  ["sat 24", "unreadable"],
  ["sat 20:00 no newbies", "unreadable"],
  ["sat 20:00 or sun 20:00", "unreadable"],
  [`sat 20:00${" ".repeat(100)}x`, "unreadable"],
])("%s is not taken: %s", (typed, kind) => {
  expect(read(typed).kind).toBe(kind);
});

test("no hundred characters take longer than 5 ms to read", () => {
  const nasty = [
    "1 ",
    "in ",
    "1/1/",
    "sat ",
    "0",
    ":",
    "in 1 day and ",
    "a1:",
    "one two three ",
    "1.1.",
    "8pm ",
    "+1h",
    "8.10 ",
    "1h2 ",
    "tonight ",
  ];
  read("sat 20:00");
  const slowest = nasty.map((piece) => {
    const typed = piece.repeat(100).slice(0, 100);
    const times = Array.from({ length: 5 }, () => {
      const startedAt = performance.now();
      read(typed);
      return performance.now() - startedAt;
    });
    return Math.min(...times);
  });
  expect(Math.max(...slowest)).toBeLessThan(5);
});

test("where the server stands changes nothing", () => {
  const now = Date.parse("2027-03-13T23:30:00-05:00");
  const words = [
    "sat 20:00",
    "2:30",
    "8pm EST",
    "8pm ET",
    "in 3 hours",
    "2027-03-20 19:30",
    "tomorrow 8pm",
    "1 nov 20:00",
  ];
  const before = process.env["TZ"];
  const readings = ["UTC", "Asia/Tokyo", "America/New_York", "America/St_Johns", "Pacific/Chatham"].map(
    (zone) => {
      process.env["TZ"] = zone;
      return [BERLIN, NEW_YORK, "Asia/Kathmandu"].flatMap((own) =>
        words.map((typed) => JSON.stringify(read(typed, { now, zone: own }))),
      );
    },
  );
  if (before === undefined) delete process.env["TZ"];
  else process.env["TZ"] = before;
  expect(new Set(readings.map((one) => one.join())).size).toBe(1);
});
