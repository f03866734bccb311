import { expect, test } from "vitest";
import { guildSettings, settingsKey } from "../../src/guilds/settings.ts";
import { buttonId, GUILD, gathered, kept, lobby, theRun, whispered } from "./lobby.ts";

const SUMMER = Date.UTC(2026, 5, 1, 12);

async function inBerlin(now: number) {
  const bot = lobby({ now });
  await bot.store.update(settingsKey(GUILD), guildSettings, (one) => ({ ...one, timeZone: "Europe/Berlin" }));
  return bot;
}

test("a run that comes back keeps the hour of the fleet's clock, and the leader is told so", async () => {
  const bot = await inBerlin(SUMMER);
  const answer = await bot.leader.run("lfg", { mission: "second wave sat 20:00", repeat: "weekly" });
  expect(whispered(answer)).toContain(
    "It repeats every week, at the same hour of the clock in Europe/Berlin",
  );
  expect(await kept(bot)).toMatchObject([
    { series: { rhythm: "weekly", firstOn: "2026-06-06T20:00:00", zone: "Europe/Berlin", count: 0 } },
  ]);
});

test("before a clock change the leader is told for whom the hour shifts, and nothing is posted until they agree", async () => {
  const bot = await inBerlin(Date.UTC(2027, 1, 22));
  const question = await bot.leader.run("lfg", { mission: "second wave sat 20:00", repeat: "weekly" });
  expect(whispered(question)).toContain("in America/New_York it is an hour later from <t:");
  expect(await kept(bot)).toEqual([]);
  await bot.leader.press(buttonId(question, "Post it like this"), { onPrivateCard: true });
  expect(await kept(bot)).toMatchObject([{ series: { rhythm: "weekly" } }]);
});

test("a call for right now cannot come back", async () => {
  const answer = await lobby().leader.run("lfg", { mission: "second wave", repeat: "daily" });
  expect(whispered(answer)).toContain("A call for right now cannot repeat");
});

test("the leader skips one or ends the series from the panel", async () => {
  const bot = await inBerlin(SUMMER);
  const run = await gathered(bot, { mission: "second wave sat 20:00", repeat: "weekly" });
  const panel = await bot.leader.press(`v1:lfg:manage:${run.runId}`);
  expect(buttonId(panel, "Skip this one")).toBe(`v1:lfg:cancel:${run.runId}`);
  await bot.member("1").press(`v1:lfg:join:${run.runId}`);
  const question = await bot.leader.press(buttonId(panel, "Skip this one"));
  expect(whispered(question)).toContain("The series goes on with the next one.");
  expect(buttonId(question, "Yes, skip it")).toBe(`v1:lfg:cancel-now:${run.runId}`);
  const ended = await bot.leader.press(buttonId(panel, "End the series"), { onPrivateCard: true });
  expect(JSON.stringify(ended)).toContain("No run follows this one");
  expect(await theRun(bot, run)).toMatchObject({ state: "open", series: { isCarriedOn: true } });
});
