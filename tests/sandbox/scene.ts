import {
  type APIInteraction,
  type APIInteractionResponse,
  type DiscordAPIError,
  REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from "discord.js";
import { type HandTime, handTime } from "../../src/sandbox/protocol-time.ts";
import { createSandbox, type Sandbox, type SandboxOptions } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { identified, type RawConnection } from "./raw-gateway.ts";

/** A sandbox, a bot that is connected and does what the test tells it, and time that stands still. */
export interface Scene {
  readonly sandbox: Sandbox;
  readonly time: HandTime;
  readonly rest: REST;
  /** The next interaction that reaches the bot. */
  asked(): Promise<APIInteraction>;
  answer(
    interaction: APIInteraction,
    body: APIInteractionResponse | object,
    query?: string,
  ): Promise<unknown>;
  register(...commands: readonly object[]): Promise<void>;
  close(): Promise<void>;
}

export const HERE = CAST.fleet.channels.missionBriefings;

export async function scene(options: SandboxOptions = {}): Promise<Scene> {
  const time = handTime();
  const sandbox = await createSandbox({ time, ...options });
  const gateway: RawConnection = await identified(sandbox);
  const rest = new REST({ version: "10", api: sandbox.apiUrl, retries: 0, rejectOnRateLimit: () => true });
  rest.setToken(sandbox.token);
  let taken = 0;

  return {
    sandbox,
    time,
    rest,
    async asked() {
      const all = () => gateway.heard.filter(({ t }) => t === "INTERACTION_CREATE");
      await gateway.hears(() => all().length > taken);
      const next = all()[taken]?.d;
      taken += 1;
      return next as unknown as APIInteraction;
    },
    answer: ({ id, token }, body, query = "") =>
      rest.post(Routes.interactionCallback(id, token), {
        body,
        auth: false,
        query: new URLSearchParams(query),
      }),
    async register(...commands) {
      const body = commands as RESTPostAPIApplicationCommandsJSONBody[];
      await rest.put(Routes.applicationCommands(CAST.application), { body });
    },
    close: () => sandbox.close(),
  };
}

/** The code and the status of a refusal. */
export async function refusal(
  request: Promise<unknown>,
): Promise<readonly [code: number | string, status: number]> {
  const error = await request.then(
    () => undefined,
    (reason: DiscordAPIError) => reason,
  );
  if (!error) throw new Error("The request was not refused.");
  return [error.code, error.status];
}
