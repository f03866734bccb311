import { expect, test } from "vitest";
import { removeOldRuns } from "../../src/jobs/old-runs.ts";
import { postponeRuns, postponing, resumePostponing } from "../../src/runs/postpone.ts";
import { seated } from "../../src/runs/run.ts";
import { nextRun, repeating } from "../../src/runs/series.ts";
import { runKey, runs } from "../../src/runs/store.ts";
import { guildKey } from "../../src/store/document-key.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { faultyDriver } from "../store/faulty-driver.ts";
import { names, run } from "./crew.ts";
import {
  buttonId,
  GUILD,
  gathered,
  kept,
  lobby,
  NOON,
  TOMORROW_EVENING,
  theRun,
  whispered,
} from "./lobby.ts";

const HOUR = 3_600_000;
const officer = { userId: "8", permissions: "32" };

test("an officer moves what begins within the window; crews stay, and everyone is owed one word", async () => {
  const bot = lobby();
  const soon = await gathered(bot, { mission: "isa", when: "today 20:00" });
  const later = await gathered(bot, { mission: "second wave", when: "tomorrow 20:00" });
  await bot.member("1").press(`v1:lfg:join:${soon.runId}`);

  const question = await bot.as(officer).run("fleet postpone", { by: "2 hours" });
  expect(whispered(question)).toContain("**Move 1 run by 2 h?**");
  expect(whispered(question)).toContain(
    `These are all that begin until <t:${(NOON + 24 * HOUR) / 1_000}:F>; \`within\` takes more or fewer.`,
  );
  expect(await theRun(bot, soon)).toMatchObject({ startsAt: soon.startsAt });

  const id = buttonId(question, "Move 1 run");
  expect(JSON.stringify(await bot.as(officer).press(id, { onPrivateCard: true }))).toContain(
    "1 run is moved.",
  );
  const moved = await theRun(bot, soon);
  expect(moved.startsAt).toBe(soon.startsAt + 2 * HOUR);
  expect(names(seated(moved))).toEqual(["100", "1"]);
  expect(moved.deliveries.all.filter(({ kind }) => kind === "moved")).toHaveLength(1);
  expect((await theRun(bot, later)).startsAt).toBe(TOMORROW_EVENING);

  const again = await bot.as(officer).press(id, { onPrivateCard: true });
  expect(JSON.stringify(again)).toContain("moved already");
  expect((await theRun(bot, soon)).startsAt).toBe(soon.startsAt + 2 * HOUR);
});

test("where a series is among the runs, the question says that only this one of it moves", async () => {
  const bot = lobby();
  await gathered(bot, { mission: "isa", when: "today 20:00" });
  const asked = async () => whispered(await bot.as(officer).run("fleet postpone", { by: "2 hours" }));
  const says = "The next run of a series comes at its usual hour.";
  expect(await asked()).not.toContain(says);
  const weekly = await gathered(bot, { mission: "home", when: "today 21:00", repeat: "weekly" });
  const answer = await bot.as(officer).run("fleet postpone", { by: "2 hours" });
  expect(whispered(answer)).toContain(says);
  await bot.as(officer).press(buttonId(answer, "Move 2 runs"), { onPrivateCard: true });
  const moved = await theRun(bot, weekly);
  expect(moved.startsAt).toBe(weekly.startsAt + 2 * HOUR);
  const next = moved.series && nextRun(moved, moved.series, moved.startsAt);
  expect(next?.startsAt).toBe(weekly.startsAt + 7 * 24 * HOUR);
});

test("with a time, the first run begins then, in the officer's zone, and the others keep their distance", async () => {
  const bot = lobby();
  const first = await gathered(bot, { mission: "second wave", when: "in 3 hours" });
  const other = await gathered(bot, { mission: "home", when: "in 5 hours" });
  const asOfficer = bot.as(officer);
  await asOfficer.run("me", { "time-zone": "Asia/Tokyo" });
  const question = await asOfficer.run("fleet postpone", { by: "tomorrow 20:00" });
  const id = /v1:fleet:postpone:[\w:]+/.exec(JSON.stringify(question))?.[0] ?? "";
  await asOfficer.press(id, { onPrivateCard: true });
  const eightInTokyo = Date.UTC(2026, 10, 21, 11);
  expect((await theRun(bot, first)).startsAt).toBe(eightInTokyo);
  expect((await theRun(bot, other)).startsAt).toBe(eightInTokyo + 2 * HOUR);
});

