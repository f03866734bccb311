import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { REST } from "@discordjs/rest";
import type {
  APIInteractionResponse,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import type { Log } from "../ops/log.ts";
import { createAnswering } from "./answering.ts";
import { createCallbacks } from "./callbacks.ts";
import type { Fatal } from "./fatal.ts";
import { createGateway } from "./gateway.ts";
import { identifyBudget } from "./identify-budget.ts";
import { untilReached } from "./login.ts";
import { clearGuildCommands, registerCommands } from "./registration.ts";

export interface DiscordOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly guildId: string | undefined;
  readonly shardCount: number | undefined;
  readonly shardIds: readonly number[] | undefined;
  readonly dataDir: string;
  readonly log: Log;
  readonly definitions: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[];
  dispatch(interaction: unknown): Promise<APIInteractionResponse | undefined>;
  /** What a member reads when Discord did not take an answer. */
  apologise(interactionId: string): APIInteractionResponse;
  onFatal(fatal: Fatal): void;
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
  const { token, apiUrl, log, onFatal } = options;
  const stopping = new AbortController();
  const attempts = { log, onFatal, signal: stopping.signal };
  const rest = new REST({ version: "10", api: apiUrl }).setToken(token);
  const callbacks = createCallbacks(apiUrl);
  const answering = createAnswering({ ...options, callbacks });

  const registered = Promise.withResolvers<void>();
  const gateway = createGateway({
    ...options,
    rest,
    identifies: identifyBudget(join(options.dataDir, "identifies.json"), Date.now),
    onInteraction: answering.hear,
    onReady: (ready, shardId) => {
      log.info({ shardId, servers: ready.guilds.length }, "ready");
      if (shardId !== (options.shardIds?.[0] ?? 0)) return;
      const guildIds = ready.guilds.map((guild) => guild.id);
      void untilReached(
        "registering the commands",
        () => register(rest, ready.application.id, guildIds, options),
        attempts,
      ).then((isDone) => isDone && registered.resolve());
    },
  });
  void untilReached("connecting to Discord", () => gateway.connect(), attempts);

  return {
    registered: registered.promise,
    stop: async () => {
      stopping.abort();
      await Promise.race([answering.drain(), wait(DRAIN_MS, undefined, { ref: false })]);
      await gateway.destroy({ code: 1000, reason: "stopping" });
      await callbacks.close();
    },
  };
}

/** One scope holds the commands; the other is cleared, or members would see each command twice. */
async function register(
  rest: REST,
  applicationId: string,
  guildIds: readonly string[],
  options: DiscordOptions,
): Promise<void> {
  const { guildId, definitions, log } = options;
  if (guildId === undefined) {
    log.info(
      { global: await registerCommands(rest, applicationId, "global", definitions) },
      "commands registered",
    );
    await clearGuildCommands(rest, applicationId, guildIds);
  } else {
    const done = await registerCommands(rest, applicationId, { guildId }, definitions);
    log.info({ guildId, guild: done }, "commands registered");
    await registerCommands(rest, applicationId, "global", []);
  }
}
