import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { handTime } from "../../src/sandbox/protocol-time.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { type Clicker, clickersOn } from "./clickers.ts";
import { lookInto } from "./kept-documents.ts";

const ROOT = join(import.meta.dirname, "../..");

export interface ClickToll {
  readonly kills: number;
  readonly acknowledged: number;
  /** Changes that were acknowledged, and are not in the documents or not shown to who made them. */
  readonly lost: number;
  /** Documents that are neither what was acknowledged nor what was asked for last. */
  readonly halves: number;
  readonly broken: number;
  /** What was found, for whoever has to find out why. */
  readonly findings: readonly string[];
}

/** Every life begins with these many acknowledged clicks, before a kill may come. */
const AT_LEAST = 5;
const LONGEST_LIFE_MS = 400;
/** A click that the bot died over is given up. */
const GIVEN_UP_MS = 10_000;

/**
 * Kills the started bot with -9 under the clicks of several people, at moments that follow from the seed, and holds what
 * is kept, and what members are shown afterwards, against what was acknowledged. `afterKill` may do damage, to see
 * that it is noticed.
 */
export async function killUnderClicks(
  dataDir: string,
  kills: number,
  seed: number,
  afterKill: () => void = () => {},
): Promise<ClickToll> {
  const time = handTime();
  const sandbox = await createSandbox({
    identifyEveryMs: 0,
    sessionStartsPerDay: 100_000,
    keepMessagesPerChannel: 1_000_000,
    keepTraffic: 10,
    rateLimits: false,
    time,
  });
  const moment = moments(seed);
  const toll = { kills, acknowledged: 0, lost: 0, halves: 0, broken: 0, findings: [] as string[] };
  let bot: ChildProcess | undefined;
  try {
    bot = await live(sandbox, dataDir);
    const clickers = await clickersOn(sandbox, seed);
    for (let kill = 1; kill <= kills; kill++) {
      const before = acknowledgedBy(clickers);
      const life = new AbortController();
      const clicking = clickers.map((clicker) => clicker.clickOn(life.signal));
      while (acknowledgedBy(clickers) - before < AT_LEAST) await wait(2);
      await wait(moment() * LONGEST_LIFE_MS);
      bot.kill("SIGKILL");
      await once(bot, "close");
      life.abort();
      while (sandbox.gateway.isConnected) await wait(1);
      time.advance(GIVEN_UP_MS);
      await Promise.all(clicking);
      toll.acknowledged += acknowledgedBy(clickers) - before;

      afterKill();
      const kept = lookInto(dataDir);
      if (kept.integrity !== "ok") toll.broken++;
      for (const clicker of clickers) judge(clicker.compare(kept), `kill ${kill}, ${clicker.name}`);
      bot = await live(sandbox, dataDir);
      for (const clicker of clickers) judge(await clicker.look(), `after kill ${kill}, ${clicker.name}`);
    }
    return toll;
  } finally {
    bot?.kill("SIGKILL");
    await sandbox.close();
  }

  function judge(verdict: "kept" | "lost" | "half", where: string): void {
    if (verdict === "kept") return;
    toll[verdict === "lost" ? "lost" : "halves"]++;
    toll.findings.push(`${verdict}: ${where}`);
  }
}

function acknowledgedBy(clickers: readonly Clicker[]): number {
  return clickers.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
}

/** A bot that is connected, as `npm start` starts it. It may log in as often as it is killed. */
async function live(sandbox: Sandbox, dataDir: string): Promise<ChildProcess> {
  rmSync(join(dataDir, "identifies.json"), { force: true });
  const bot = spawn(process.execPath, [join(ROOT, "src/start.mjs"), join(ROOT, "src/main.ts")], {
    cwd: dataDir,
    env: {
      PATH: process.env["PATH"],
      DATA_DIR: dataDir,
      NODE_COMPILE_CACHE: join(tmpdir(), "away-team-tests-compile-cache"),
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  while (!sandbox.gateway.isConnected) {
    if (bot.exitCode !== null) throw new Error(`The bot ended by itself with ${bot.exitCode}.`);
    await wait(5);
  }
  return bot;
}

/** From 0 to 1, the same for the same seed. */
function moments(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
