import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { APIInteraction, APIInteractionResponse } from "discord-api-types/v10";
import { afterAll } from "vitest";
import { type Connection, connect, type DiscordOptions } from "../../src/discord/connect.ts";
import type { Fatal } from "../../src/discord/fatal.ts";
import { createLog } from "../../src/ops/log.ts";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import { createSandbox, type Sandbox, type SandboxOptions } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { whisper } from "../../src/ui/reply.ts";

/** The edge on the sandbox, with a bot behind it that says one thing. */
export interface Wired {
  readonly sandbox: Sandbox;
  readonly connection: Connection;
  readonly person: Actor;
  readonly dataDir: string;
  readonly fatals: readonly Fatal[];
  /** What the log was told, one object for each line. */
  readonly lines: readonly Line[];
  /** How long the bot wanted to wait between tries; it was not made to. */
  readonly waits: readonly number[];
  /** What members were told instead of an answer. */
  readonly failures: readonly unknown[];
}

export interface Line {
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** Tests run side by side, and what they leave is cleared away after the last one. */
const leftovers = new Set<() => void | Promise<void>>();
afterAll(async () => {
  await Promise.all([...leftovers].map((clear) => clear()));
});

export const PING = {
  name: "ping",
  description: "Says hello",
  options: [],
  contexts: [0, 1],
  integration_types: [0],
};

type Overrides = Partial<DiscordOptions> & { readonly sandbox?: SandboxOptions };

export async function wired({ sandbox: options, ...overrides }: Overrides = {}): Promise<Wired> {
  const sandbox = await createSandbox({ identifyEveryMs: 0, ...options });
  const bot = wire(sandbox, overrides);
  leftovers.add(async () => {
    await bot.connection.stop();
    await sandbox.close();
  });
  return bot;
}

/** A bot on a sandbox that is there already. Who calls it stops it. */
export function wire(sandbox: Sandbox, overrides: Partial<DiscordOptions> = {}): Wired {
  const dataDir = overrides.dataDir ?? mkdtempSync(join(tmpdir(), "away-team-edge-"));
  leftovers.add(() => rmSync(dataDir, { recursive: true, force: true }));
  const fatals: Fatal[] = [];
  const lines: Line[] = [];
  const waits: number[] = [];
  const failures: unknown[] = [];

  const connection = connect({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    guildId: undefined,
    shardCount: undefined,
    shardIds: undefined,
    dataDir,
    log: createLog("debug", sandbox.token, { write: (line) => lines.push(JSON.parse(line) as Line) }),
    definitions: [PING],
    dispatch: async () => hello,
    apologise: (_interaction, error) => {
      failures.push(error);
      return whisper("Sorry.");
    },
    onFatal: (fatal) => fatals.push(fatal),
    wait: async (ms, signal) => {
      waits.push(ms);
      await pause(1, undefined, { signal });
    },
    ...overrides,
  });
  const person = sandbox.as(CAST.people.juno, { channelId: CAST.fleet.channels.missionBriefings });
  return { sandbox, connection, person, dataDir, fatals, lines, waits, failures };
}

export const hello: APIInteractionResponse = whisper("Hello.");

/** Resolves as soon as it is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(2);
}

/** Makes one interaction with a token of the test's own, and hands it to whoever is connected. */
export function interactionWith(fields: Partial<APIInteraction> | object): object {
  return { id: "1234567890123456789", token: "a-token", type: 2, ...fields };
}

/** Requests that reached the REST API, as `GET /api/v10/gateway/bot`. */
export function requestsTo(sandbox: Sandbox, part = ""): readonly string[] {
  return sandbox.traffic
    .entries()
    .flatMap((entry) => (entry.kind === "rest" ? [`${entry.method} ${entry.path}`] : []))
    .filter((request) => request.includes(part));
}
