import { expect, test } from "vitest";
import { tracksOf } from "../../src/rewards/store.ts";
import { menuOf } from "../end-to-end/seen.ts";
import { messageOf, refusalsOf } from "../house.ts";
import { counter, GUILD, whispered } from "./counter.ts";

const DAY = 24 * 3_600_000;

test.each([["claim"], ["board"], ["history"]])(
  "/rewards %s in a fresh fleet tells a member who opens a reward, and offers them no way to",
  async (name) => {
    const bot = counter();
    const answer = await bot.member("3").run(`rewards ${name}`);
    expect(whispered(answer)).toContain("Whoever has **Manage Server** opens one with `/rewards open home`");
    expect(() => menuOf(messageOf(answer))).toThrow("no menu");
    expect(whispered(await bot.member("3").pick("v1:rewards:open-for", "home"))).toContain("Only officers");
    expect(await tracksOf(bot.store, GUILD)).toEqual([]);
  },
);

test("an officer opens the first reward from the refusal with one pick", async () => {
  const bot = counter();
  const answer = await bot.officer.run("rewards claim");
  expect(refusalsOf(answer)).toEqual([]);
  expect(whispered(answer)).toContain("As an officer you open one");
  const menu = menuOf(messageOf(answer));
  expect(menu.options[0]).toMatchObject({ label: "Home", value: "home" });
  const opened = await bot.officer.pick(menu.custom_id, "home");
  expect(whispered(opened)).toContain("**Home** is open: https://discord.com/channels/");
});

test("a fleet whose last reward is over is told so, and not that there never was one", async () => {
  const bot = counter();
  await bot.opened();
  bot.time.now += 40 * DAY;
  expect(whispered(await bot.member("3").run("rewards claim"))).toContain("No reward is open in this fleet.");
  expect(whispered(await bot.officer.run("rewards close"))).toContain("As an officer you open one");
});
