import { expect, test } from "vitest";
import { spansOf } from "../../src/rewards/periods.ts";
import { callLetter } from "../../src/rewards/view/letters.ts";
import { idOn } from "../end-to-end/seen.ts";
import { buttonId, counter, NOON, optionIn, said } from "./counter.ts";

const WEEK = 7 * 24 * 3_600_000;
const CLOSED = "week 1 of 3 closed before you pressed, so nothing was noted";

/** An event of three weeks, a second before the first of them closes. */
async function lastMoment(per: "account" | "captain" = "account") {
  const bot = counter();
  const track = await bot.opened({ what: "Crystalline Event", weeks: 3, per });
  bot.time.now = NOON + WEEK - 1_000;
  return { bot, track, member: bot.member("3") };
}

test("a board and one's own progress that show a week claim that week, and not the one after it", async () => {
  const { bot, track, member } = await lastMoment();
  const board = await member.run("rewards board");
  const mine = await member.press(`v1:rewards:mine:${track.trackId}`);
  bot.time.now += 5_000;
  for (const shown of [board, mine])
    expect(said(await member.press(buttonId(shown, "Claim")))).toContain(CLOSED);
  expect(await bot.kept()).toEqual([]);
});

test("a last call claims the week that it calls for", async () => {
  const { bot, track, member } = await lastMoment();
  const claim = idOn(callLetter(track, spansOf(track)[0], "last", ["3"], []), "Claim");
  bot.time.now += 5_000;
  expect(said(await member.press(claim))).toContain(CLOSED);
  bot.time.now -= 5_000;
  expect(said(await member.press(claim))).toContain("week 1 of 3");
  expect(await bot.kept()).toMatchObject([{ plannedAt: NOON, claims: [{ userId: "3" }] }]);
});

test("whose claim it is, asked in one week, is not booked on the next", async () => {
  const { bot, track, member } = await lastMoment("captain");
  await member.run("captain add", { name: "Zarva", faction: "klingon" });
  await member.run("captain add", { name: "T'Rin", faction: "federation" });
  const asked = await member.press(`v1:rewards:claim:${track.trackId}:${NOON}`);
  bot.time.now += 5_000;
  expect(said(await member.pick(...optionIn(asked, "T'Rin")))).toContain(CLOSED);
  expect(await bot.kept()).toEqual([]);
});

test("who is told that a week closed is offered the one that runs, and none after that", async () => {
  const { bot, track, member } = await lastMoment();
  const claim = `v1:rewards:claim:${track.trackId}:${NOON}`;
  bot.time.now += 5_000;
  const closed = await member.press(claim);
  expect(said(closed)).toContain("so nothing was noted. Week 2 of 3 is open now");
  const offered = buttonId(closed, "Claim");
  bot.time.now += WEEK;
  expect(said(await member.press(offered))).toContain("week 2 of 3 closed before you pressed");
  bot.time.now -= WEEK;
  expect(said(await member.press(offered))).toContain("Noted: **Crystalline Event**, week 2 of 3.");
});
