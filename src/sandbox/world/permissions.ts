import { type APIOverwrite, OverwriteType, PermissionFlagsBits } from "discord-api-types/v10";
import type { Channel, Guild, World } from "./world.ts";

const EVERY_PERMISSION = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What Discord lets anybody do in a direct message with a bot. */
const IN_DIRECT_MESSAGES =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.UseExternalEmojis |
  PermissionFlagsBits.UseApplicationCommands;

export function guildPermissions(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return EVERY_PERMISSION;

  let permissions = BigInt(guild.roles.get(guild.id)?.permissions ?? "0");
  for (const roleId of member.roleIds) permissions |= BigInt(guild.roles.get(roleId)?.permissions ?? "0");
  return permissions & PermissionFlagsBits.Administrator ? EVERY_PERMISSION : permissions;
}

/** A thread has the overwrites of the channel it hangs under. */
export function channelPermissions(world: World, channel: Channel, userId: string): bigint {
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  if (!guild) return IN_DIRECT_MESSAGES;

  const base = guildPermissions(guild, userId);
  if (base === EVERY_PERMISSION) return base;

  const holder = isThread(channel) && channel.parentId ? world.channels.get(channel.parentId) : channel;
  const overwrites = holder?.overwrites ?? [];
  const roleIds = guild.members.get(userId)?.roleIds ?? [];
  const ofRoles = overwrites.filter((one) => one.type === OverwriteType.Role && roleIds.includes(one.id));

  let permissions = apply(
    base,
    overwrites.filter(({ id }) => id === guild.id),
  );
  permissions = apply(permissions, ofRoles);
  permissions = apply(
    permissions,
    overwrites.filter(({ id }) => id === userId),
  );
  return permissions & PermissionFlagsBits.ViewChannel ? permissions : 0n;
}

export function isThread(channel: Channel): boolean {
  return channel.type === 10 || channel.type === 11 || channel.type === 12;
}

function apply(permissions: bigint, overwrites: readonly APIOverwrite[]): bigint {
  let allow = 0n;
  let deny = 0n;
  for (const overwrite of overwrites) {
    allow |= BigInt(overwrite.allow);
    deny |= BigInt(overwrite.deny);
  }
  return (permissions & ~deny) | allow;
}
