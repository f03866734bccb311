import { ApplicationCommandType } from "discord-api-types/v10";
import { asObject } from "../rest/request.ts";
import { checkName, checkTranslations } from "./command-names.ts";
import { checkOptions, totalCharacters } from "./command-options.ts";
import { checkRequiredText, isAbsent } from "./fields.ts";
import { forbidden, lengthBetween, oneOf, type Refuse, type Rule } from "./rule.ts";
import { checkYesNo } from "./shapes.ts";

const PAGE = "interactions/application-commands";
const STRUCTURE = `${PAGE}#application-command-object-application-command-structure`;

export const COMMAND_RULES = {
  type: oneOf(
    [1, 2, 3],
    "A command is a slash command or a menu command of users or messages.",
    `${PAGE}#application-command-object-application-command-types`,
  ),
  name: {
    rule: "A slash command's name has 1 to 32 letters, digits, hyphens or underscores, in lower case.",
    page: `${PAGE}#application-command-object-application-command-naming`,
    code: "APPLICATION_COMMAND_INVALID_NAME",
    message: "Command name is invalid",
  },
  menuName: lengthBetween(1, 32, "A menu command's name has 1 to 32 characters.", STRUCTURE),
  description: lengthBetween(1, 100, "A slash command's description has 1 to 100 characters.", STRUCTURE),
  menuDescription: forbidden(
    "APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED",
    "A menu command has no description.",
    STRUCTURE,
  ),
  permissions: {
    rule: "The default member permissions are a bit set, written as a text.",
    page: STRUCTURE,
    code: "BASE_TYPE_BAD_INT",
    message: "Value is not a bit set.",
  },
  contexts: forbidden(
    "BASE_TYPE_CHOICES",
    "The contexts of a command are different ones of 0, 1 and 2.",
    STRUCTURE,
  ),
  integrationTypes: forbidden(
    "BASE_TYPE_CHOICES",
    "The installations of a command are different ones of 0 and 1.",
    STRUCTURE,
  ),
  globalOnly: forbidden(
    "APPLICATION_COMMAND_GUILD_CONTEXTS",
    "A guild's command has no contexts and no installations.",
    STRUCTURE,
  ),
  total: {
    rule: "A command has at most 8,000 characters in all its names, descriptions and values.",
    page: `${PAGE}#slash-commands`,
    code: "APPLICATION_COMMAND_TOO_LARGE",
    message: "Command exceeds maximum size (8000)",
  },
  nameTwice: {
    rule: "Commands of one kind have different names.",
    page: `${PAGE}#registering-a-command`,
    code: "APPLICATION_COMMANDS_DUPLICATE_NAME",
    message: "Application command names must be unique",
  },
  slashCount: forbidden(
    "APPLICATION_COMMANDS_TOO_MANY",
    "There are at most 100 slash commands in one place.",
    `${PAGE}#registering-a-command`,
  ),
  menuCount: forbidden(
    "APPLICATION_COMMANDS_TOO_MANY",
    "There are at most 15 menu commands of each kind in one place.",
    `${PAGE}#registering-a-command`,
  ),
} as const satisfies Record<string, Rule>;

/** Without an activity an application has no entry point to one. */
const TYPES: ReadonlySet<unknown> = new Set([
  ApplicationCommandType.ChatInput,
  ApplicationCommandType.User,
  ApplicationCommandType.Message,
]);

type Placed = { readonly isGlobal: boolean };

/** A whole list, as it replaces everything that is registered in one place. */
export function checkCommands(refuse: Refuse, value: unknown, placed: Placed): void {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const names = new Set<string>();
  list.forEach((one, index) => {
    const name = `${typeOf(one)} ${asObject<"name">(one)?.name}`;
    if (names.has(name)) refuse(COMMAND_RULES.nameTwice, `${index}.name`);
    names.add(name);
    checkCommand(refuse, `${index}`, one, placed);
  });
  checkCounts(refuse, list);
}

export function checkCounts(refuse: Refuse, list: readonly unknown[]): void {
  const count = (type: ApplicationCommandType) => list.filter((one) => typeOf(one) === type).length;
  if (count(ApplicationCommandType.ChatInput) > 100) refuse(COMMAND_RULES.slashCount, "");
  const menus = Math.max(count(ApplicationCommandType.User), count(ApplicationCommandType.Message));
  if (menus > 15) refuse(COMMAND_RULES.menuCount, "");
}

export function checkCommand(refuse: Refuse, path: string, value: unknown, { isGlobal }: Placed): void {
  const command =
    asObject<
      | "name"
      | "description"
      | "options"
      | "name_localizations"
      | "description_localizations"
      | "default_member_permissions"
      | "contexts"
      | "integration_types"
      | "dm_permission"
      | "nsfw"
      | "type"
    >(value) ?? {};
  const at = (field: string) => (path === "" ? field : `${path}.${field}`);
  const type = typeOf(command);
  if (!TYPES.has(type)) {
    refuse(COMMAND_RULES.type, at("type"));
    return;
  }

  if (type === ApplicationCommandType.ChatInput) {
    checkName(refuse, COMMAND_RULES.name, at("name"), command.name);
    checkRequiredText(refuse, COMMAND_RULES.description, at("description"), command.description, {
      min: 1,
      max: 100,
    });
    checkOptions(refuse, at("options"), command.options);
  } else {
    checkRequiredText(refuse, COMMAND_RULES.menuName, at("name"), command.name, { min: 1, max: 32 });
    if (!isAbsent(command.description) && command.description !== "") {
      refuse(COMMAND_RULES.menuDescription, at("description"));
    }
  }
  checkTranslations(refuse, at, command);
  checkAccess(refuse, at, command, isGlobal);
  checkYesNo(refuse, at("dm_permission"), command.dm_permission);
  checkYesNo(refuse, at("nsfw"), command.nsfw);
  if (totalCharacters(command) > 8000) refuse(COMMAND_RULES.total, path);
}

function checkAccess(
  refuse: Refuse,
  at: (field: string) => string,
  command: {
    readonly default_member_permissions?: unknown;
    readonly contexts?: unknown;
    readonly integration_types?: unknown;
  },
  isGlobal: boolean,
): void {
  const { default_member_permissions, contexts, integration_types } = command;
  if (!isAbsent(default_member_permissions) && !isBitSet(default_member_permissions)) {
    refuse(COMMAND_RULES.permissions, at("default_member_permissions"));
  }
  if (!isSubset(contexts, [0, 1, 2])) refuse(COMMAND_RULES.contexts, at("contexts"));
  if (!isSubset(integration_types, [0, 1])) refuse(COMMAND_RULES.integrationTypes, at("integration_types"));
  if (!isGlobal && (!isAbsent(contexts) || !isAbsent(integration_types))) {
    refuse(COMMAND_RULES.globalOnly, at(isAbsent(contexts) ? "integration_types" : "contexts"));
  }
}

function isBitSet(value: unknown): boolean {
  return typeof value === "string"
    ? /^\d{1,20}$/.test(value)
    : Number.isSafeInteger(value) && Number(value) >= 0;
}

function isSubset(value: unknown, allowed: readonly number[]): boolean {
  if (isAbsent(value)) return true;
  if (!Array.isArray(value) || value.length === 0) return false;
  return new Set(value).size === value.length && value.every((one) => allowed.includes(one));
}

function typeOf(command: unknown): unknown {
  return asObject<"type">(command)?.type ?? ApplicationCommandType.ChatInput;
}
