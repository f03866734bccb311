import { ChannelType, InteractionContextType, PermissionFlagsBits } from "discord-api-types/v10";
import type { Discord } from "../discord.ts";
import type { Command } from "../world/commands.ts";
import { channelPermissions } from "../world/permissions.ts";
import type { Channel } from "../world/world.ts";

/** The commands that somebody is offered in a channel: by scope, by context, by what that person may. */
export function commandsOffered(discord: Discord, channel: Channel, userId: string): readonly Command[] {
  const permissions = channelPermissions(discord.world, channel, userId);
  if ((permissions & PermissionFlagsBits.UseApplicationCommands) === 0n) return [];
  const guild = discord.world.guilds.get(channel.guildId ?? "");
  if (guild && !guild.members.has(discord.world.bot.id)) return [];
  const context =
    channel.type === ChannelType.DM ? InteractionContextType.BotDM : InteractionContextType.Guild;

  return discord.commands.offeredIn(channel.guildId).filter((command) => {
    if (command.contexts && !command.contexts.includes(context)) return false;
    const needed = command.default_member_permissions;
    if (context !== InteractionContextType.Guild || needed === null || needed === undefined) return true;
    if ((permissions & PermissionFlagsBits.Administrator) !== 0n) return true;
    return needed !== "0" && (permissions & BigInt(needed)) === BigInt(needed);
  });
}
