import { expect, test } from "vitest";
import { instant, read } from "./reading.ts";

/** A quarter past six on Friday, and two on Saturday afternoon, both in Berlin. */
const FRIDAY = Date.parse("2026-11-20T18:15:00+01:00");
const SATURDAY = Date.parse("2026-11-21T14:00:00+01:00");

/** Which of two times in Berlin is meant is asked. */
function either(one: string, other: string, because: string) {
  return { kind: "either", at: [one, other].map((wall) => Date.parse(`${wall}+01:00`)), because };
}

test.each([
  ["sat 22:00-24:00", "2026-11-21T21:00"],
  ["sat 22:00 – 24:00", "2026-11-21T21:00"],
  ["sat 8pm to midnight", "2026-11-21T19:00"],
  ["sat 8pm until midnight", "2026-11-21T19:00"],
  ["8pm - midnight sat", "2026-11-21T19:00"],
  ["24.12. 22:00-24:00", "2026-12-24T21:00"],
  ["dec 24 10pm to midnight", "2026-12-24T21:00"],
  ["tonight 22:00-24:00", "2026-11-20T21:00"],
  ["tonight 10pm to midnight", "2026-11-20T21:00"],
  ["tonight 10-12", "2026-11-20T21:00"],
  ["10-12 tonight", "2026-11-20T21:00"],
  ["tonight 11-1am", "2026-11-20T22:00"],
  ["tomorrow night 10-12", "2026-11-21T21:00"],
  ["friday night 10pm-2am", "2026-11-20T21:00"],
  ["tonight 12-2", "2026-11-20T23:00"],
  ["tonight 1am-3am", "2026-11-21T00:00"],
  ["sat 24:00-02:00", "2026-11-21T23:00"],
  ["sat 22:00-24:00 CET", "2026-11-21T21:00"],
])("where a run ends at night does not say when it starts: %s", (typed, expected) => {
  expect(instant(typed, { now: FRIDAY })).toBe(expected);
});

test("a midnight at which a run ends is no midnight to ask about", () => {
  expect(instant("sat 8pm to midnight", { now: SATURDAY })).toBe("2026-11-21T19:00");
  expect(read("8 to midnight", { now: SATURDAY })).toMatchObject({ because: "morning-or-evening" });
});

test.each([
  ["tonight at 12:30", "2026-11-20T23:30"],
  ["12:30 tonight", "2026-11-20T23:30"],
  ["tonight 12.30", "2026-11-20T23:30"],
  ["tonight 12:45am", "2026-11-20T23:45"],
  ["tonight 12:15 a.m.", "2026-11-20T23:15"],
  ["tonight 0:30", "2026-11-20T23:30"],
  ["00:30 tonight", "2026-11-20T23:30"],
  ["tonight 00:00", "2026-11-20T23:00"],
  ["12 tonight", "2026-11-20T23:00"],
  ["tonight 12am", "2026-11-20T23:00"],
  ["tonight 12 a.m.", "2026-11-20T23:00"],
  ["this evening at 12", "2026-11-20T23:00"],
  ["this night at 1", "2026-11-21T00:00"],
  ["tonight at 4am", "2026-11-21T03:00"],
  ["tonight at 12:30 CET", "2026-11-20T23:30"],
  ["tonight at 1 EST", "2026-11-21T06:00"],
  ["tonight at 12:30 ET", "2026-11-21T05:30"],
  ["sat 24:00 EST", "2026-11-22T05:00"],
  ["tonight at 12 pm", "2026-11-20T23:00"],
])("an hour of tonight behind midnight keeps its minutes and its zone: %s", (typed, expected) => {
  expect(instant(typed, { now: FRIDAY })).toBe(expected);
});

test.each([
  ["fri night at 1", "2026-11-21T01:00", "2026-11-27T01:00"],
  ["friday night 1am", "2026-11-21T01:00", "2026-11-27T01:00"],
  ["1:30am friday night", "2026-11-21T01:30", "2026-11-27T01:30"],
  ["tomorrow night at 2", "2026-11-21T02:00", "2026-11-22T02:00"],
  ["tomorrow night 2:30am", "2026-11-21T02:30", "2026-11-22T02:30"],
  ["tomorrow evening 12:30", "2026-11-21T00:30", "2026-11-22T00:30"],
  ["monday night 01:00", "2026-11-23T01:00", "2026-11-24T01:00"],
  ["monday night 1-3", "2026-11-23T01:00", "2026-11-24T01:00"],
  ["nov 28 at night 1", "2026-11-28T01:00", "2026-11-29T01:00"],
  ["28nov night at 1", "2026-11-28T01:00", "2026-11-29T01:00"],
  ["1 at night on 28 nov", "2026-11-28T01:00", "2026-11-29T01:00"],
  ["monday night at 1 CET", "2026-11-23T01:00", "2026-11-24T01:00"],
])("an hour of another night is in the night to that day or in the one after it: %s", (typed, one, other) => {
  expect(read(typed, { now: FRIDAY })).toEqual(either(one, other, "which-night"));
});

test.each([
  ["monday night at 12", "2026-11-23T00:00", "2026-11-24T00:00"],
  ["monday night 12am", "2026-11-23T00:00", "2026-11-24T00:00"],
  ["monday night at midnight", "2026-11-23T00:00", "2026-11-24T00:00"],
  ["midnight monday night", "2026-11-23T00:00", "2026-11-24T00:00"],
  ["monday evening 12", "2026-11-23T00:00", "2026-11-24T00:00"],
  ["tomorrow midnight EST", "2026-11-21T06:00", "2026-11-22T06:00"],
])("twelve at night is midnight: %s", (typed, one, other) => {
  expect(read(typed, { now: FRIDAY })).toEqual(either(one, other, "which-midnight"));
});

test("twelve pm of a night is noon by the book and midnight by the night, and is asked about", () => {
  expect(read("monday night 12:30pm", { now: FRIDAY })).toEqual(
    either("2026-11-23T12:30", "2026-11-24T00:30", "noon-or-midnight"),
  );
});

test.each([
  ["monday night 24:00", "2026-11-23T23:00"],
  ["monday night at 8", "2026-11-23T19:00"],
  ["monday night 10:30", "2026-11-23T21:30"],
  ["monday night 8pm", "2026-11-23T19:00"],
  ["night at 1", "2026-11-21T00:00"],
  ["monday 12:30", "2026-11-23T11:30"],
  ["monday 1am", "2026-11-23T00:00"],
])("nothing is asked of what a night leaves clear: %s", (typed, expected) => {
  expect(instant(typed, { now: FRIDAY })).toBe(expected);
});

test("behind midnight, the night is the one that is under way", () => {
  const now = Date.parse("2026-11-22T00:30:00+01:00");
  expect(instant("tonight at 1", { now })).toBe("2026-11-22T00:00");
  expect(instant("tonight at 12:45", { now })).toBe("2026-11-21T23:45");
});
