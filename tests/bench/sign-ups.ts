/**
 * How long a press of Join takes of our own time, at 200 in a second, while reminders are due in 2,500 guilds: decided,
 * committed to SQLite with FULL sync, answered. Discord itself is a pause of 100 ms. What it costs stands in bench.ts.
 *
 *     node src/start.mjs tests/bench/sign-ups.ts [seconds]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PerformanceObserver } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { InteractionType } from "discord-api-types/v10";
import { dispatcher } from "../../src/bot/dispatch.ts";
import { rendered } from "../../src/bot/rendered.ts";
import { pace } from "../../src/discord/pace.ts";
import { startReminders } from "../../src/jobs/reminders.ts";
import { createLog } from "../../src/ops/log.ts";
import { commandsOf } from "../../src/registry.ts";
import { idOf } from "../../src/reminders/delivery.ts";
import { settle } from "../../src/reminders/progress.ts";
import { CARD, withDebts } from "../../src/runs/debts.ts";
import type { Run } from "../../src/runs/run.ts";
import { runKey, runs } from "../../src/runs/store.ts";
import { createStore } from "../../src/store/create-store.ts";
import type { Driver } from "../../src/store/driver.ts";
import { sqliteDriver } from "../../src/store/sqlite-driver.ts";
import { systemClock } from "../../src/time/clock.ts";
import { systemTimers } from "../../src/time/timers.ts";
import { catalog, index, things } from "../house.ts";
import { joined, run } from "../runs/crew.ts";
import { quantile } from "./load.ts";

const SECONDS = Number(process.argv[2] ?? 10);
const A_SECOND = 200;
/** Before anything is measured. */
const WARM_UP = 2 * A_SECOND;
const GUILDS = 2_500;
/** Each is joined by about ten, for five seats. */
const RUNS = Math.ceil((WARM_UP + SECONDS * A_SECOND) / 10);
const NETWORK_MS = 100;

