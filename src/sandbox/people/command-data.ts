import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Kind,
} from "discord-api-types/v10";
import type { Command } from "../world/commands.ts";
import type { Channel, World } from "../world/world.ts";
import type { Composed } from "./composer.ts";
import { optionValue } from "./option-values.ts";
import type { OptionValue, OptionValues } from "./protocol.ts";
import { ClientRefusal } from "./refusal.ts";
import { resolvedJson } from "./resolved.ts";

/** Options whose value is the id of something. */
const REFERENCES: ReadonlySet<Kind> = new Set([
  Kind.User,
  Kind.Channel,
  Kind.Role,
  Kind.Mentionable,
  Kind.Attachment,
]);

interface Sent {
  readonly name: string;
  readonly type: Kind;
  readonly value?: unknown;
  readonly focused?: true;
  readonly options?: readonly Sent[];
}

/** The `data` of a command's interaction. Required options have to be there, unless it is only an autocomplete. */
export function commandData(
  world: World,
  channel: Channel,
  actorId: string,
  { command, path, options }: Composed,
  values: OptionValues,
  focused?: string,
) {
  const unknown = Object.keys(values).find((name) => !options.some((option) => option.name === name));
  if (unknown !== undefined) throw new ClientRefusal(`/${command.name} has no option "${unknown}".`);
  if (focused !== undefined && !options.some(({ name }) => name === focused)) {
    throw new ClientRefusal(`/${command.name} has no option "${focused}".`);
  }

  const sent = options.flatMap((option) => sentOption(world, channel, option, values, focused));
  const ids = sent.filter(({ type }) => REFERENCES.has(type)).map(({ value }) => String(value));
  const resolved = resolvedJson(world, channel, ids, actorId);
  return { ...head(command), options: nested(path, sent), ...(resolved ? { resolved } : {}) };
}

export function head(command: Command) {
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
  };
}

function sentOption(
  world: World,
  channel: Channel,
  option: APIApplicationCommandOption,
  values: OptionValues,
  focused: string | undefined,
): Sent[] {
  const { name, type } = option;
  const typed = values[name];
  if (name === focused) return [{ name, type, value: String(typed ?? ""), focused: true }];
  if (typed !== undefined) {
    const value = valueOr(focused === undefined, () => optionValue(world, channel, option, typed));
    return value === undefined ? [] : [{ name, type, value }];
  }
  if (option.required && focused === undefined) {
    throw new ClientRefusal(`${name}: This option is required. Specify a value.`);
  }
  return [];
}

/** What is filled in wrongly is refused when the command is sent, not while another option is typed. */
function valueOr(isStrict: boolean, read: () => OptionValue): OptionValue | undefined {
  try {
    return read();
  } catch (error) {
    if (isStrict || !(error instanceof ClientRefusal)) throw error;
    return undefined;
  }
}

function nested(path: readonly APIApplicationCommandOption[], sent: readonly Sent[]): readonly Sent[] {
  return path.reduceRight<readonly Sent[]>((options, { name, type }) => [{ name, type, options }], sent);
}
