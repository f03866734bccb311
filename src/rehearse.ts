import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Config, sandboxDataDir } from "./config.ts";
import type { BotProcess } from "./sandbox/bot-process.ts";
import { introduceCaptains } from "./sandbox/introductions.ts";
import { createSandbox, type Sandbox, type SandboxOptions } from "./sandbox/sandbox.ts";
import type { Fail, Running } from "./start-up.ts";

/** The sandbox, and a bot of its own process that knows of it only by address: what runs here runs on Discord. */
export async function rehearse(config: Config, fail: Fail): Promise<Running> {
  const isFirst = !existsSync(sandboxDataDir(config));
  const sandbox = await openSandbox(
    { port: config.sandboxPort, bot: { restart: () => bot.restart(), kill: () => bot.kill() } },
    fail,
  );
  if (sandbox === undefined) return { stop: async () => {} };
  const bot = keepBot(() => startBot(config, sandbox), fail);
  if (isFirst) {
    void sandbox.next(({ kind }) => kind === "commands-changed").then(() => introduceCaptains(sandbox));
  }

  process.stdout.write(
    `Away Team is ready to try at ${sandbox.url}\n` +
      "Type /mission home there. This is a rehearsal: a small Discord on this machine, and nothing leaves it.\n" +
      "To go live, put a bot token into .env as DISCORD_TOKEN (README, Go live on Discord). Stop with Ctrl-C.\n",
  );
  return {
    stop: async () => {
      await bot.stop();
      await sandbox.close();
    },
  };
}

interface KeptBot extends BotProcess {
  stop(): Promise<void>;
}

/** Ctrl-C reaches both processes at once, and the bot may be gone before this one hears of it. */
const SAME_SIGNAL_MS = 300;

/** One bot at a time. Only an end that nobody asked for is a failure. */
function keepBot(start: () => ChildProcess, fail: Fail): KeptBot {
  const dismissed = new WeakSet<ChildProcess>();
  let child = launch();
  let turn = Promise.resolve();

  function launch(): ChildProcess {
    const started = start();
    started.on("error", (error) => fail(1, `The bot could not be started: ${error.message}`));
    started.on("exit", (code, signal) => {
      if (dismissed.has(started)) return;
      const how = `The bot stopped (${signal ?? `exit code ${code}`}).`;
      setTimeout(() => fail(code || 1, how), signal === null ? 0 : SAME_SIGNAL_MS);
    });
    return started;
  }

  function dismiss(firstSignal: NodeJS.Signals): Promise<void> {
    dismissed.add(child);
    return stopBot(child, firstSignal);
  }

  /** Two clicks at once still leave one bot. */
  function inTurn(deed: () => Promise<void>): Promise<void> {
    turn = turn.then(deed);
    return turn;
  }

  return {
    restart: () =>
      inTurn(async () => {
        await dismiss("SIGTERM");
        child = launch();
      }),
    kill: () => inTurn(() => dismiss("SIGKILL")),
    stop: () => inTurn(() => dismiss("SIGTERM")),
  };
}

async function openSandbox(
  options: Required<Pick<SandboxOptions, "port" | "bot">>,
  fail: Fail,
): Promise<Sandbox | undefined> {
  try {
    return await createSandbox(options);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    const why = code === "EACCES" ? "may not be used." : "is taken; is another sandbox running?";
    fail(78, `Port ${options.port} ${why} Set SANDBOX_PORT to another one, or to 0 for any free one.`);
    return undefined;
  }
}

interface Place {
  readonly apiUrl: string;
  readonly token: string;
  readonly clockUrl: string;
}

function startBot(config: Config, place: Place): ChildProcess {
  return spawn(
    process.execPath,
    [join(import.meta.dirname, "start.mjs"), join(import.meta.dirname, "main.ts")],
    {
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: {
        ...process.env,
        DISCORD_TOKEN: place.token,
        DISCORD_API_URL: place.apiUrl,
        CLOCK_URL: place.clockUrl,
        DATA_DIR: sandboxDataDir(config),
        STORE_URL: "",
        LOG_LEVEL: config.logLevel,
        DISCORD_GUILD_ID: "",
        SHARD_COUNT: "",
        SHARD_IDS: "",
      },
    },
  );
}

/** A bot that takes longer than it allows itself is not left behind. */
const KILL_AFTER_MS = 7_000;

async function stopBot(bot: ChildProcess, firstSignal: NodeJS.Signals): Promise<void> {
  if (bot.pid === undefined || bot.exitCode !== null || bot.signalCode !== null) return;
  const gone = once(bot, "exit");
  bot.kill(firstSignal);
  const forced = setTimeout(() => bot.kill("SIGKILL"), KILL_AFTER_MS);
  await gone;
  clearTimeout(forced);
}
