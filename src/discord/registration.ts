import { isDeepStrictEqual } from "node:util";
import { DiscordAPIError, type REST } from "@discordjs/rest";
import {
  type APIApplicationCommand,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody as Definition,
  Routes,
} from "discord-api-types/v10";
import type { Log } from "../ops/log.ts";

/** Where commands stand: in one server, or everywhere. */
export type Scope = { readonly guildId: string } | "global";

/** What registration did to one scope. */
export type Registered = "unchanged" | "written";

/** Tells Discord of the commands only when it holds others: writing them is limited, and shows members a reload. */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  scope: Scope,
  definitions: readonly Definition[],
): Promise<Registered> {
  const route =
    scope === "global"
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, scope.guildId);
  const held = (await rest.get(route)) as readonly APIApplicationCommand[];
  if (heldAs(scope, definitions, held)) return "unchanged";
  await rest.put(route, { body: scope === "global" ? definitions : definitions.map(withoutPlaces) });
  return "written";
}

/** True when what Discord holds in a scope are these commands. */
export function heldAs(
  scope: Scope,
  definitions: readonly Definition[],
  held: readonly APIApplicationCommand[],
): boolean {
  return scope === "global"
    ? sameCommands(definitions, held)
    : sameCommands(definitions.map(withoutPlaces), held.map(withoutPlaces));
}

/** Where a command may be used is said of those that stand everywhere only; one server's own stand in that server. */
function withoutPlaces(command: object): object {
  return { ...command, contexts: undefined, integration_types: undefined };
}

export function sameCommands(ours: readonly object[], held: readonly object[]): boolean {
  const byName = (a: { name?: unknown }, b: { name?: unknown }) =>
    String(a.name).localeCompare(String(b.name));
  return isDeepStrictEqual(ours.map(essence).sort(byName), held.map(essence).sort(byName));
}

/** Fields that Discord adds to what it was told, or that change with every write. */
const ADDED = new Set([
  "id",
  "application_id",
  "guild_id",
  "version",
  "default_permission",
  "dm_permission",
  "handler",
]);

/** A definition without what Discord adds and without what says nothing: `null`, `false`, and empty lists. */
function essence(command: object): Record<string, unknown> {
  return { type: ApplicationCommandType.ChatInput, ...(tidy(command) as object) };
}

function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return isListOfNumbers(value) ? value.toSorted() : value.map(tidy);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, field]) => !ADDED.has(key) && !saysNothing(field))
      .map(([key, field]) => [key, tidy(field)]),
  );
}

/** Contexts, integration and channel types: sets, which Discord gives back in an order of its own. */
function isListOfNumbers(list: readonly unknown[]): boolean {
  return list.every((one) => typeof one === "number");
}

function saysNothing(field: unknown): boolean {
  return (
    field === undefined || field === null || field === false || (Array.isArray(field) && field.length === 0)
  );
}

export interface Place {
  readonly applicationId: string;
  /** The one server that holds the commands; all of them when missing. */
  readonly guildId: string | undefined;
  /** The servers that the bot is in. */
  readonly guildIds: readonly string[];
}

/** One scope holds the commands; the other is cleared, or members would see each command twice. */
export async function registerEverywhere(
  rest: REST,
  { applicationId, guildId, guildIds }: Place,
  definitions: readonly Definition[],
  log: Log,
): Promise<Registered> {
  if (guildId !== undefined) {
    const done = await registerCommands(rest, applicationId, { guildId }, definitions);
    await registerCommands(rest, applicationId, "global", []);
    return done;
  }
  const done = await registerCommands(rest, applicationId, "global", definitions);
  if (guildIds.length <= GUILDS_LOOKED_AT) {
    for (const id of guildIds) await clearGuild(rest, applicationId, id, log);
  }
  return done;
}

/** A bot in development has its commands in a server or two; one in more servers never had any there. */
const GUILDS_LOOKED_AT = 10;

/** Removes what an earlier start put into a single server. Where the bot may not look, it has put nothing. */
async function clearGuild(rest: REST, applicationId: string, guildId: string, log: Log): Promise<void> {
  try {
    await registerCommands(rest, applicationId, { guildId }, []);
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || (error.status !== 403 && error.status !== 404)) throw error;
    log.info({ guildId, error }, "the commands of a server could not be looked at");
  }
}