test.each([
  ["today 6am", "that is over"],
  ["tomorrow", "names a day but no hour"],
  ["12/1 8pm", "day first or month first"],
])("postponed to %s, it says what is wrong with that time, and nothing moves", async (by, said) => {
  const bot = lobby();
  const made = await gathered(bot, { mission: "isa", when: "today 20:00" });
  const answer = whispered(await bot.as(officer).run("fleet postpone", { by }));
  expect(answer).toContain(said);
  expect(answer).toContain("Nothing was moved.");
  expect((await theRun(bot, made)).startsAt).toBe(made.startsAt);
});

test("an officer who thinks better of it moves nothing", async () => {
  const bot = lobby();
  const run = await gathered(bot, { mission: "second wave", when: "in 3 hours" });
  await bot.as(officer).run("fleet postpone", { by: "2 hours" });
  const answer = await bot.as(officer).press("v1:fleet:postpone-not", { onPrivateCard: true });
  expect(JSON.stringify(answer)).toContain("Nothing was moved.");
  expect((await theRun(bot, run)).startsAt).toBe(run.startsAt);
});

test("the window can be wider, and a day is a length", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  const question = await bot.as(officer).run("fleet postpone", { by: "1 day", within: "2 days" });
  await bot.as(officer).press(buttonId(question, "Move 1 run"), { onPrivateCard: true });
  expect((await theRun(bot, run)).startsAt).toBe(TOMORROW_EVENING + 24 * HOUR);
});

test.each([
  [{ by: "a while" }, "could not read “a while” as a length of time"],
  [{ by: "30 days" }, "by a minute to two weeks"],
  [
    { by: "2 hours" },
    "No planned run begins until <t:1795262400:F>, so there is nothing to move. `within` looks further",
  ],
])("what cannot be moved is refused: %o", async (options, expected) => {
  expect(whispered(await lobby().as(officer).run("fleet postpone", options))).toContain(expected);
});

test("a member who is no officer postpones nothing, not even with an officer's button", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  expect(whispered(await bot.member("7").run("fleet postpone", { by: "2 hours" }))).toContain(
    "Only officers",
  );
  const replayed = await bot.member("7").press(`v1:fleet:postpone:7200000:${NOON + 99 * HOUR}:r1:0`);
  expect(whispered(replayed)).toContain("Only officers");
  expect((await theRun(bot, run)).startsAt).toBe(TOMORROW_EVENING);
});

const another = { userId: "9", permissions: "32" };
const pressed = (bot: ReturnType<typeof lobby>, who: typeof officer, id: string) =>
  bot.as(who).press(id, { onPrivateCard: true });

test.each(["one after the other", "at once"])(
  "two officers who asked the same and press %s move a run once, and one is asked again",
  async (how) => {
    const bot = lobby();
    const run = await gathered(bot, { mission: "isa", when: "today 20:00" });
    const asked = async (who: typeof officer) =>
      buttonId(await bot.as(who).run("fleet postpone", { by: "2 hours" }), "Move 1 run");
    const [mine, theirs] = [await asked(officer), await asked(another)];
    const answers =
      how === "at once"
        ? await Promise.all([pressed(bot, officer, mine), pressed(bot, another, theirs)])
        : [await pressed(bot, officer, mine), await pressed(bot, another, theirs)];
    const moved = await theRun(bot, run);
    expect(moved.startsAt).toBe(run.startsAt + 2 * HOUR);
    expect(moved.deliveries.all.filter(({ kind }) => kind === "moved")).toHaveLength(1);

    const again = answers.find((one) => JSON.stringify(one).includes("Another officer moved runs"));
    await pressed(bot, another, buttonId(again, "Move 1 run"));
    expect((await theRun(bot, run)).startsAt).toBeGreaterThan(run.startsAt + 2 * HOUR);
  },
);

test("a button of an earlier version moves runs, as long as nobody did meanwhile", async () => {
  const bot = lobby();
  const run = await gathered(bot, { mission: "isa", when: "today 20:00" });
  const old = `v1:fleet:postpone:${2 * HOUR}:${NOON + 24 * HOUR}:r`;
  expect(JSON.stringify(await pressed(bot, officer, `${old}1`))).toContain("1 run is moved.");
  expect(JSON.stringify(await pressed(bot, another, `${old}2`))).toContain("Another officer moved runs");
  expect((await theRun(bot, run)).startsAt).toBe(run.startsAt + 2 * HOUR);
});

