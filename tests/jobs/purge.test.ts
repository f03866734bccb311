import { expect, test } from "vitest";
import { users } from "../../src/captains/store.ts";
import { guildSettings, settingsKey } from "../../src/guilds/settings.ts";
import { purge } from "../../src/jobs/purge.ts";
import { createStore } from "../../src/store/create-store.ts";
import { userKey } from "../../src/store/document-key.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";

const DAY_MS = 24 * 60 * 60_000;

/** A bot that keeps something for the guilds 1 and 2, and is in those of `present`. */
async function kept(present: Set<string> = new Set(["1", "2"])) {
  const texts = new Map<string, string>();
  const store = createStore(memoryDriver(texts), { writer: "test", isAlone: true });
  for (const guildId of ["1", "2"])
    await store.update(settingsKey(guildId), guildSettings, (one) => ({ ...one, timeZone: "Asia/Tokyo" }));
  await store.update(userKey("7"), users, (one) => ({ ...one, timeZone: "Asia/Tokyo" }));
  const clock = { at: 0, now: () => clock.at };
  return {
    clock,
    present,
    keys: () => [...texts.keys()].sort(),
    purge: purge({ store, clock, guildIds: async () => present }),
  };
}

const ALL = ["guild:1:settings", "guild:2:settings", "user:7"];

test("a guild that was left is kept for thirty days, and then it is gone, and nothing else is", async () => {
  const house = await kept();
  house.present.delete("1");
  await house.purge.left("1");
  house.clock.at = 30 * DAY_MS - 1;
  await house.purge.pass();
  expect(house.keys()).toContain("guild:1:settings");
  house.clock.at += 1;
  await house.purge.pass();
  expect(house.keys()).toEqual(["guild:2:settings", "user:7"]);
});

test("a bot that returns finds everything, and a later departure counts anew", async () => {
  const house = await kept();
  await house.purge.left("1");
  house.clock.at = 29 * DAY_MS;
  await house.purge.came("1");
  expect(house.keys()).toEqual(ALL);
  house.present.delete("1");
  await house.purge.left("1");
  house.clock.at = 45 * DAY_MS;
  await house.purge.pass();
  expect(house.keys()).toContain("guild:1:settings");
});

test("a guild left while the bot was down is found by the pass, and counted from then", async () => {
  const house = await kept(new Set(["2"]));
  house.clock.at = 100 * DAY_MS;
  await house.purge.pass();
  expect(house.keys()).toContain("guild:1:departure");
  house.clock.at += 30 * DAY_MS;
  await house.purge.pass();
  expect(house.keys()).toEqual(["guild:2:settings", "user:7"]);
});

test("a guild that came back while the bot was down is not removed, however long ago it was left", async () => {
  const house = await kept();
  await house.purge.left("1");
  house.clock.at = 365 * DAY_MS;
  await house.purge.pass();
  expect(house.keys()).toEqual(ALL);
});

test("a guild that nothing is kept for is not marked", async () => {
  const house = await kept();
  await house.purge.left("3");
  expect(house.keys()).toEqual(ALL);
});

test("leaving and returning in one breath ends with what came last", async () => {
  const house = await kept();
  await Promise.all([
    house.purge.left("1"),
    house.purge.came("1"),
    house.purge.left("1"),
    house.purge.came("1"),
  ]);
  expect(house.keys()).toEqual(ALL);
});

test("without an answer from Discord nothing is marked and nothing removed", async () => {
  const store = createStore(memoryDriver(), { writer: "test", isAlone: true });
  const silent = purge({
    store,
    clock: { now: () => 0 },
    guildIds: () => Promise.reject(new Error("no answer")),
  });
  await expect(silent.pass()).rejects.toThrow("no answer");
});
