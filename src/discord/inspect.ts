import { DiscordAPIError, HTTPError, RateLimitError, REST } from "@discordjs/rest";
import {
  type APIApplication,
  type APIApplicationCommand,
  type APIGatewayBotInfo,
  type APIUser,
  type RESTPostAPIChatInputApplicationCommandsJSONBody as Definition,
  Routes,
} from "discord-api-types/v10";
import { tokenRefused } from "./fatal.ts";
import { heldAs } from "./registration.ts";

/** What Discord says to an operator's questions. Nothing there changes by it, and no login is used up. */
export interface Inspection {
  readonly bot: { readonly name: string; readonly id: string };
  readonly logins: { readonly left: number; readonly total: number; readonly resetAfterMs: number };
  /** As many as Discord recommends. */
  readonly shards: number;
  /** `missing`: Discord holds none at all. */
  readonly commands: "current" | "other" | "missing" | "no-such-server";
}

interface Place {
  readonly token: string;
  readonly apiUrl: string;
  readonly guildId: string | undefined;
}

const WITHIN_MS = 5_000;

/** Rejects with an `Error` whose message tells the operator what is wrong and what to do. */
export async function inspectDiscord(
  { token, apiUrl, guildId }: Place,
  definitions: readonly Definition[],
): Promise<Inspection> {
  const options = { version: "10", api: apiUrl, retries: 1, timeout: WITHIN_MS };
  const rest = new REST({ ...options, rejectOnRateLimit: () => true }).setToken(token);
  try {
    const bot = (await rest.get(Routes.user())) as APIUser;
    const gateway = (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
    const { id: applicationId } = (await rest.get(Routes.currentApplication())) as APIApplication;
    const { remaining, total, reset_after } = gateway.session_start_limit;
    return {
      bot: { name: bot.username, id: bot.id },
      logins: { left: remaining, total, resetAfterMs: reset_after },
      shards: gateway.shards,
      commands: await commandsIn(rest, applicationId, guildId, definitions),
    };
  } catch (error) {
    throw new Error(inWords(error, apiUrl), { cause: error });
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

async function commandsIn(
  rest: REST,
  applicationId: string,
  guildId: string | undefined,
  definitions: readonly Definition[],
): Promise<Inspection["commands"]> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  try {
    const held = (await rest.get(route)) as readonly APIApplicationCommand[];
    if (held.length === 0) return "missing";
    return heldAs(guildId === undefined ? "global" : { guildId }, definitions, held) ? "current" : "other";
  } catch (error) {
    const isNotThere = error instanceof DiscordAPIError && (error.status === 403 || error.status === 404);
    if (guildId !== undefined && isNotThere) return "no-such-server";
    throw error;
  }
}

function inWords(error: unknown, apiUrl: string): string {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    if (error.status === 401) return tokenRefused;
    if (error.status === 404)
      return `${apiUrl} is no API of Discord's. Check DISCORD_API_URL, or leave it out for Discord itself.`;
    return `Discord answered ${error.status} (${error.message}). Try again later; Discord's own state is on discordstatus.com.`;
  }
  if (error instanceof RateLimitError)
    return `Discord asks for patience. Try again in ${Math.ceil(error.retryAfter / 1_000)} seconds.`;
  const reason = error instanceof Error ? error.message || error.name : String(error);
  return `${apiUrl} cannot be reached (${reason}). Check this machine's network, its name resolution and its firewall.`;
}
