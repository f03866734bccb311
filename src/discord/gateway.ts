import type { REST } from "@discordjs/rest";
import {
  type IIdentifyThrottler,
  type SessionInfo,
  SimpleIdentifyThrottler,
  WebSocketManager,
  WebSocketShardEvents,
} from "@discordjs/ws";
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  GatewayIntentBits,
  type GatewayReadyDispatchData,
} from "discord-api-types/v10";
import type { Log } from "../ops/log.ts";
import { type Fatal, tokenRefused } from "./fatal.ts";
import { IDENTIFIES_A_DAY, type IdentifyBudget } from "./identify-budget.ts";

export interface GatewayOptions {
  readonly rest: REST;
  readonly token: string;
  readonly shardCount: number | undefined;
  readonly shardIds: readonly number[] | undefined;
  readonly identifies: IdentifyBudget;
  readonly log: Log;
  onReady(ready: GatewayReadyDispatchData, shardId: number): void;
  onInteraction(interaction: unknown): void;
  onFatal(fatal: Fatal): void;
}

/** The gateway's parts without a client around them: nothing is kept of servers, channels or members. */
export function createGateway(options: GatewayOptions): WebSocketManager {
  const { rest, token, shardCount, shardIds, log } = options;
  const sessions = new Map<number, SessionInfo>();
  const manager = new WebSocketManager({
    rest,
    token,
    intents: GatewayIntentBits.Guilds,
    shardCount: shardCount ?? null,
    shardIds: shardIds === undefined ? null : [...shardIds],
    retrieveSessionInfo: (shardId) => sessions.get(shardId) ?? null,
    updateSessionInfo: (shardId, info) =>
      void (info ? sessions.set(shardId, info) : sessions.delete(shardId)),
    buildIdentifyThrottler: async (self) => countedIdentifies(options, await concurrencyOf(self)),
  });

  manager.on(WebSocketShardEvents.Dispatch, ({ data }) => hear(options, data));
  manager.on(WebSocketShardEvents.Ready, ({ data, shardId }) => options.onReady(data, shardId));
  manager.on(WebSocketShardEvents.Resumed, ({ shardId }) => log.info({ shardId }, "session resumed"));
  manager.on(WebSocketShardEvents.Error, ({ error, shardId }) =>
    log.warn({ error, shardId }, "gateway error"),
  );
  manager.on(WebSocketShardEvents.Debug, ({ message, shardId }) => log.debug({ shardId }, message));
  manager.on(WebSocketShardEvents.Closed, ({ code, shardId }) => {
    log.info({ code, shardId }, "gateway closed");
    const cause = TERMINAL_CLOSES[code];
    if (cause !== undefined) options.onFatal({ exitCode: 78, message: cause });
  });
  return manager;
}

function hear(options: GatewayOptions, packet: GatewayDispatchPayload): void {
  if (packet.t === GatewayDispatchEvents.InteractionCreate) options.onInteraction(packet.d);
}

async function concurrencyOf(manager: WebSocketManager): Promise<number> {
  const { session_start_limit: limit } = await manager.fetchGatewayInformation();
  return limit.max_concurrency;
}

/** Waits its turn as Discord asks, then counts; with the day's budget spent it waits for ever, and the bot stops. */
function countedIdentifies({ identifies, onFatal }: GatewayOptions, concurrency: number): IIdentifyThrottler {
  const inTurn = new SimpleIdentifyThrottler(concurrency);
  return {
    waitForIdentify: async (shardId, signal) => {
      await inTurn.waitForIdentify(shardId, signal);
      if (identifies.spend()) return;
      onFatal({ exitCode: 1, message: budgetSpent(identifies.nextAt()) });
      await new Promise<never>(() => {});
    },
  };
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
