import { PermissionFlagsBits } from "discord-api-types/v10";
import type { WorldClock } from "../clock.ts";
import type { Discord } from "../discord.ts";
import { botDenied, botMay } from "../world/bot-permissions.ts";
import { directMessagesWith } from "../world/direct-messages.ts";
import { channelPermissions } from "../world/permissions.ts";
import type { Channel, Guild, Person, World } from "../world/world.ts";
import type { ChannelView, ClockView, PersonView, WorldView } from "./protocol.ts";

export function worldView(discord: Discord, asUserId: string | undefined): WorldView {
  const { world, clock, gateway, faults, botProcess } = discord;
  const person = world.people.get(asUserId ?? "");
  const dms = person
    ? [directMessagesWith(discord, person.user.id)]
    : [...world.channels.values()].filter(({ recipientId }) => recipientId !== undefined);

  return {
    application: { id: world.application.id, name: world.application.name },
    bot: {
      id: world.bot.id,
      name: nameOf(world.bot),
      connected: gateway.isConnected,
      isManaged: botProcess !== undefined,
    },
    trouble: { isDark: gateway.isDark, rest: faults.waiting },
    guilds: [...world.guilds.values()]
      .filter((guild) => asUserId === undefined || guild.members.has(asUserId))
      .map((guild) => guildView(world, guild, asUserId)),
    people: [...world.people.values()].map((one) => personView(world, one)),
    directMessages: dms.map((channel) => channelView(world, channel)),
    clock: clockView(clock),
  };
}

export function clockView(clock: WorldClock): ClockView {
  return { offsetMs: clock.offsetMs, now: clock.now(), rate: clock.rate };
}

export function mayView(world: World, channel: Channel, userId: string): boolean {
  if (channel.recipientId !== undefined) return channel.recipientId === userId;
  return (channelPermissions(world, channel, userId) & PermissionFlagsBits.ViewChannel) !== 0n;
}

function guildView(world: World, guild: Guild, asUserId: string | undefined): WorldView["guilds"][number] {
  return {
    id: guild.id,
    name: guild.name,
    roles: [...guild.roles.values()].map(({ id, name, color }) => ({ id, name, color })),
    channels: guild.channelIds
      .flatMap((id) => world.channels.get(id) ?? [])
      .filter((channel) => asUserId === undefined || mayView(world, channel, asUserId))
      .map((channel) => channelView(world, channel)),
    memberIds: [...guild.members.keys()],
    ownerId: guild.ownerId,
  };
}

function channelView(world: World, channel: Channel): ChannelView {
  return {
    id: channel.id,
    name: channel.name,
    type: channel.type,
    topic: channel.topic,
    parentId: channel.parentId ?? null,
    recipientId: channel.recipientId ?? null,
    botMay: botMay(world, channel),
    botDenied: botDenied(world, channel),
  };
}

function personView(world: World, { user, locale }: Person): PersonView {
  const guilds = [...world.guilds.values()].flatMap((guild) => {
    const member = guild.members.get(user.id);
    return member ? [[guild.id, member.roleIds] as const] : [];
  });
  return {
    id: user.id,
    username: user.username,
    name: nameOf(user),
    locale,
    rolesByGuild: Object.fromEntries(guilds),
    takesDms: !world.closedDms.has(user.id),
  };
}

function nameOf(user: { readonly global_name: string | null; readonly username: string }): string {
  return user.global_name ?? user.username;
}
