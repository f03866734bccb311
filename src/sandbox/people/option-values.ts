import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Kind,
} from "discord-api-types/v10";
import type { Channel, World } from "../world/world.ts";
import type { OptionValue } from "./protocol.ts";
import { ClientRefusal } from "./refusal.ts";

const MAX_SAFE = 2 ** 53;

/** Turns what was typed into the value an option takes, or refuses it as Discord's client does. */
export function optionValue(
  world: World,
  channel: Channel,
  option: APIApplicationCommandOption,
  typed: OptionValue,
): OptionValue {
  if ("choices" in option && option.choices?.length) {
    const choice = option.choices.find(
      (one) => one.name === String(typed) || String(one.value) === String(typed),
    );
    if (!choice) throw new ClientRefusal(`${option.name}: Please choose a valid choice.`);
    return choice.value;
  }
  switch (option.type) {
    case Kind.String:
      return text(option, String(typed));
    case Kind.Integer:
    case Kind.Number:
      return numeric(option, typed);
    case Kind.Boolean:
      return truth(option, typed);
    case Kind.User:
      return personId(world, option, String(typed));
    case Kind.Channel:
      return channelId(world, channel, option, String(typed));
    case Kind.Role:
      return roleId(world, channel, option, String(typed));
    case Kind.Mentionable:
      return mentionableId(world, channel, option, String(typed));
    case Kind.Attachment:
      if (!world.uploads.has(String(typed))) throw new ClientRefusal(`${option.name}: Attach a file.`);
      return typed;
    default:
      throw new ClientRefusal(`${option.name}: The sandbox cannot fill in this kind of option.`);
  }
}

function text(option: APIApplicationCommandOption & { readonly type: Kind.String }, typed: string): string {
  const { min_length = 0, max_length = 6000 } =
    "max_length" in option || "min_length" in option ? option : {};
  if (typed.length < min_length || typed.length > max_length) {
    throw new ClientRefusal(`${option.name}: Must be between ${min_length} and ${max_length} in length.`);
  }
  return typed;
}

function numeric(
  option: APIApplicationCommandOption & { readonly type: Kind.Integer | Kind.Number },
  typed: OptionValue,
): number {
  const value = typeof typed === "string" && typed.trim() === "" ? Number.NaN : Number(typed);
  const { min_value = -MAX_SAFE, max_value = MAX_SAFE } =
    "max_value" in option || "min_value" in option ? option : {};
  if (!Number.isFinite(value) || (option.type === Kind.Integer && !Number.isInteger(value))) {
    throw new ClientRefusal(
      `${option.name}: Input a valid ${option.type === Kind.Integer ? "integer" : "number"}.`,
    );
  }
  if (value < min_value || value > max_value) {
    throw new ClientRefusal(`${option.name}: Must be between ${min_value} and ${max_value}.`);
  }
  return value;
}

function truth(option: APIApplicationCommandOption, typed: OptionValue): boolean {
  if (typed === true || String(typed).toLowerCase() === "true") return true;
  if (typed === false || String(typed).toLowerCase() === "false") return false;
  throw new ClientRefusal(`${option.name}: Input a valid boolean value.`);
}

function personId(world: World, option: APIApplicationCommandOption, typed: string): string {
  const wanted = bare(typed);
  const everybody = [...world.people.values()].map(({ user }) => user).concat(world.bot);
  const found = everybody.find(({ id, username, global_name }) =>
    [id, username, global_name].includes(wanted),
  );
  if (!found) throw new ClientRefusal(`${option.name}: Input a valid user.`);
  return found.id;
}

function channelId(
  world: World,
  channel: Channel,
  option: APIApplicationCommandOption,
  typed: string,
): string {
  const wanted = bare(typed);
  const siblings = [...world.channels.values()].filter(({ guildId }) => guildId === channel.guildId);
  const types: readonly number[] = ("channel_types" in option ? option.channel_types : undefined) ?? [];
  const found = siblings.find(({ id, name }) => id === wanted || name === wanted);
  if (!found || (types.length > 0 && !types.includes(found.type))) {
    throw new ClientRefusal(`${option.name}: Input a valid channel.`);
  }
  return found.id;
}

function roleId(world: World, channel: Channel, option: APIApplicationCommandOption, typed: string): string {
  const wanted = bare(typed);
  const roles = world.guilds.get(channel.guildId ?? "")?.roles.values() ?? [];
  const found = [...roles].find(({ id, name }) => id === wanted || name === wanted || name === `@${wanted}`);
  if (!found) throw new ClientRefusal(`${option.name}: Input a valid role.`);
  return found.id;
}

function mentionableId(
  world: World,
  channel: Channel,
  option: APIApplicationCommandOption,
  typed: string,
): string {
  try {
    return personId(world, option, typed);
  } catch {
    return roleId(world, channel, option, typed);
  }
}

/** `<@1>`, `<@&1>`, `<#1>`, `@name` and `#name` without what surrounds them. */
function bare(typed: string): string {
  return typed.replace(/^<(?:@[!&]?|#)(\d+)>$/, "$1").replace(/^[@#]/, "");
}
