import { expect, test } from "vitest";
import { seated, waiting } from "../../src/runs/run.ts";
import { runKey, runs } from "../../src/runs/store.ts";
import { names, run } from "./crew.ts";
import { GUILD, gathered, kept, lobby, TOMORROW_EVENING, theRun, whispered } from "./lobby.ts";

test("those who wait become a team with a run and a card of their own", async () => {
  const bot = lobby();
  const run = await gathered(bot, { mission: "second wave", when: "tomorrow 20:00", seats: 2 });
  for (const userId of ["1", "2", "3"]) await bot.member(userId).press(`v1:lfg:join:${run.runId}`);
  const answer = await bot.leader.press(`v1:lfg:split:${run.runId}`);
  expect(whispered(answer)).toContain("led by <@2>");

  const [first, second] = (await kept(bot)).toSorted((one, other) =>
    one.runId === run.runId ? -1 : other ? 1 : 0,
  );
  expect(names(seated(first ?? run))).toEqual(["100", "1"]);
  expect(waiting(first ?? run)).toEqual([]);
  expect(first?.offshoot).toBeUndefined();
  expect(second).toMatchObject({ leaderId: "2", card: { messageId: "77" } });
  expect(names(seated(second ?? run))).toEqual(["2", "3"]);
});

test("nobody is given a sixth open run by a split; the next who waits leads it, or there is no second team", async () => {
  const bot = lobby();
  const run = await gathered(bot, { mission: "second wave", when: "tomorrow 20:00", seats: 2 });
  for (const userId of ["1", "2", "3"]) await bot.member(userId).press(`v1:lfg:join:${run.runId}`);
  await leads(bot, "2", 5);
  await leads(bot, "3", 5);
  const split = `v1:lfg:split:${run.runId}`;
  expect(whispered(await bot.leader.press(split))).toContain("each of them leads five open runs already");
  expect(names(waiting(await theRun(bot, run)))).toEqual(["2", "3"]);

  const [fifth] = (await kept(bot)).filter(({ leaderId }) => leaderId === "3");
  await bot.member("3").press(`v1:lfg:cancel:${fifth?.runId}`);
  expect(whispered(await bot.leader.press(split))).toContain("led by <@3>");
});

test("a split is not the run that is one too many for the fleet", async () => {
  const bot = lobby();
  const full = await gathered(bot, { mission: "second wave", when: "tomorrow 20:00", seats: 1 });
  await bot.member("1").press(`v1:lfg:join:${full.runId}`);
  for (let number = 1; number < 200; number++) {
    const made = run({ runId: `old${number}`, leaderId: `${500 + number}`, startsAt: TOMORROW_EVENING });
    await bot.store.create(runKey(GUILD, made.runId), runs, made);
  }
  const split = `v1:lfg:split:${full.runId}`;
  expect(whispered(await bot.leader.press(split))).toContain("two hundred open runs");
  await bot.store.remove(runKey(GUILD, "old1"));
  expect(whispered(await bot.leader.press(split))).toContain("led by <@1>");
});

test("a split and a call at once do not make six", async () => {
  const bot = lobby();
  const run = await gathered(bot, { mission: "second wave", when: "tomorrow 20:00", seats: 1 });
  await bot.member("1").press(`v1:lfg:join:${run.runId}`);
  await leads(bot, "1", 4);
  await Promise.all([
    bot.leader.press(`v1:lfg:split:${run.runId}`),
    bot.member("1").run("lfg", { mission: "home", when: "2026-12-09 20:00" }),
  ]);
  expect((await kept(bot)).filter(({ leaderId }) => leaderId === "1")).toHaveLength(5);
});

async function leads(bot: ReturnType<typeof lobby>, userId: string, count: number): Promise<void> {
  for (let day = 1; day <= count; day++)
    await bot
      .member(userId)
      .run("lfg", { mission: "second wave", when: `2026-12-0${day} ${10 + 2 * Number(userId)}:00` });
}
