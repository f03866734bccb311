import { join } from "node:path";
import { type RateLimitData, REST } from "@discordjs/rest";
import type {
  GatewayReadyDispatchData,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import type { Log } from "../ops/log.ts";
import { type Answers, createAnswering } from "./answering.ts";
import { createCallbacks } from "./callbacks.ts";
import type { Fatal } from "./fatal.ts";
import { fillingIn } from "./fill-in.ts";
import { followingUp } from "./follow-up.ts";
import { createGateway } from "./gateway.ts";
import { type GuildListener, guildNews } from "./guild-news.ts";
import { identifyBudget } from "./identify-budget.ts";
import { type Errand, type Patience, untilDone } from "./login.ts";
import { registerEverywhere } from "./registration.ts";
import { realWait, type Wait, within } from "./wait.ts";

export interface DiscordOptions extends Answers, GuildListener {
  readonly token: string;
  readonly apiUrl: string;
  readonly guildId: string | undefined;
  readonly shardCount: number | undefined;
  readonly shardIds: readonly number[] | undefined;
  readonly dataDir: string;
  readonly log: Log;
  readonly definitions: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[];
  onFatal(fatal: Fatal): void;
  /** How time passes between two tries; a test has no patience. */
  readonly wait?: Wait;
}

/** A bot on Discord. */
export interface Connection {
  /** Resolves when Discord holds the commands; never, when it cannot be reached. */
  readonly registered: Promise<void>;
  /** Resolves when what was accepted is answered and the sockets are closed. */
  stop(): Promise<void>;
}

/** How long a stop waits for answers that are under way; an answer is of no use after three seconds. */
const DRAIN_MS = 3_000;

/** Connects, and keeps trying while only the network is at fault. */
export function connect(options: DiscordOptions): Connection {
  const { token, apiUrl, log, onFatal, wait = realWait } = options;
  const stopping = new AbortController();
  const patience: Patience = { log, onFatal, wait, signal: stopping.signal };
  const polite = { version: "10", api: apiUrl, rejectOnRateLimit: toldTo(log) } as const;
  const rest = new REST(polite).setToken(token);
  /** What follows a first answer has limits of each interaction's own: Discord leaves it out of the global one. */
  const interactions = new REST({ ...polite, globalRequestsPerSecond: Number.POSITIVE_INFINITY });
  const callbacks = createCallbacks(apiUrl);
  const answering = createAnswering({
    ...options,
    callbacks,
    fillIn: fillingIn(interactions, options),
    followUp: followingUp(interactions, patience),
  });
  const registered = Promise.withResolvers<void>();
  let registering = new AbortController();
  const news = guildNews(options);

  const gateway = createGateway({
    ...options,
    rest,
    wait,
    identifies: identifyBudget(join(options.dataDir, "identifies.json"), Date.now, (error) =>
      log.warn({ error }, "the count of logins could not be written down"),
    ),
    onInteraction: answering.hear,
    onGuild: news.hear,
    onReady: (ready, shardId) => {
      news.ready(ready);
      log.info({ shardId, servers: ready.guilds.length }, "ready");
      if (shardId !== (options.shardIds?.[0] ?? 0)) return;
      /** A session that is newer knows what the one before it was told, and takes over. */
      registering.abort();
      registering = new AbortController();
      const signal = AbortSignal.any([stopping.signal, registering.signal]);
      void untilDone(registration(rest, ready, options), { ...patience, signal }).then(
        (isDone) => isDone && registered.resolve(),
      );
    },
  });
  void untilDone(
    arrival(() => gateway.connect()),
    patience,
  );

  return {
    registered: registered.promise,
    stop: async () => {
      stopping.abort();
      await gateway.close();
      await within(DRAIN_MS, answering.drain());
      await callbacks.close();
      for (const one of [rest, interactions]) {
        one.clearHandlerSweeper();
        one.clearHashSweeper();
      }
    },
  };
}

/** REST waits by itself, and silently: half an hour of that looks like a bot that has died. */
function toldTo(log: Log): (limit: RateLimitData) => boolean {
  return ({ scope, method, route, timeToReset, retryAfter }) => {
    log.warn(
      { scope, method, route, waitMs: Math.max(timeToReset, retryAfter) },
      "Discord asks for patience",
    );
    return false;
  };
}

function arrival(attempt: () => Promise<void>): Errand {
  return {
    what: "connecting to Discord",
    attempt,
    refusal: (status) =>
      status === 404 ? "Check DISCORD_API_URL, or leave it out for Discord itself." : undefined,
  };
}

function registration(rest: REST, ready: GatewayReadyDispatchData, options: DiscordOptions): Errand {
  const { guildId, definitions, log } = options;
  const guildIds = ready.guilds.map((guild) => guild.id);
  const place = { applicationId: ready.application.id, guildId, guildIds };
  return {
    what: "registering the commands",
    attempt: async () => {
      log.info({ guildId, outcome: await registerEverywhere(rest, place, definitions, log) }, "commands");
    },
    refusal: (status) => {
      if (status === 400) return "This is a fault of Away Team's own; please report it.";
      return guildId !== undefined && (status === 403 || status === 404) ? NOT_IN_SERVER : undefined;
    },
  };
}

const NOT_IN_SERVER =
  "Check that DISCORD_GUILD_ID is the id of a server that the bot was invited to with the applications.commands scope.";
