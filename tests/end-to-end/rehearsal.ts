import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSandbox, type Sandbox, type SandboxOptions } from "../../src/sandbox/sandbox.ts";
import { serve } from "../../src/serve.ts";

/** The whole bot on the sandbox, through discord.js's own gateway and REST. */
export interface Rehearsal {
  readonly sandbox: Sandbox;
  /** Where the bot keeps everything. */
  readonly dataDir: string;
  /** What stopped the bot, if something did. */
  readonly failures: readonly { readonly exitCode: number; readonly message: string }[];
  /** Stops the bot and starts another on the same data; `meanwhile` happens while there is none. */
  restart(meanwhile?: () => void): Promise<void>;
  stop(): Promise<void>;
}

export async function rehearse(options: SandboxOptions = {}): Promise<Rehearsal> {
  const sandbox = await createSandbox({ identifyEveryMs: 0, ...options });
  const dataDir = mkdtempSync(join(tmpdir(), "away-team-"));
  const failures: { exitCode: number; message: string }[] = [];

  async function startBot() {
    const bot = await serve(
      {
        token: sandbox.token,
        apiUrl: sandbox.apiUrl,
        guildId: undefined,
        dataDir,
        storeUrl: undefined,
        logLevel: "silent",
        shardCount: undefined,
        shardIds: undefined,
        sandboxPort: 0,
        clockUrl: sandbox.clockUrl,
      },
      (exitCode, message) => failures.push({ exitCode, message }),
    );
    await bot.registered;
    return bot;
  }

  let bot = await startBot();
  return {
    sandbox,
    dataDir,
    failures,
    restart: async (meanwhile) => {
      await bot.stop();
      meanwhile?.();
      bot = await startBot();
    },
    stop: async () => {
      await bot.stop();
      await sandbox.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
