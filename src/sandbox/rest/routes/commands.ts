import type { Discord } from "../../discord.ts";
import { checkCommand, checkCommands, checkCounts } from "../../rules/commands.ts";
import { type Command, type CommandDraft, isSameCommand, type Scope } from "../../world/commands.ts";
import { enforce } from "../enforce.ts";
import {
  invalidForm,
  missingAccess,
  tooManyCommands,
  unknownApplication,
  unknownCommand,
} from "../errors.ts";
import type { ApiRequest } from "../request.ts";
import { type Answer, created, noContent, ok, type Route, route } from "../router.ts";

const NOT_A_LIST = { code: "LIST_TYPE_CONVERT", message: "Only iterables may be used in a ListType" };

/** New commands, in each guild and everywhere; changing one that is there costs nothing. */
const CREATES_PER_DAY = 200;
const DAY_MS = 86_400_000;

/** What holds parts with names of their own. */
const TRANSLATED: ReadonlySet<string> = new Set(["options", "choices"]);

type Place = { readonly applicationId: string; readonly guildId?: string };
type Named = Place & { readonly commandId: string };

export function commandRoutes(discord: Discord): readonly Route[] {
  const { world, commands, time } = discord;
  const createdAt = new Map<Scope, readonly number[]>();

  function countCreates(scope: Scope, drafts: readonly CommandDraft[]): void {
    const known = commands.in(scope);
    const isNew = (draft: CommandDraft) => !known.some((one) => isSameCommand(one, draft));
    const today = (createdAt.get(scope) ?? []).filter((at) => at > time.now() - DAY_MS);
    const more = [...today, ...drafts.filter(isNew).map(() => time.now())];
    if (more.length > CREATES_PER_DAY) throw tooManyCommands();
    createdAt.set(scope, more);
  }

  function scopeOf({ applicationId, guildId }: Place): Scope {
    if (applicationId !== world.application.id) throw unknownApplication();
    if (guildId !== undefined && !world.guilds.has(guildId)) throw missingAccess();
    return guildId ?? "global";
  }

  function named(place: Named): { readonly scope: Scope; readonly command: Command } {
    const scope = scopeOf(place);
    const command = commands.find(scope, place.commandId);
    if (!command) throw unknownCommand();
    return { scope, command };
  }

  const list = (place: Place, { query }: ApiRequest): Answer => {
    const isFull = query.get("with_localizations") === "true";
    const found = commands.in(scopeOf(place));
    return ok(isFull ? found : found.map(withoutTranslations));
  };
  const get = (place: Named): Answer => ok(named(place).command);
  const replace = (place: Place, { body }: ApiRequest): Answer => {
    const scope = scopeOf(place);
    if (!Array.isArray(body)) throw invalidForm({ _errors: [NOT_A_LIST] });
    enforce((refuse) => checkCommands(refuse, body, { isGlobal: scope === "global" }));
    countCreates(scope, body as readonly CommandDraft[]);
    return ok(commands.replace(scope, body as readonly CommandDraft[]));
  };
  const register = (place: Place, { body }: ApiRequest): Answer => {
    const scope = scopeOf(place);
    enforce((refuse) => checkCommand(refuse, "", body, { isGlobal: scope === "global" }));
    const others = commands.in(scope).filter((one) => !isSameCommand(one, body as CommandDraft));
    enforce((refuse) => checkCounts(refuse, [...others, body]));
    countCreates(scope, [body as CommandDraft]);
    const { command, isNew } = commands.register(scope, body as CommandDraft);
    return isNew ? created(command) : ok(command);
  };
  const change = (place: Named, { body }: ApiRequest): Answer => {
    const { scope, command } = named(place);
    const whole = { ...draftOf(command, scope), ...(body as Partial<CommandDraft>) };
    enforce((refuse) => checkCommand(refuse, "", whole, { isGlobal: scope === "global" }));
    return ok(commands.change(scope, command, body as Partial<CommandDraft>));
  };
  const remove = (place: Named): Answer => {
    const { scope, command } = named(place);
    commands.remove(scope, command.id);
    return noContent;
  };

  return [
    route("GET", "/applications/:applicationId/commands", list),
    route("PUT", "/applications/:applicationId/commands", replace),
    route("POST", "/applications/:applicationId/commands", register),
    route("GET", "/applications/:applicationId/commands/:commandId", get),
    route("PATCH", "/applications/:applicationId/commands/:commandId", change),
    route("DELETE", "/applications/:applicationId/commands/:commandId", remove),
    route("GET", "/applications/:applicationId/guilds/:guildId/commands", list),
    route("PUT", "/applications/:applicationId/guilds/:guildId/commands", replace),
    route("POST", "/applications/:applicationId/guilds/:guildId/commands", register),
    route("GET", "/applications/:applicationId/guilds/:guildId/commands/:commandId", get),
    route("PATCH", "/applications/:applicationId/guilds/:guildId/commands/:commandId", change),
    route("DELETE", "/applications/:applicationId/guilds/:guildId/commands/:commandId", remove),
  ];
}

/** A registered command as it was sent: a guild's carries none of what only global ones have. */
function draftOf({ contexts, integration_types, ...command }: Command, scope: Scope): object {
  return scope === "global" ? { ...command, contexts, integration_types } : command;
}

/** The dictionaries of translations come only when they are asked for. */
function withoutTranslations<T extends object>(part: T): object {
  const { name_localizations, description_localizations, ...rest } = part as Record<string, unknown>;
  const lists = Object.entries(rest).filter(([key, value]) => TRANSLATED.has(key) && Array.isArray(value));
  return {
    ...rest,
    ...Object.fromEntries(lists.map(([key, list]) => [key, (list as object[]).map(withoutTranslations)])),
  };
}
