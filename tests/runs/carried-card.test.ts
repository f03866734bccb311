import { expect, test } from "vitest";
import { textOf } from "../end-to-end/seen.ts";
import { messageOf, refusalsOf } from "../house.ts";
import { gathered, lobby, whispered } from "./lobby.ts";

test("while Discord holds up the card's edits, a press of its buttons brings it along, and tells who pressed", async () => {
  const bot = lobby({ isBehind: true });
  const run = await gathered(bot);
  const said = [
    ["join", "You are in: seat 2 of 5", "**2 of 5**"],
    ["tentative", "down as tentative", "1 tentative"],
    ["leave", "You are out of", "**1 of 5**"],
  ] as const;
  for (const [action, words, figures] of said) {
    expect(whispered(await bot.member("1").press(`v1:lfg:${action}:${run.runId}`))).toContain(words);
    const card = bot.carried.at(-1);
    expect(card).toMatchObject({ type: 7 });
    expect(refusalsOf(card)).toEqual([]);
    expect(textOf(messageOf(card))).toContain(figures);
  }
  expect(bot.carried).toHaveLength(3);
});

test("a press that asks first, or changes nothing, brings the card along too", async () => {
  const bot = lobby({ isBehind: true });
  const run = await gathered(bot, { mission: "second wave", when: "tomorrow 20:00", roles: "1 tank, 2 dps" });
  expect(whispered(await bot.member("1").press(`v1:lfg:join:${run.runId}`))).toContain("What do you bring");
  expect(whispered(await bot.member("1").press(`v1:lfg:leave:${run.runId}`))).toContain("not signed up");
  expect(bot.carried).toHaveLength(2);
});

test("an older copy of the card stays as it is, and so does a private answer", async () => {
  const bot = lobby({ isBehind: true });
  const run = await gathered(bot);
  const join = `v1:lfg:join:${run.runId}`;
  expect(whispered(await bot.member("1").press(join, { messageId: "55" }))).toContain("The card of this run");
  await bot.member("1").press(`v1:lfg:leave:${run.runId}`, { onPrivateCard: true });
  expect(bot.carried).toEqual([]);
});

test("while the card follows by itself, a press is answered with words alone", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  await bot.member("1").press(`v1:lfg:join:${run.runId}`);
  expect(bot.carried).toEqual([]);
});
