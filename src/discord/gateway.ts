import type { REST } from "@discordjs/rest";
import { WebSocketManager, WebSocketShardEvents } from "@discordjs/ws";
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayReadyDispatchData,
} from "discord-api-types/v10";
import type { Log } from "../ops/log.ts";
import { type Fatal, tokenRefused } from "./fatal.ts";
import { type GuildEvent, isGuildEvent } from "./guild-news.ts";
import { IDENTIFIES_A_DAY, type IdentifyBudget } from "./identify-budget.ts";
import { identifyTurns } from "./identify-turns.ts";
import { createSessions, isSocketAddress } from "./sessions.ts";
import { steadyShards } from "./steady-shards.ts";
import { type Wait, within } from "./wait.ts";

export interface GatewayOptions {
  readonly rest: REST;
  readonly token: string;
  readonly shardCount: number | undefined;
  readonly shardIds: readonly number[] | undefined;
  readonly identifies: IdentifyBudget;
  readonly log: Log;
  readonly wait: Wait;
  onReady(ready: GatewayReadyDispatchData, shardId: number): void;
  onInteraction(interaction: unknown): void;
  /** A guild arrived or went away. */
  onGuild(event: GuildEvent, data: unknown): void;
  onFatal(fatal: Fatal): void;
}

export interface Gateway {
  /** Rejects when the shards could not be started. Once started, each one comes back by itself for ever. */
  connect(): Promise<void>;
  /** From here on nothing is heard. Resolves when Discord knows, or after a moment without it. */
  close(): Promise<void>;
}

/** A close that Discord does not answer is not waited for: the process is about to end. */
const CLOSE_WITHIN_MS = 2_000;

/** The gateway's parts without a client around them: nothing is kept of servers, channels or members. */
export function createGateway(options: GatewayOptions): Gateway {
  const { rest, token, shardCount, shardIds, log, identifies, onFatal } = options;
  const sessions = createSessions();
  let isClosed = false;

  const manager = new WebSocketManager({
    rest,
    token,
    intents: GatewayIntentBits.Guilds,
    shardCount: shardCount ?? null,
    shardIds: shardIds === undefined ? null : [...shardIds],
    buildStrategy: steadyShards(log),
    /** A shard asks before each connection. After the close it waits for ever, so none comes back. */
    retrieveSessionInfo: (shardId) => (isClosed ? new Promise<never>(() => {}) : sessions.of(shardId)),
    updateSessionInfo: sessions.keep,
    buildIdentifyThrottler: async (self) => {
      const { session_start_limit: limit } = await self.fetchGatewayInformation();
      return identifyTurns({
        budget: identifies,
        concurrency: limit.max_concurrency,
        wait: options.wait,
        now: () => performance.now(),
        onSpent: () => onFatal({ exitCode: 1, message: budgetSpent(identifies.nextAt()) }),
      });
    },
  });

  manager.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    if (isClosed) return;
    if (data.t === GatewayDispatchEvents.InteractionCreate) options.onInteraction(data.d);
    else if (isGuildEvent(data.t)) options.onGuild(data.t, data.d);
  });
  manager.on(WebSocketShardEvents.Ready, ({ data, shardId }) => options.onReady(data, shardId));
  manager.on(WebSocketShardEvents.Resumed, ({ shardId }) => log.info({ shardId }, "session resumed"));
  manager.on(WebSocketShardEvents.Error, ({ error, shardId }) => {
    if (isWorthALine(sessions.failures(shardId) + 1)) log.warn({ error, shardId }, "gateway error");
  });
  manager.on(WebSocketShardEvents.Debug, ({ message, shardId }) => log.debug({ shardId }, message));
  manager.on(WebSocketShardEvents.Hello, ({ shardId }) => sessions.greeted(shardId));
  manager.on(WebSocketShardEvents.Closed, ({ code, shardId }) => {
    if (isClosed) return;
    sessions.ended(shardId);
    const failures = sessions.failures(shardId);
    if (isWorthALine(failures)) log.info({ code, shardId, failures }, "gateway closed");
    const cause = TERMINAL_CLOSES[code];
    if (cause !== undefined) onFatal({ exitCode: 78, message: cause });
  });

  return {
    connect: async () => {
      const { url } = await manager.fetchGatewayInformation(true);
      if (!isSocketAddress(url)) throw new TypeError(`The gateway's address is none: ${JSON.stringify(url)}`);
      await manager.connect();
    },
    close: async () => {
      isClosed = true;
      await within(CLOSE_WITHIN_MS, Promise.resolve(manager.destroy({ code: 1000, reason: "stopping" })));
    },
  };
}

/** In a long outage a shard tries twice a second; the log tells of the 1st, 2nd, 4th, 8th … time. */
function isWorthALine(count: number): boolean {
  return Number.isInteger(Math.log2(count));
}

function budgetSpent(nextAt: number): string {
  return (
    `Stopped after ${IDENTIFIES_A_DAY} logins to Discord in 24 hours: something keeps ending the session, and Discord resets ` +
    `a token that logs in 1,000 times a day. Look at the log lines before this one; the next login is free at ${new Date(nextAt).toISOString()}.`
  );
}

const PORTAL = "Discord's developer portal";

/** Close codes after which Discord forbids another try, each with its cause and remedy. */
const TERMINAL_CLOSES: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: tokenRefused,
  [GatewayCloseCodes.InvalidShard]:
    "Discord refused the shard. Make SHARD_IDS and SHARD_COUNT fit each other, or remove both.",
  [GatewayCloseCodes.ShardingRequired]:
    "Discord asks for more shards: the bot is in too many servers for this many. Remove SHARD_COUNT and SHARD_IDS, or raise SHARD_COUNT.",
  [GatewayCloseCodes.InvalidAPIVersion]:
    "Discord no longer speaks this version of its gateway. Update Away Team.",
  [GatewayCloseCodes.InvalidIntents]:
    "Discord does not know the intents that were asked for. Update Away Team.",
  [GatewayCloseCodes.DisallowedIntents]: `Discord does not allow the intents that were asked for. Away Team asks for Guilds only; check the application in ${PORTAL}.`,
};
