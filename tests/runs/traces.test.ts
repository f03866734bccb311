import { expect, test } from "vitest";
import { users } from "../../src/captains/store.ts";
import { draftTraces } from "../../src/runs/draft.ts";
import { NOBODY, seated } from "../../src/runs/run.ts";
import { runTraces } from "../../src/runs/traces.ts";
import { runCard } from "../../src/runs/view/card.ts";
import { guildRange, userKey } from "../../src/store/document-key.ts";
import { textOf } from "../end-to-end/seen.ts";
import { names } from "./crew.ts";
import { GUILD, gathered, lobby, NOON, theRun } from "./lobby.ts";

/** Long enough to be found nowhere by chance. */
const GONE = "555000111222333444";

async function everything(bot: ReturnType<typeof lobby>): Promise<string> {
  const texts: string[] = [];
  for await (const key of bot.store.keys(guildRange(GUILD))) texts.push(key);
  return texts.join();
}

test("a member who is forgotten is nowhere in a run, and who waits has their seat", async () => {
  const bot = lobby();
  const run = await gathered(bot, { mission: "second wave", when: "tomorrow 20:00", seats: 2 });
  for (const userId of [GONE, "7"]) await bot.member(userId).press(`v1:lfg:join:${run.runId}`);
  await bot.leader.pick(`v1:lfg:remove:${run.runId}`, GONE);
  await bot.member(GONE).press(`v1:lfg:join:${run.runId}`);
  expect(await runTraces.collect(bot.store, GUILD, GONE)).toMatchObject([
    { runId: run.runId, isLeader: false },
  ]);

  expect(await runTraces.erase(bot.store, GUILD, GONE, NOON)).toBe(1);
  expect(await runTraces.erase(bot.store, GUILD, GONE, NOON)).toBe(0);
  expect(JSON.stringify(await theRun(bot, run))).not.toContain(GONE);
  expect(await runTraces.collect(bot.store, GUILD, GONE)).toBeUndefined();
});

test("who moves up because somebody is forgotten is told like anybody else", async () => {
  const bot = lobby();
  const run = await gathered(bot, { mission: "second wave", when: "tomorrow 20:00", seats: 2 });
  for (const userId of [GONE, "7"]) await bot.member(userId).press(`v1:lfg:join:${run.runId}`);
  await runTraces.erase(bot.store, GUILD, GONE, NOON);
  await runTraces.erase(bot.store, GUILD, GONE, NOON + 1);
  const { deliveries } = await theRun(bot, run);
  expect(deliveries.all.filter(({ kind }) => kind === "promoted")).toMatchObject([{ about: "7", at: NOON }]);
});

test("an officer who only managed a run is found in it, and forgotten", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  const officer = bot.as({ userId: "888", permissions: "32" });
  await officer.press(`v1:lfg:lock:${run.runId}`);
  await officer.pick(`v1:lfg:add:${run.runId}`, "7");
  expect((await bot.store.read(userKey("888"), users)).guildIds).toEqual([GUILD]);
  expect(await runTraces.erase(bot.store, GUILD, "888", NOON)).toBe(1);
  expect(JSON.stringify(await theRun(bot, run))).not.toContain("888");
});

test("who was only asked something about a run is found by the question", async () => {
  const bot = lobby();
  await bot.leader.run("lfg", { mission: "second wave", when: "saturday" });
  expect((await bot.store.read(userKey("100"), users)).guildIds).toEqual([GUILD]);
});

test("a run whose leader is forgotten stays, and says that officers manage it", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  await bot.member("7").press(`v1:lfg:join:${run.runId}`);
  await runTraces.erase(bot.store, GUILD, "100", NOON);
  const after = await theRun(bot, run);
  expect(after.leaderId).toBe(NOBODY);
  expect(names(seated(after))).toEqual(["7"]);
  expect(textOf({ components: runCard(after, 0) })).toContain("led by nobody; officers manage it");
});

test("of one member the last five drafts are kept, and they go with the member", async () => {
  const bot = lobby();
  for (let at = 0; at < 8; at++) await bot.leader.run("lfg", { mission: "second wave", when: "saturday" });
  expect((await everything(bot)).match(/draft/g)).toHaveLength(5);
  expect(await draftTraces.collect(bot.store, GUILD, "100")).toHaveLength(5);
  expect(await draftTraces.erase(bot.store, GUILD, "100", NOON)).toBe(5);
  expect(await everything(bot)).not.toContain("draft");
});
