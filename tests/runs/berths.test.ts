import { expect, test } from "vitest";
import { berthTraces, takeBerth } from "../../src/runs/berths.ts";
import { runKey, runs } from "../../src/runs/store.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { run } from "./crew.ts";
import { GUILD, gathered, kept, lobby, NOON, whispered } from "./lobby.ts";

const HOUR = 3_600_000;
const FULL = "two hundred open runs";
const ENOUGH = "five open runs";

/** Hours at which nothing is like anything else. */
const at = (hour: number) => ({ mission: "second wave", when: `tomorrow ${hour}:00` });

test("two runs that a member calls for at once do not make six", async () => {
  const bot = lobby();
  for (const hour of [1, 3, 5, 7]) await gathered(bot, at(hour));
  const answers = await Promise.all([9, 11, 13].map((hour) => bot.leader.run("lfg", at(hour))));

  expect(await kept(bot)).toHaveLength(5);
  expect(answers.map(whispered).filter((words) => words.includes(ENOUGH))).toHaveLength(2);
});

test("nor do they in two processes that share a database", async () => {
  const driver = memoryDriver();
  const [one, other] = [lobby({ driver }), lobby({ driver })];
  for (const hour of [1, 3, 5, 7]) await gathered(one, at(hour));
  await Promise.all([one.leader.run("lfg", at(9)), other.leader.run("lfg", at(11))]);

  expect(await kept(one)).toHaveLength(5);
});

test("the last place of a fleet is given once", async () => {
  const bot = lobby();
  for (let number = 0; number < 199; number++) {
    const made = run({
      runId: `old${number}`,
      leaderId: `${500 + number}`,
      startsAt: NOON + number * 2 * HOUR,
    });
    await bot.store.create(runKey(GUILD, made.runId), runs, made);
  }
  const answers = await Promise.all(
    ["101", "102"].map((userId) => bot.member(userId).run("lfg", { mission: "home" })),
  );

  expect(await kept(bot)).toHaveLength(200);
  expect(answers.map(whispered).filter((words) => words.includes(FULL))).toHaveLength(1);
});

test("a place that was held by somebody who never came back is free after a minute", async () => {
  const bot = lobby();
  for (const hour of [1, 3, 5, 7]) await gathered(bot, at(hour));
  await takeBerth(bot.store, GUILD, { runId: "lost", leaderId: "100" }, NOON - 60_001);
  await gathered(bot, at(9));

  expect(await kept(bot)).toHaveLength(5);
});

test("nothing of a held place is left once the run is made, and it is found while it is held", async () => {
  const bot = lobby();
  await gathered(bot);
  expect(await berthTraces.collect(bot.store, GUILD, "100")).toBeUndefined();

  await takeBerth(bot.store, GUILD, { runId: "r9", leaderId: "100" }, NOON);
  expect(await berthTraces.collect(bot.store, GUILD, "100")).toEqual(["r9"]);
  expect(await berthTraces.erase(bot.store, GUILD, "100")).toBe(1);
  expect(await berthTraces.erase(bot.store, GUILD, "100")).toBe(0);
});
