import { isDeepStrictEqual } from "node:util";
import type { REST } from "@discordjs/rest";
import {
  type APIApplicationCommand,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody as Definition,
  Routes,
} from "discord-api-types/v10";

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
  if (sameCommands(definitions, held)) return "unchanged";
  await rest.put(route, { body: definitions });
  return "written";
}

export function sameCommands(
  ours: readonly Definition[],
  held: readonly Partial<APIApplicationCommand>[],
): boolean {
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
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, field]) => !ADDED.has(key) && !saysNothing(field))
      .map(([key, field]) => [key, tidy(field)]),
  );
}

function saysNothing(field: unknown): boolean {
  return (
    field === undefined || field === null || field === false || (Array.isArray(field) && field.length === 0)
  );
}

/** A bot in development has its commands in a server or two; one in more servers never had any there. */
const GUILDS_LOOKED_AT = 10;

/** Removes commands that an earlier start put into single servers. */
export async function clearGuildCommands(
  rest: REST,
  applicationId: string,
  guildIds: readonly string[],
): Promise<void> {
  if (guildIds.length > GUILDS_LOOKED_AT) return;
  for (const guildId of guildIds) await registerCommands(rest, applicationId, { guildId }, []);
}
