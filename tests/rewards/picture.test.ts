import { expect, test } from "vitest";
import { chartInWords, chartOf } from "../../src/rewards/chart.ts";
import { draw } from "../../src/rewards/picture.ts";
import { refusalsOf } from "../house.ts";
import { claimed, crowded, DAY, days, HOUR, periodsWith, STARTS_AT, track } from "./boards.ts";
import { counter, said } from "./counter.ts";

const PNG = [0x89, 0x50, 0x4e, 0x47];

test("the chart of a fleet's progress holds counts and periods, and no names", () => {
  const of = track({ watchers: ["7"] });
  const all = periodsWith(of, [
    claimed(STARTS_AT),
    claimed(STARTS_AT, { userId: "101" }),
    claimed(STARTS_AT + 7 * DAY),
  ]);
  const chart = chartOf(of, all, STARTS_AT + 8 * DAY);
  expect(chart.columns.map(({ count, is }) => [count, is])).toEqual([
    [2, "past"],
    [1, "running"],
    [0, "ahead"],
    [0, "ahead"],
  ]);
  expect(chartInWords(of, chart)).toBe("Week 2 of 4 · 3 members take part. Claims: week 1 2, week 2 1.");
});

test.each([
  ["four weeks", track()],
  ["two months of days", days({ length: 62 })],
  ["an event with a cooldown", days({ cadence: "cooldown" })],
])("the picture of %s is drawn for 2,000 members", async (_name, of) => {
  const png = await draw(chartOf(of, crowded(of), STARTS_AT + HOUR));
  expect([...png.subarray(0, 4)]).toEqual(PNG);
});

test("a press on Picture answers in private, with a file and its words", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  await bot.member("3").press(`v1:rewards:take:${trackId}:0:`);
  const answer = await bot.member("4").press(`v1:rewards:picture:${trackId}`);
  expect(refusalsOf(answer, bot.files)).toEqual([]);
  expect(JSON.stringify(answer)).toContain("Week 1 of 4 · 1 member takes part. Claims: week 1 1.");
  expect([...Buffer.from(bot.files[0]?.data ?? "", "base64").subarray(0, 4)]).toEqual(PNG);
  const early = await bot.opened({ what: "Event", weeks: 1, starts: "in 48 hours" });
  expect(said(await bot.press(`v1:rewards:picture:${early.trackId}`))).toContain("nothing to draw");
});
