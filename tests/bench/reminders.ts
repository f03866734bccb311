import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createLog } from "../../src/ops/log.ts";
import { noDeliveries, owe } from "../../src/reminders/delivery.ts";
import { type Loop, reminderLoop } from "../../src/reminders/loop.ts";
import type { Source } from "../../src/reminders/source.ts";
import { createStore } from "../../src/store/create-store.ts";
import { guildKey } from "../../src/store/document-key.ts";
import { sqliteDriver } from "../../src/store/sqlite-driver.ts";
import type { Store } from "../../src/store/store.ts";
import { type Duty, duties, dutySource } from "../reminders/duty.ts";
import { handTimers } from "../reminders/hand-timers.ts";
import { DAY, occurrence } from "../reminders/occurrences.ts";
import { postbox } from "../reminders/postbox.ts";

const DOCUMENTS = Number(process.argv[2] ?? 50_000);
const GUILDS = 2_500;
const EPOCH = Date.UTC(2026, 10, 21);

const folder = mkdtempSync(join(tmpdir(), "away-team-bench-"));
try {
  const file = join(folder, "bench.sqlite");
  const seeding = await open(file, "seed");
  await seed(seeding, file);
  await seeding.close();

  const store = await open(file, "bench");
  const timers = handTimers();
  const loop = loopOn(store, timers);
  const before = process.memoryUsage().heapUsed;
  const usedBefore = process.cpuUsage();
  const loadMs = await timed(() => loop.load());
  const { user, system } = process.cpuUsage(usedBefore);
  const megabytes = (process.memoryUsage().heapUsed - before) / 1_048_576;
  const ticks = [];
  for (let tick = 0; tick < 200; tick++)
    ticks.push(await timed(async () => loop.seen(keyOf(tick), "duty", dutyAt(tick), undefined)));
  ticks.sort((one, other) => one - other);

  console.log(
    `${loop.waiting} documents that owe two reminders each, in ${GUILDS} guilds on SQLite:\n` +
      `  load at the start   ${loadMs.toFixed(0)} ms (${((user + system) / 1_000).toFixed(0)} ms of CPU), ${megabytes.toFixed(0)} MB kept\n` +
      `  look at one change  ${(ticks[100] ?? 0).toFixed(3)} ms in the middle, ${(ticks[198] ?? 0).toFixed(3)} ms at the 99th percentile`,
  );
  await loop.stop();
  await store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function open(file: string, writer: string): Promise<Store> {
  return createStore(await sqliteDriver(file), { writer, isAlone: true, settleWithinMs: 60_000 });
}

function loopOn(store: Store, timers: ReturnType<typeof handTimers>): Loop {
  return reminderLoop({
    store,
    sources: [dutySource as Source<unknown>],
    mail: postbox(() => EPOCH),
    clock: { now: () => EPOCH + timers.now(), onTurn: () => () => undefined },
    timers,
    log: createLog("silent"),
    by: "bench",
    machineNow: () => EPOCH,
  });
}

/** Written by the store once, and then copied: a hundred thousand commits would take minutes. */
async function seed(store: Store, file: string): Promise<void> {
  await store.create(keyOf(0), duties, dutyAt(0));
  const database = new DatabaseSync(file);
  const [row] = database.prepare("SELECT value FROM keyv WHERE key = ?").all(keyOf(0));
  const [before = "", after = ""] = String(row?.["value"]).split(JSON.stringify(dutyAt(0)));
  const insert = database.prepare("INSERT INTO keyv (key, namespace, value) VALUES (?, 'away-team', ?)");
  database.exec("BEGIN");
  for (let number = 1; number < DOCUMENTS; number++)
    insert.run(keyOf(number), `${before}${JSON.stringify(dutyAt(number))}${after}`);
  database.exec("COMMIT");
  database.close();
}

function keyOf(number: number) {
  return guildKey(`${1_000 + (number % GUILDS)}`, "duty", `d${number}`);
}

function dutyAt(number: number): Duty {
  const at = EPOCH + DAY + (number % 1_000) * 60_000;
  return {
    channelId: "deck",
    deliveries: [0, 1]
      .map((day) => occurrence({ at: at + day * DAY, about: `${day}` }))
      .reduce(owe, noDeliveries),
  };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
