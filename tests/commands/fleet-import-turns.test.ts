import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { imports, resumeImports } from "../../src/guilds/imports.ts";
import { portable } from "../../src/portable.ts";
import { periodKey, periods, trackKey, tracks } from "../../src/rewards/store.ts";
import { guildKey, guildRange } from "../../src/store/document-key.ts";
import type { Driver } from "../../src/store/driver.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { idOn } from "../end-to-end/seen.ts";
import { messageOf } from "../house.ts";
import { claimed, STARTS_AT, track } from "../rewards/boards.ts";
import { GUILD, said } from "../runs/lobby.ts";
import { faultyDriver } from "../store/faulty-driver.ts";
import { ADMIRAL, fleet, importing, press, URL_OF_FILE } from "./taken-along.ts";

const PERIODS = 3;

type Fleet = ReturnType<typeof fleet>;
type Plan = Parameters<typeof press>[1];

/** One claim in each period when the file was made, and one more since: an import takes the second away. */
async function shown(driver?: Driver) {
  const bot = fleet(driver);
  await bot.store.update(trackKey(GUILD, "t1"), tracks, () => track());
  for (let at = STARTS_AT; at < STARTS_AT + PERIODS; at++) {
    const period = { trackId: "t1", plannedAt: at, claims: [claimed(at, { userId: "1001" })] };
    await bot.store.update(periodKey(GUILD, "t1", at), periods, () => period);
  }
  await bot.exported();
  for (let at = STARTS_AT; at < STARTS_AT + PERIODS; at++)
    await bot.store.update(
      periodKey(GUILD, "t1", at),
      periods,
      (period) => period && { ...period, claims: [...period.claims, claimed(at, { userId: "1002" })] },
    );
  const plan = await importing(bot);
  bot.clock.now += 1;
  return { bot, plan };
}

async function claimsIn({ store }: Pick<Fleet, "store">): Promise<number> {
  const { documents } = await store.list(guildRange(GUILD, "period"), periods);
  return documents.reduce((sum, { document }) => sum + document.claims.length, 0);
}

async function undone(bot: Fleet, plan: Plan): Promise<string> {
  const undo = idOn(messageOf(plan), "Import it").replace("import-apply", "import-undo");
  return said(await bot.as(ADMIRAL).press(undo, { onPrivateCard: true }));
}

type Disturbance = (bot: Fleet, plan: Plan) => Promise<Plan>;

/** A list of what an import brings is old by the time it comes. */
function slowToList(driver: Driver): Driver {
  return {
    ...driver,
    rows: async (range, atMost) => {
      const rows = await driver.rows(range, atMost);
      if (range.after.includes(":import-part:")) await turnsPass(30);
      return rows;
    },
  };
}

async function turnsPass(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await nextTurn();
}

/** Disturbs an import one turn of the event loop later each time, until it was over before. */
async function atEveryTurn(
  disturb: Disturbance,
  judge: (bot: Fleet, plan: Plan, isDone: boolean, disturbance: Plan) => Promise<void>,
): Promise<void> {
  for (let turns = 0, wasOver = false; !wasOver; turns++) {
    const { bot, plan } = await shown(slowToList(memoryDriver()));
    let isOver = false;
    const pressed = press(bot, plan, "Import it").finally(() => {
      isOver = true;
    });
    await turnsPass(turns);
    wasOver = isOver;
    const disturbance = await disturb(bot, plan);
    const isDone = said(await pressed).includes("It is imported");
    await judge(bot, plan, isDone, disturbance);
    expect(bot.failures).toEqual([]);
  }
}

const DISTURBANCES: readonly (readonly [string, Disturbance])[] = [
  ["a second press of the button", (bot, plan) => press(bot, plan, "Import it")],
  ["a press of the other button", (bot, plan) => press(bot, plan, "Leave all as it is")],
  ["another import that is shown", (bot) => importing(bot)],
  [
    "the round that finishes imports",
    async (bot) => {
      await resumeImports(bot.store, { portables: portable, now: bot.clock.now });
      return undefined;
    },
  ],
];

test.each(DISTURBANCES)(
  "%s takes nothing from an import that is being carried out, nor from its undo, whenever it comes",
  async (_what, disturb) => {
    await atEveryTurn(disturb, async (bot, plan, isDone) => {
      expect(await claimsIn(bot)).toBe(isDone ? PERIODS : 2 * PERIODS);
      expect(await undone(bot, plan)).toContain(isDone ? "taken back" : "no longer waiting");
      expect(await claimsIn(bot)).toBe(2 * PERIODS);
    });
  },
);

test("whoever leaves all as it is reads whether it was left so", async () => {
  const answers = new Set<string>();
  await atEveryTurn(
    (bot, plan) => press(bot, plan, "Leave all as it is"),
    async (_bot, _plan, isDone, left) => {
      const answer = said(left);
      expect(answer.includes("Nothing was changed")).toBe(!isDone);
      answers.add(answer);
    },
  );
  expect([...answers].join("\n")).toContain("It is being imported already");
  expect([...answers].join("\n")).toContain("no longer waiting");
});

/** Whether an import was written down to be carried out. */
async function isBegun({ store }: Pick<Fleet, "store">): Promise<boolean> {
  const { underWay, done } = await store.read(guildKey(GUILD, "import"), imports);
  return (underWay ?? done) !== undefined;
}

test("an import that the store interrupted is finished before another is shown, and can still be taken back", async () => {
  for (let at = 1; ; at++) {
    const texts = new Map<string, string>();
    const { bot: before, plan } = await shown(memoryDriver(texts));
    const driver = faultyDriver(memoryDriver(texts), at, "throws, undone");
    const bot = fleet(driver);
    bot.attached[URL_OF_FILE] = before.attached[URL_OF_FILE] ?? "";
    bot.clock.now = before.clock.now;
    const answer = said(await press(bot, plan, "Import it"));
    if (driver.calls < at) break;
    const wasBegun = await isBegun(bot);
    expect(answer.includes("It is under way")).toBe(wasBegun);
    await importing(bot);
    expect(await claimsIn(bot)).toBe(wasBegun ? PERIODS : 2 * PERIODS);
    expect(await undone(bot, plan)).toContain(wasBegun ? "taken back" : "no longer waiting");
    expect(await claimsIn(bot)).toBe(2 * PERIODS);
  }
});