const folder = mkdtempSync(join(tmpdir(), "away-team-bench-"));
try {
  const disk = diskTimes(await sqliteDriver(join(folder, "away-team.sqlite")));
  const kept = createStore(disk.driver, { writer: "bench", isAlone: true });
  const startsAt = Date.now() + 15 * 60_000 + 60_000;
  for (let guild = 1; guild <= GUILDS; guild++)
    await kept.create(runKey(`${guild}`, `r${guild}`), runs, runIn(guild, startsAt));

  /** Edits have turns of their own here, so that all the reminders go out that may: twenty in a second. */
  const turns = { prompt: pace(systemTimers), background: pace(systemTimers) };
  const wire = async (lane: "prompt" | "background") => {
    await turns[lane].turn(lane);
    await pause(NETWORK_MS);
  };
  let [sent, edited] = [0, 0];
  const reminders = startReminders({
    store: kept,
    catalog,
    clock: { now: () => Date.now() + 60_000, onTurn: () => () => undefined },
    timers: systemTimers,
    log: createLog("warn"),
    by: "bench",
    draw: () => Promise.reject(new Error("Nobody draws here.")),
    machineNow: Date.now,
    mail: {
      send: async (_channel, _message, nonce) => {
        await wire("background");
        sent += 1;
        return {
          outcome: "sent",
          messageId: `${BigInt(`0x${Buffer.from(nonce).toString("hex").slice(0, 15)}`)}`,
        };
      },
      find: async () => ({ outcome: "absent" }),
      membership: async () => ({ outcome: "here" }),
      openDirect: async () => ({ outcome: "later", afterMs: 60_000 }),
      look: async () => "open",
    },
    edit: async () => {
      await wire("prompt");
      edited += 1;
      return { outcome: "edited" };
    },
  });
  const failures: unknown[] = [];
  const commands = commandsOf({
    ...reminders,
    catalog,
    index,
    things,
    traces: [],
    reader: { facts: () => Promise.reject(new Error("none")), file: () => Promise.reject(new Error("none")) },
    forget: () => Promise.reject(new Error("none")),
    draw: () => Promise.reject(new Error("Nobody draws here.")),
    clock: systemClock,
    rendered: rendered(50),
    version: "0",
    page: () => "",
    report: (error) => failures.push(error),
  });
  const dispatch = dispatcher(commands, ({ error }) => failures.push(error));

  await reminders.loaded;
  const pauses = collectorPauses();
  const tookMs: number[] = [];
  let warm: { readonly used: NodeJS.CpuUsage; readonly sent: number; readonly edited: number } | undefined;
  const startedAt = performance.now();
  const answered: Promise<unknown>[] = [];
  for (let click = 0; click < WARM_UP + SECONDS * A_SECOND; click++) {
    const dueAt = startedAt + (click * 1_000) / A_SECOND;
    if (dueAt > performance.now()) await pause(dueAt - performance.now());
    const begunAt = performance.now();
    const isWarm = click >= WARM_UP;
    if (isWarm && warm === undefined) {
      warm = { used: process.cpuUsage(), sent, edited };
      disk.forget();
      pauses.forget();
    }
    answered.push(dispatch(pressOf(click)).then(() => isWarm && tookMs.push(performance.now() - begunAt)));
  }
  await Promise.all(answered);
  const { user, system } = process.cpuUsage(warm?.used);
  const reminded = sent - (warm?.sent ?? 0);
  console.log(
    `${tookMs.length} sign-ups at ${A_SECOND} in a second, ${failures.length} failed; meanwhile ${reminded} reminders ` +
      `(${(reminded / SECONDS).toFixed(0)} in a second) and ${edited - (warm?.edited ?? 0)} edits went out, ${GUILDS - sent} are still due\n` +
      `  own time           ${spread(tookMs)}\n` +
      `  of that, a write   ${spread(disk.tookMs())}\n` +
      `  the collector held everything up ${spread(pauses.tookMs())}\n` +
      `  CPU                ${((user + system) / tookMs.length).toFixed(0)} µs for each, reminders and edits included`,
  );
  if (failures.length > 0) console.log(failures[0]);
  pauses.close();
  turns.prompt.close();
  turns.background.close();
  await reminders.stop();
  await kept.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function pressOf(click: number): unknown {
  const guild = 1 + (click % RUNS);
  return {
    id: `${1_234_567_890_123_456_789n + BigInt(click)}`,
    token: "t",
    application_id: "1",
    version: 1,
    guild_id: `${guild}`,
    channel_id: "12",
    app_permissions: "8",
    type: InteractionType.MessageComponent,
    member: { user: { id: `${10_000 + click}` }, roles: [], permissions: "0" },
    data: { component_type: 2, custom_id: `v1:lfg:join:r${guild}`, values: [] },
    message: { flags: 0 },
  };
}

/** A run whose card stands already, and whose crew is to be reminded now. */
function runIn(guild: number, startsAt: number): Run {
  const made = run({
    runId: `r${guild}`,
    startsAt,
    leadMinutes: [15],
    seats: 5,
    signups: joined(run(), "100").signups,
  });
  const owing = withDebts(undefined, made, startsAt - 86_400_000, "100");
  const card = { channelId: made.channelId, messageId: `${10_000 + guild}` };
  const posted = owing.deliveries.all.filter(({ kind }) => kind === CARD).map(idOf);
  const deliveries = posted.reduce(
    (all, id) => settle(all, id, { state: "sent", ...card }),
    owing.deliveries,
  );
  return { ...owing, card, deliveries };
}

/** How long each write took from when it was asked for, its wait for the turn of the event loop included. */
function diskTimes(driver: Driver) {
  let tookMs: number[] = [];
  const timed = async <T>(write: Promise<T>): Promise<T> => {
    const askedAt = performance.now();
    const written = await write;
    tookMs.push(performance.now() - askedAt);
    return written;
  };
  return {
    driver: {
      ...driver,
      insert: (...row: Parameters<Driver["insert"]>) => timed(driver.insert(...row)),
      replace: (...row: Parameters<Driver["replace"]>) => timed(driver.replace(...row)),
    },
    tookMs: () => tookMs,
    forget: () => {
      tookMs = [];
    },
  };
}

function collectorPauses() {
  let tookMs: number[] = [];
  const watching = new PerformanceObserver((list) => {
    tookMs.push(...list.getEntries().map(({ duration }) => duration));
  });
  watching.observe({ entryTypes: ["gc"] });
  return {
    tookMs: () => tookMs,
    forget: () => {
      tookMs = [];
    },
    close: () => watching.disconnect(),
  };
}

function spread(tookMs: readonly number[]): string {
  const at = (share: number) => quantile(tookMs, share).toFixed(1);
  return `${at(0.5)} ms in the middle, ${at(0.99)} ms at the 99th percentile, ${at(1)} ms at most (N = ${tookMs.length})`;
}
