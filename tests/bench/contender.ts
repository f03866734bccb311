import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { realTime } from "../../src/sandbox/protocol-time.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";

/** A bot under measurement, in a process of its own, on a sandbox of its own. */
export interface Contender {
  readonly sandbox: Sandbox;
  /** From the start of the process to READY. */
  readonly readyMs: number;
  usage(): Promise<{ readonly cpuMicros: number; readonly residentBytes: number }>;
  stop(): Promise<void>;
}

/** Enough for the paced part of a measurement: a packet and a request for each answer. */
const KEPT_TRAFFIC = 3_200;

/** The machine's time to the microsecond. */
const FINE_TIME = { ...realTime, now: () => performance.timeOrigin + performance.now() };

const METER = join(import.meta.dirname, "meter.mjs");

/** Starts a script on the Node that runs this; start.mjs finds it new enough and starts no second process. `dataDir` is kept when it is given. */
export async function startContender(script: readonly string[], dataDir?: string): Promise<Contender> {
  const sandbox = await createSandbox({
    identifyEveryMs: 0,
    keepTraffic: KEPT_TRAFFIC,
    keepMessagesPerChannel: 50,
    time: FINE_TIME,
  });
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), "away-team-bench-"));
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["--import", METER, ...script], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      DATA_DIR: folder,
      LOG_LEVEL: "warn",
    },
  });
  while (!sandbox.gateway.isConnected) await wait(1);
  const readyMs = performance.now() - startedAt;
  while (sandbox.world.guilds.size === 0) await wait(1);

  return {
    sandbox,
    readyMs,
    usage: () => ask(child),
    stop: async () => {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
      await sandbox.close();
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ask(child: ChildProcess): Promise<{ cpuMicros: number; residentBytes: number }> {
  const answered = once(child, "message");
  child.send("usage");
  const [usage] = await answered;
  return usage as { cpuMicros: number; residentBytes: number };
}
