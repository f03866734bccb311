import { WebSocketManager, WebSocketShardEvents } from "@discordjs/ws";
import {
  type APIInteraction,
  type APIInteractionResponse,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  GatewayIntentBits,
  REST,
  Routes,
} from "discord.js";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";

type Answer = (interaction: APIInteraction) => APIInteractionResponse | undefined;

export interface Bot {
  readonly rest: REST;
  readonly heard: readonly GatewayDispatchPayload[];
  /** Resolves with the first event of the kind, the ones already heard included. */
  hears(event: string): Promise<GatewayDispatchPayload>;
  close(): Promise<void>;
}

/** A REST client of discord.js, set up as a bot has it. */
export function restOf(sandbox: Sandbox): REST {
  return new REST({ version: "10", api: sandbox.apiUrl, retries: 0 }).setToken(sandbox.token);
}

/** A bot on discord.js's own REST and gateway, which answers interactions with ready JSON. */
export async function startBot(
  sandbox: Sandbox,
  answer: Answer = () => undefined,
  intents: number = GatewayIntentBits.Guilds,
): Promise<Bot> {
  const rest = restOf(sandbox);
  const sessions = new Map();
  const manager = new WebSocketManager({
    token: sandbox.token,
    intents,
    rest,
    retrieveSessionInfo: (shardId) => sessions.get(shardId) ?? null,
    updateSessionInfo: (shardId, info) =>
      void (info ? sessions.set(shardId, info) : sessions.delete(shardId)),
  });
  const heard: GatewayDispatchPayload[] = [];
  const waiting = new Set<(payload: GatewayDispatchPayload) => void>();

  manager.on(WebSocketShardEvents.Error, () => {});
  manager.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    heard.push(data);
    for (const tell of waiting) tell(data);
    if (data.t !== GatewayDispatchEvents.InteractionCreate) return;
    const body = answer(data.d);
    if (body)
      void rest
        .post(Routes.interactionCallback(data.d.id, data.d.token), { body, auth: false })
        .catch(() => {});
  });
  await manager.connect();

  return {
    rest,
    heard,
    hears: (event) =>
      new Promise((resolve) => {
        const known = heard.find(({ t }) => t === event);
        if (known) return resolve(known);
        const tell = (payload: GatewayDispatchPayload) => {
          if (payload.t !== event) return;
          waiting.delete(tell);
          resolve(payload);
        };
        waiting.add(tell);
      }),
    async close() {
      await manager.destroy();
    },
  };
}
