/**
 * Kills the started bot with -9 after each step of a reminder, starts it again after 10 seconds, 4 minutes and 2 hours
 * of domain time, and counts what members read.
 *
 *     node src/start.mjs tests/proof/reminder-kills.ts 24
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createSandbox } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";

const ROOT = join(import.meta.dirname, "../..");
/** Five people may hold five open runs each. */
const KILLS = Math.min(24, Number(process.argv[2] ?? 24));
const MINUTE = 60_000;
const STEPS = ["plan", "claim", "send", "settle"] as const;
const DOWN = { "10 s": 10_000, "4 min": 4 * MINUTE, "2 h": 120 * MINUTE } as const;
/** By then what was sent is settled, and the bot has nothing to do. */
const SETTLED_MS = 500;
const STEP_WITHIN_MS = 60_000;
/** A claim that a dead process left behind is free after a minute. */
const LEASE_MS = 75_000;
const MISSIONS = ["second-wave", "home", "facility-4028", "operation-gamma"] as const;
const CHANNELS = [
  CAST.fleet.channels.runs,
  CAST.fleet.channels.lounge,
  CAST.fleet.channels.missionBriefings,
] as const;
const { officer, admiral, reyes, kvorrah, juno } = CAST.people;
const PEOPLE = [officer, admiral, reyes, kvorrah, juno] as const;

const folder = mkdtempSync(join(tmpdir(), "away-team-reminder-kills-"));
const sandbox = await createSandbox({
  identifyEveryMs: 0,
  sessionStartsPerDay: 100_000,
  keepTraffic: 100_000,
  rateLimits: false,
});
let bot: ChildProcess | undefined;
const killed: { readonly "killed after": string; readonly "back after": string }[] = [];
try {
  const startedAt = performance.now();
  for (let kill = 0; kill < KILLS; kill++) {
    const step = at(STEPS, kill);
    /** Three and four have no factor in common, so twelve kills meet every step with every absence. */
    const [name, downMs] = at(Object.entries(DOWN) as [[string, number]], kill);
    bot = await live();
    const who = sandbox.as(at(PEOPLE, kill), { channelId: at(CHANNELS, kill) });
    const outcome = await who.run("lfg", { mission: at(MISSIONS, kill), when: "in 24 hours 2 minutes" });
    if (outcome.kind !== "message") throw new Error(`No run was made: ${JSON.stringify(outcome)}`);
    await killAfter(step, bot);
    sandbox.clock.turnBy(downMs);
    while (sandbox.gateway.isConnected) await pause(1);
    killed.push({ "killed after": step, "back after": name });
  }
  bot = await live();
  await pause(LEASE_MS);

  const told = Map.groupBy(reminders(), (text) => text.split("\n")[0]);
  const doubled = [...told.values()].filter((same) => same.length > 1).length;
  const lost = KILLS - told.size;
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
  const points = Map.groupBy(killed, (one) => `${one["killed after"]}, ${one["back after"]}`);
  console.table(
    [...points].map(([point, all]) => ({ "killed after, back after": point, kills: all.length })),
  );
  console.log(`kill -9 while a reminder is due: N=${KILLS}: ${lost} lost, ${doubled} doubled (${seconds} s)`);
  process.exitCode = lost + doubled === 0 ? 0 : 1;
} finally {
  bot?.kill("SIGKILL");
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Lets the day's notice of a run become due, and ends the process after this step of it. */
async function killAfter(step: (typeof STEPS)[number], started: ChildProcess): Promise<void> {
  const closed = once(started, "close");
  const kill = () => void started.kill("SIGKILL");
  const take = sandbox.faults.take;
  /** The request has come in, and is not carried out. */
  if (step === "claim")
    sandbox.faults.take = (method, path) => {
      if (method !== "POST" || !path.endsWith("/messages")) return take(method, path);
      kill();
      return { kind: "cut" };
    };
  const stop = sandbox.changes.listen((change) => {
    if (change.kind !== "message-created" || !isReminder(change.message.json.content)) return;
    if (step === "send") kill();
    if (step === "settle") setTimeout(kill, SETTLED_MS);
  });
  if (step === "plan") kill();
  if (step === "plan") await closed;
  sandbox.clock.turnBy(3 * MINUTE);
  const isLate = await Promise.race([closed.then(() => false), pause(STEP_WITHIN_MS, true, { ref: false })]);
  if (isLate) throw new Error(`The step “${step}” did not come.`);
  stop();
  sandbox.faults.take = take;
}

function isReminder(content: string): boolean {
  return /^\*\*.+\*\* starts/.test(content);
}

function reminders(): readonly string[] {
  const messages = CHANNELS.flatMap((id) => [...(sandbox.world.channels.get(id)?.messages.values() ?? [])]);
  return messages.map(({ json }) => json.content).filter(isReminder);
}

function hasCommands(): boolean {
  return sandbox.traffic
    .entries()
    .some((entry) => entry.kind === "rest" && entry.method === "PUT" && entry.path.endsWith("/commands"));
}

function at<One>(all: readonly [One, ...One[]], number: number): One {
  return all[number % all.length] ?? all[0];
}

/** A bot that is connected, as `npm start` starts it. It may log in as often as it is killed. */
async function live(): Promise<ChildProcess> {
  rmSync(join(folder, "identifies.json"), { force: true });
  const started = spawn(process.execPath, [join(ROOT, "src/start.mjs"), join(ROOT, "src/main.ts")], {
    cwd: folder,
    env: {
      PATH: process.env["PATH"],
      DATA_DIR: folder,
      NODE_COMPILE_CACHE: join(tmpdir(), "away-team-tests-compile-cache"),
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      CLOCK_URL: sandbox.clockUrl,
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  while (!sandbox.gateway.isConnected || !hasCommands()) {
    if (started.exitCode !== null) throw new Error(`The bot ended by itself with ${started.exitCode}.`);
    await pause(5);
  }
  return started;
}
