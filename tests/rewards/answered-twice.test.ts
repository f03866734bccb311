import { expect, test } from "vitest";
import { tracksOf } from "../../src/rewards/store.ts";
import { buttonId, counter, GUILD, NOON, said, whispered } from "./counter.ts";

const DAY = 24 * 3_600_000;
const LAST_WEEK = NOON - 8 * DAY;

/** An officer is asked whether Home really began a week ago. */
async function asked() {
  const bot = counter();
  const question = await bot.officer.run("rewards open", { what: "home", starts: "2026-11-12 12:00" });
  const otherTime = buttonId(question, "Type another time");
  const [, , , draftId] = otherTime.split(":");
  return {
    ...bot,
    otherTime,
    startAt: (at: number) => bot.officer.press(`v1:rewards:start-at:${draftId}:${at}`),
    starts: async () => (await tracksOf(bot.store, GUILD)).map(({ startsAt }) => startsAt),
  };
}

test("when a reward starts is answered once: another answer opens nothing, and claims no other start", async () => {
  const { officer, otherTime, startAt, starts } = await asked();
  expect(said(await startAt(LAST_WEEK))).toContain("**Home** is open");
  for (const again of [
    await startAt(LAST_WEEK),
    await startAt(NOON),
    await officer.submit(otherTime, { starts: "tomorrow 8am" }),
  ])
    expect(whispered(again)).toContain("That question was answered already");
  expect(await starts()).toEqual([LAST_WEEK]);
});

test("of two answers at once one opens the reward, and the other says that it is open", async () => {
  const { startAt, starts } = await asked();
  const words = (await Promise.all([startAt(LAST_WEEK), startAt(NOON)])).map(said);
  expect(words.filter((one) => one.includes("**Home** is open: "))).toHaveLength(1);
  expect(words.filter((one) => one.includes("**Home** is open already"))).toHaveLength(1);
  expect(await starts()).toHaveLength(1);
});

test("where the board was refused the answer can be given again", async () => {
  const bot = counter({ refuses: true });
  const question = await bot.officer.run("rewards open", { what: "home", starts: "2026-11-12 12:00" });
  const id = `v1:rewards:start-at:${buttonId(question, "Type another time").split(":")[3]}:${LAST_WEEK}`;
  for (let press = 0; press < 2; press++)
    expect(said(await bot.officer.press(id))).toContain("The reward is taken back");
});
