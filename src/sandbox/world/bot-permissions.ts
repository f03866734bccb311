import { OverwriteType, PermissionFlagsBits } from "discord-api-types/v10";
import { channelPermissions, isThread } from "./permissions.ts";
import type { Channel, World } from "./world.ts";

type PermissionName = keyof typeof PermissionFlagsBits;

const NAMES = Object.keys(PermissionFlagsBits) as readonly PermissionName[];

export function isPermissionName(name: string): name is PermissionName {
  return name in PermissionFlagsBits;
}

export function permissionNames(permissions: bigint): readonly PermissionName[] {
  return NAMES.filter((name) => (permissions & PermissionFlagsBits[name]) !== 0n);
}

/** Takes exactly these permissions away from the bot in a channel; none gives everything back. */
export function denyBot(world: World, channel: Channel, names: readonly PermissionName[]): void {
  const target = holderOf(world, channel);
  const others = target.overwrites.filter(({ id }) => id !== world.bot.id);
  const deny = names.reduce((all, name) => all | PermissionFlagsBits[name], 0n);
  target.overwrites =
    deny === 0n
      ? others
      : [...others, { id: world.bot.id, type: OverwriteType.Member, allow: "0", deny: deny.toString() }];
}

/** What was taken away from the bot in a channel, whatever else it may not do there without that. */
export function botDenied(world: World, channel: Channel): readonly PermissionName[] {
  const overwrite = holderOf(world, channel).overwrites.find(({ id }) => id === world.bot.id);
  return permissionNames(BigInt(overwrite?.deny ?? 0));
}

/** A thread has the permissions of its channel. */
function holderOf(world: World, channel: Channel): Channel {
  return (isThread(channel) ? world.channels.get(channel.parentId ?? "") : undefined) ?? channel;
}

export function botMay(world: World, channel: Channel): readonly PermissionName[] {
  return permissionNames(channelPermissions(world, channel, world.bot.id));
}
