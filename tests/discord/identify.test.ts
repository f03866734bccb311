import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { IDENTIFIES_A_DAY, identifyBudget } from "../../src/discord/identify-budget.ts";
import { identifyTurns } from "../../src/discord/identify-turns.ts";
import { createSandbox } from "../../src/sandbox/sandbox.ts";
import { until, wire } from "./wired.ts";

const DAY = 24 * 60 * 60 * 1_000;
const NOON = Date.UTC(2026, 10, 20, 12);

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "away-team-identify-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function budget(file: string, at: { now: number } = { now: NOON }) {
  const unwritten: unknown[] = [];
  const made = identifyBudget(
    file,
    () => at.now,
    (error) => unwritten.push(error),
  );
  return { ...made, unwritten, spendAll: () => spendAll(made) };
}

function spendAll({ spend }: { spend(): boolean }): number {
  let spent = 0;
  while (spend()) spent += 1;
  return spent;
}

test("two hundred logins are allowed in a day, and not one more", () => {
  const made = budget(join(folder(), "identifies.json"));
  expect(made.spendAll()).toBe(IDENTIFIES_A_DAY);
  expect(made.spend()).toBe(false);
});

test("a login is free again a day after it was spent, to the millisecond", () => {
  const at = { now: NOON };
  const made = budget(join(folder(), "identifies.json"), at);
  made.spendAll();
  expect(made.nextAt()).toBe(NOON + DAY);
  at.now = NOON + DAY - 1;
  expect(made.spend()).toBe(false);
  at.now = NOON + DAY;
  expect(made.spend()).toBe(true);
});

test("logins are counted over restarts", () => {
  const file = join(folder(), "identifies.json");
  for (let restart = 0; restart < IDENTIFIES_A_DAY; restart++) expect(budget(file).spend()).toBe(true);
  expect(budget(file).spend()).toBe(false);
});

test("the file holds a day's logins and no older ones", () => {
  const file = join(folder(), "identifies.json");
  const at = { now: NOON };
  const made = budget(file, at);
  made.spendAll();
  at.now = NOON + 3 * DAY;
  made.spend();
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual([at.now]);
});

test.for(["", "{", "null", "5", '"x"', '{"a":1}', '["x",null,{}]', "[1e999]", "\u0000"])(
  "a broken count (%j) is a count from nothing, and is mended by the next login",
  (text) => {
    const file = join(folder(), "identifies.json");
    writeFileSync(file, text);
    const made = budget(file);
    expect(made.spend()).toBe(true);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual([NOON]);
  },
);

test("times that have not come yet, left by a clock that was wrong, do not count", () => {
  const file = join(folder(), "identifies.json");
  writeFileSync(file, JSON.stringify(Array.from({ length: 500 }, () => NOON + 5 * DAY)));
  expect(budget(file).spendAll()).toBe(IDENTIFIES_A_DAY);
});

test("a count that cannot be written down is told of, and still counts while the bot runs", () => {
  const file = join(folder(), "identifies.json");
  mkdirSync(`${file}.new`);
  const made = budget(file);
  expect(made.spendAll()).toBe(IDENTIFIES_A_DAY);
  expect(made.unwritten).toHaveLength(IDENTIFIES_A_DAY);
  expect(existsSync(file)).toBe(false);
});

test("a bot whose logins are spent stops before the next one, and says when it may come back", async () => {
  const dataDir = folder();
  writeFileSync(
    join(dataDir, "identifies.json"),
    JSON.stringify(Array.from({ length: IDENTIFIES_A_DAY }, () => Date.now() - 1_000)),
  );
  const sandbox = await createSandbox({ identifyEveryMs: 0 });
  const bot = wire(sandbox, { dataDir });
  await until(() => bot.fatals.length > 0);
  await bot.connection.stop();
  expect(bot.fatals).toEqual([
    { exitCode: 1, message: expect.stringMatching(/200 logins.*free at 20\d\d-/s) },
  ]);
  expect(sandbox.gateway.identifies).toBe(0);
  await sandbox.close();
});

test("a session that is invalidated over and over ends in a stop long before Discord resets the token", async () => {
  const dataDir = folder();
  const file = join(dataDir, "identifies.json");
  writeFileSync(file, JSON.stringify(Array.from({ length: IDENTIFIES_A_DAY - 3 }, () => Date.now() - 1_000)));
  const sandbox = await createSandbox({ identifyEveryMs: 0 });
  const bot = wire(sandbox, { dataDir });
  const stop = sandbox.changes.listen((change) => {
    if (change.kind === "bot-came") setImmediate(() => sandbox.gateway.invalidate({ resumable: false }));
  });
  await until(() => bot.fatals.length > 0);
  stop();
  expect(sandbox.gateway.identifies).toBe(3);
  await bot.connection.stop();
  await sandbox.close();
});

test("shards of one bucket log in five seconds apart, those of different buckets at once", async () => {
  const waited: number[] = [];
  const turns = identifyTurns({
    budget: budget(join(folder(), "identifies.json")),
    concurrency: 2,
    now: () => 0,
    wait: async (ms) => void waited.push(ms),
    onSpent: () => {},
  });
  const { signal } = new AbortController();
  await Promise.all([0, 1, 2, 3].map((shardId) => turns.waitForIdentify(shardId, signal)));
  expect(waited).toHaveLength(2);
  for (const ms of waited) expect(ms).toBeGreaterThanOrEqual(5_000);
});

test("a shard that was closed while it waited gives its turn up, unspent, and the next one goes on", async () => {
  const made = budget(join(folder(), "identifies.json"));
  let spent = 0;
  const turns = identifyTurns({
    budget: {
      ...made,
      spend: () => {
        spent += 1;
        return true;
      },
    },
    concurrency: 1,
    now: () => 0,
    wait: async (_ms, signal) => signal.throwIfAborted(),
    onSpent: () => {},
  });
  const closed = new AbortController();
  const open = new AbortController();
  await turns.waitForIdentify(0, open.signal);
  const given = turns.waitForIdentify(0, closed.signal);
  const next = turns.waitForIdentify(0, open.signal);
  closed.abort();
  await expect(given).rejects.toThrow();
  await next;
  expect(spent).toBe(2);
});