test("a run that began is moved only where it begins anew", async () => {
  let now = NOON;
  const bot = lobby({ now: () => now });
  const begun = await gathered(bot, { mission: "isa", when: "in 1 hour" });
  await gathered(bot, { mission: "home", when: "in 3 hours" });
  now = begun.startsAt + HOUR - 600_000;
  const short = await bot.as(officer).run("fleet postpone", { by: "30 minutes" });
  expect(whispered(short)).toContain("Move 1 run by 30 min");
  expect(whispered(await bot.as(officer).run("fleet postpone", { by: "2 hours" }))).toContain("Move 2 runs");
  expect(
    whispered(await bot.as(officer).run("fleet postpone", { by: "30 minutes", within: "1 minute" })),
  ).toContain("would still lie in the past");
});

test("what a crash left of it leaves a run alone that its leader has moved meanwhile", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  const moves = [{ runId: run.runId, from: run.startsAt - HOUR, to: run.startsAt + HOUR }];
  await bot.store.update(guildKey(GUILD, "postponing"), postponing, () => ({ moves, agreed: ["q1"] }));
  await resumePostponing(bot.store, NOON);
  expect((await theRun(bot, run)).startsAt).toBe(run.startsAt);
});

test("a postponement that dies at any step is finished by the next round, or was never begun", async () => {
  for (let at = 1; ; at++) {
    const texts = new Map<string, string>();
    const asking = lobby({ driver: memoryDriver(texts) });
    const made = [
      await gathered(asking, { mission: "isa", when: "today 20:00" }),
      await gathered(asking, { mission: "home", when: "today 22:00" }),
    ];
    const id = buttonId(await asking.as(officer).run("fleet postpone", { by: "2 hours" }), "Move 2 runs");
    const driver = faultyDriver(memoryDriver(texts), at, "throws, undone");
    await pressed(lobby({ driver, patience: { settleWithinMs: 50, answerWithinMs: 20 } }), officer, id);

    const next = lobby({ driver: memoryDriver(texts) });
    await resumePostponing(next.store, NOON);
    await resumePostponing(next.store, NOON);
    const after = await Promise.all(made.map((run) => theRun(next, run)));
    const movedBy = after.map(({ startsAt }, place) => startsAt - (made[place]?.startsAt ?? 0));
    expect([
      [0, 0],
      [2 * HOUR, 2 * HOUR],
    ]).toContainEqual(movedBy);
    for (const { deliveries } of after)
      expect(deliveries.all.filter(({ kind }) => kind === "moved")).toHaveLength(movedBy[0] === 0 ? 0 : 1);
    if (driver.calls < at) {
      expect(movedBy).toEqual([2 * HOUR, 2 * HOUR]);
      expect(at).toBeGreaterThan(4);
      break;
    }
  }
});

test("what a crash left of an older version is finished", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  const moves = [{ runId: run.runId, to: run.startsAt + HOUR }];
  await bot.store.update(guildKey(GUILD, "postponing"), postponing, () => ({ moves, agreed: ["q1"] }));
  await resumePostponing(bot.store, NOON);
  await resumePostponing(bot.store, NOON);
  const after = await theRun(bot, run);
  expect(after.startsAt).toBe(run.startsAt + HOUR);
  expect(after.deliveries.all.filter(({ kind }) => kind === "moved")).toHaveLength(1);
  expect(await bot.store.read(guildKey(GUILD, "postponing"), postponing)).toMatchObject({ moves: [] });
});

test("what a crash left of it is finished later, and not done twice", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  await postponeRuns(bot.store, GUILD, { questionId: "q1", after: "0", moving: [run], byMs: HOUR }, NOON);
  await resumePostponing(bot.store, NOON);
  expect((await theRun(bot, run)).startsAt).toBe(TOMORROW_EVENING + HOUR);
});

test("runs are kept for a month after they took place, and those that are still to come stay", async () => {
  const bot = lobby();
  const day = 24 * HOUR;
  const over = { state: "over", ending: "finished" } as const;
  const past = NOON - 31 * day;
  const all = [
    run({ ...over, runId: "old", startsAt: past }),
    run({ ...over, runId: "recent", startsAt: NOON - 29 * day }),
    run({ runId: "forgotten", startsAt: past }),
    run({ runId: "coming", startsAt: NOON + day }),
    repeating(run({ ...over, runId: "first", startsAt: past }), "weekly", "UTC"),
  ];
  for (const one of all) await bot.store.create(runKey(GUILD, one.runId), runs, one);
  await removeOldRuns({ store: bot.store, clock: { now: () => NOON } });
  expect((await kept(bot)).map(({ runId }) => runId)).toEqual(["coming", "first", "recent"]);
});
