import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { kinds } from "../../src/kinds.ts";
import { tracks } from "../../src/rewards/store.ts";
import type { runs } from "../../src/runs/store.ts";
import { type DocumentKey, guildRange } from "../../src/store/document-key.ts";
import { open } from "../../src/store/envelope.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { GUILD, kept, lobby, NOON, said, theRun, whispered } from "../runs/lobby.ts";

/** What an earlier version wrote, as it lies in a database. A field that is new since is missing here. */
const before: Readonly<Record<string, { readonly value: { readonly kind: string } }>> = JSON.parse(
  readFileSync(join(import.meta.dirname, "kept-before.json"), "utf8"),
);
const texts = () => new Map(Object.entries(before).map(([key, one]) => [key, JSON.stringify(one)]));
const officer = { userId: "5", permissions: "32" };

test.each(Object.entries(before))("what an earlier version kept as %s is read", (key, one) => {
  const kind = kinds.find(({ name }) => name === one.value.kind);
  if (kind === undefined) throw new Error(`No document is a ${one.value.kind} any more.`);
  expect(open(key as DocumentKey, JSON.stringify(one), kind as typeof runs).document).toBeDefined();
});

test("runs, rewards and bugs of an earlier version go on", async () => {
  const bot = lobby({ driver: memoryDriver(texts()), now: NOON });
  const all = await kept(bot);
  expect(all.length).toBeGreaterThan(1);
  for (const run of all) {
    await bot.member("901").press(`v1:lfg:leave:${run.runId}`);
    await bot.as(officer).press(`v1:lfg:lock:${run.runId}`);
    expect((await theRun(bot, run)).state).toBe("locked");
  }
  expect(whispered(await bot.as(officer).run("runs"))).toContain("**Second Wave**");
  const [track] = (await bot.store.list(guildRange(GUILD, "track"), tracks)).documents;
  const trackId = track?.document.trackId;
  expect(whispered(await bot.member("8").press(`v1:rewards:mine:${trackId}`))).toContain("**1 of 4**");
  expect(whispered(await bot.as(officer).press(`v1:rewards:standings:${trackId}`))).toContain(
    "**1** claimed this time",
  );
  expect(said(await bot.as(officer).run("bugs", { mission: "home" }))).toContain("## Home");
  expect(bot.failures).toEqual([]);
});
