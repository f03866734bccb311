/**
 * What a press of Join costs of our own time, at 200 in a second, while reminders go out to 2,500 guilds: decided,
 * committed to SQLite with FULL sync, answered. Discord itself is a pause of 100 ms.
 *
 *     node src/start.mjs tests/bench/sign-ups.ts [seconds]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { InteractionType } from "discord-api-types/v10";
import { dispatcher } from "../../src/bot/dispatch.ts";
import { rendered } from "../../src/bot/rendered.ts";
import { pace } from "../../src/discord/pace.ts";
import { startReminders } from "../../src/jobs/reminders.ts";
import { createLog } from "../../src/ops/log.ts";
import { commandsOf } from "../../src/registry.ts";
import { withDebts } from "../../src/runs/debts.ts";
import { runKey, runs } from "../../src/runs/store.ts";
import { openStore } from "../../src/store/open-store.ts";
import { systemClock } from "../../src/time/clock.ts";
import { systemTimers } from "../../src/time/timers.ts";
import { catalog, index, things } from "../house.ts";
import { joined, run } from "../runs/crew.ts";

const SECONDS = Number(process.argv[2] ?? 10);
const A_SECOND = 200;
/** Before anything is measured. */
const WARM_UP = 2 * A_SECOND;
const GUILDS = 2_500;
const RUNS = 50;
const NETWORK_MS = 100;

const folder = mkdtempSync(join(tmpdir(), "away-team-bench-"));
try {
  const kept = await openStore({ storeUrl: undefined, dataDir: folder });
  const startsAt = Date.now() + 15 * 60_000 + 60_000;
  for (let guild = 1; guild <= GUILDS; guild++) {
    const made = run({
      runId: `r${guild}`,
      startsAt,
      leadMinutes: [15],
      signups: joined(run(), "100", "101").signups,
    });
    await kept.create(
      runKey(`${guild}`, made.runId),
      runs,
      withDebts(undefined, made, startsAt - 86_400_000, "100"),
    );
  }

  const turns = pace(systemTimers);
  const wire = async (lane: "prompt" | "background") => {
    await turns.turn(lane);
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
      send: async (_channel, _message, nonce, lane) => {
        await wire(lane);
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
  });
  const failures: unknown[] = [];
  const dispatch = dispatcher(commands, ({ error }) => failures.push(error));

  await reminders.loaded;
  const tookMs: number[] = [];
  const usedBefore = process.cpuUsage();
  const startedAt = performance.now();
  const answered: Promise<unknown>[] = [];
  for (let click = 0; click < WARM_UP + SECONDS * A_SECOND; click++) {
    const dueAt = startedAt + (click * 1_000) / A_SECOND;
    if (dueAt > performance.now()) await pause(dueAt - performance.now());
    const begunAt = performance.now();
    const isWarm = click >= WARM_UP;
    answered.push(dispatch(pressOf(click)).then(() => isWarm && tookMs.push(performance.now() - begunAt)));
  }
  await Promise.all(answered);
  const { user, system } = process.cpuUsage(usedBefore);

  tookMs.sort((one, other) => one - other);
  const at = (share: number) => (tookMs[Math.floor(tookMs.length * share)] ?? 0).toFixed(1);
  console.log(
    `${tookMs.length} sign-ups at ${A_SECOND} in a second, ${failures.length} failed; meanwhile ${sent} messages and ${edited} edits went out:\n` +
      `  own time  ${at(0.5)} ms in the middle, ${at(0.99)} ms at the 99th percentile, ${at(0.9999)} ms at most\n` +
      `  CPU       ${((user + system) / tookMs.length).toFixed(0)} µs for each, messages and edits included`,
  );
  if (failures.length > 0) console.log(failures[0]);
  turns.close();
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
