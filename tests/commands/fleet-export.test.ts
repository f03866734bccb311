import { expect, test } from "vitest";
import { periodKey, periods, trackKey, tracks } from "../../src/rewards/store.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { textOf } from "../end-to-end/seen.ts";
import { messageOf, refusalsOf } from "../house.ts";
import { claimed, STARTS_AT, track } from "../rewards/boards.ts";
import { GUILD, gathered, said } from "../runs/lobby.ts";
import { ADMIRAL, fleet, importing, URL_OF_FILE } from "./taken-along.ts";

type Fleet = ReturnType<typeof fleet>;

async function saidOfExport(bot: Fleet): Promise<string> {
  const answer = await bot.as(ADMIRAL).run("fleet export");
  expect(refusalsOf(answer, bot.files.slice(-1))).toEqual([]);
  return textOf(messageOf(answer));
}

/** What a fleet without anything reads when it imports a file. */
async function saidOfImport(file: string): Promise<string> {
  const bot = fleet();
  bot.attached[URL_OF_FILE] = file;
  return said(await importing(bot));
}

/** A reward with claims in its first period, and as many copies of that period as are asked for. */
async function fleetWith({ claims, copies = 0 }: { readonly claims: number; readonly copies?: number }) {
  const texts = new Map<string, string>();
  const bot = fleet(memoryDriver(texts));
  const keyOf = (at: number) => periodKey(GUILD, "t1", STARTS_AT + at);
  const inIt = Array.from({ length: claims }, (_, at) =>
    claimed(STARTS_AT, { userId: String(100_000_000_000_000_000n + BigInt(at)) }),
  );
  await bot.store.update(trackKey(GUILD, "t1"), tracks, () => track());
  await bot.store.update(keyOf(0), periods, () => ({ trackId: "t1", plannedAt: STARTS_AT, claims: inIt }));
  const first = texts.get(keyOf(0)) ?? "";
  for (let at = 1; at <= copies; at++)
    texts.set(keyOf(at), first.replace(`"plannedAt":${STARTS_AT}`, `"plannedAt":${STARTS_AT + at}`));
  return bot;
}

test("a document that nobody understands is missing in an export, and the export says so", async () => {
  const texts = new Map<string, string>();
  const bot = fleet(memoryDriver(texts));
  const run = await gathered(bot);
  await gathered(bot, { mission: "home", when: "tomorrow 22:00" });
  expect(await saidOfExport(bot)).not.toContain("cannot read");
  const key = `guild:${GUILD}:run:${run.runId}`;
  texts.set(key, (texts.get(key) ?? "").replace('"signups":[', '"signups":[1,'));

  const later = fleet(memoryDriver(texts));
  expect(await saidOfExport(later)).toContain(
    "**One document is not in the file**: I cannot read it any more.",
  );
  expect(JSON.parse(later.files.at(-1)?.data ?? "").documents).toHaveLength(1);
});

test("a large fleet takes everything along, and back", async () => {
  const many = await fleetWith({ claims: 1, copies: 5_000 });
  expect(await saidOfExport(many)).toContain("takes all of it back in here");
  expect(await saidOfImport(many.files.at(-1)?.data ?? "")).toContain("- Periods with claims: 5001 new");

  const peopled = await fleetWith({ claims: 2_100, copies: 24 });
  expect(await saidOfExport(peopled)).toContain("takes all of it back in here");
  expect(await saidOfImport(peopled.files.at(-1)?.data ?? "")).toContain("- Periods with claims: 25 new");
});

test("an export that holds more than an import takes says so, and so does the import", async () => {
  const bot = await fleetWith({ claims: 0, copies: 20_000 });
  expect(await saidOfExport(bot)).toContain(
    "**`/fleet import` does not take this file back**: it holds more than 20,000 runs, rewards and periods.",
  );
  expect(await saidOfImport(bot.files.at(-1)?.data ?? "")).toContain(
    "That file holds more than 20,000 runs, rewards and periods",
  );
});

test("an export that names more members than an import takes says so, and so does the import", async () => {
  const bot = await fleetWith({ claims: 8_000 });
  const crowd = Array.from({ length: 2_001 }, (_, at) => claimed(STARTS_AT, { userId: `${at + 1}` }));
  const second = { trackId: "t1", plannedAt: STARTS_AT + 1, claims: crowd };
  await bot.store.update(periodKey(GUILD, "t1", STARTS_AT + 1), periods, () => second);
  expect(await saidOfExport(bot)).toContain(
    "**`/fleet import` does not take this file back**: it names more than 10,000 members.",
  );
  expect(await saidOfImport(bot.files.at(-1)?.data ?? "")).toContain(
    "That file names more than 10,000 members",
  );
});

test("an export that is larger than Discord takes is refused with the reason", async () => {
  const bot = await fleetWith({ claims: 8_500, copies: 19 });
  expect(await saidOfExport(bot)).toMatch(
    /makes a file of 1\d\.\d MB, and Discord takes one of 10 MB from me/,
  );
  expect(bot.files).toEqual([]);
});
