import { type Config, ConfigError, readConfig } from "./config.ts";
import { createLog, type Log } from "./ops/log.ts";
import { StoreError, type StoreReason } from "./store/store-error.ts";

/** Something that runs until it is told to stop. */
export interface Running {
  stop(): Promise<void>;
}

/** A stop that takes longer than this is cut short; supervisors kill after ten seconds. */
const STOP_WITHIN_MS = 8_000;

/** Starts the bot, or the sandbox and a bot in it when there is no token, and stops on a signal with exit code 0. */
export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  const config = configOrExit(env);
  const log = createLog(config.logLevel, config.token);
  let running: Running | undefined;
  let isStopping = false;

  const stop = async (exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS);
    try {
      await running?.stop();
    } catch (error) {
      log.error({ error }, "the stop failed");
      process.exit(1);
    }
    process.exit(exitCode);
  };
  const fail = (exitCode: number, message: string) => {
    if (isStopping) return;
    process.stderr.write(`${message}\n`);
    void stop(exitCode);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void stop(0));
  /** Whoever started this process over a channel, as the rehearsal does, is gone: nobody is left to stop it. */
  process.once("disconnect", () => void stop(0));
  surviveStrays(log, fail);

  try {
    running = await begin(config, fail);
  } catch (error) {
    fail(exitCodeFor(error), error instanceof Error ? error.message : String(error));
  }
}

/** What an operator has to change before another try makes sense. */
const SET_WRONGLY: ReadonlySet<StoreReason> = new Set(["misconfigured", "missing", "read-only", "foreign"]);

function exitCodeFor(error: unknown): number {
  return error instanceof StoreError && SET_WRONGLY.has(error.reason) ? 78 : 1;
}

export type Fail = (exitCode: number, message: string) => void;

async function begin(config: Config, fail: Fail): Promise<Running> {
  if (config.token === undefined) {
    const { rehearse } = await import("./rehearse.ts");
    return await rehearse(config, fail);
  }
  const { serve } = await import("./serve.ts");
  return await serve({ ...config, token: config.token }, fail);
}

function configOrExit(env: NodeJS.ProcessEnv): Config {
  try {
    return readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const count = error.problems.length;
    process.stderr.write(
      `Away Team cannot start: ${count === 1 ? "one setting is" : `${count} settings are`} wrong.\n` +
        `${error.problems.map((problem) => `- ${problem}`).join("\n")}\nEvery setting is described in .env.example.\n`,
    );
    process.exit(78);
  }
}

const STRAYS_A_MINUTE = 20;

/**
 * A rejection that nobody handles is a fault of ours or of a library, mostly over one malformed packet: one is
 * reported and lived with, a stream of them ends the process so that a supervisor starts it afresh.
 */
function surviveStrays(log: Log, fail: Fail): void {
  let recent: readonly number[] = [];
  process.on("unhandledRejection", (error) => {
    const now = performance.now();
    recent = [...recent.filter((at) => at > now - 60_000), now];
    log.error({ error }, "unhandled rejection");
    if (recent.length > STRAYS_A_MINUTE)
      fail(1, `Stopped after ${STRAYS_A_MINUTE} unhandled failures within a minute.`);
  });
}
