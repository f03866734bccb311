import type { ChannelView, PersonView, WorldView } from "../people/protocol.ts";
import type { State } from "./page.ts";

/** Discord's channel types that the page tells apart. */
export const GUILD_CATEGORY = 4;
const GUILD_ANNOUNCEMENT = 5;
const THREADS: ReadonlySet<number> = new Set([10, 11, 12]);

type Guild = WorldView["guilds"][number];

export function personById(world: WorldView, id: string): PersonView | undefined {
  return world.people.find((person) => person.id === id);
}

export function nameOf(world: WorldView, userId: string): string | undefined {
  return userId === world.bot.id ? world.bot.name : personById(world, userId)?.name;
}

export function roleName(world: WorldView, id: string): string | undefined {
  return world.guilds.flatMap(({ roles }) => roles).find((role) => role.id === id)?.name;
}

export function channelById(world: WorldView, id: string): ChannelView | undefined {
  return [...world.directMessages, ...world.guilds.flatMap(({ channels }) => channels)].find(
    (channel) => channel.id === id,
  );
}

export function guildOf(world: WorldView, channelId: string): Guild | undefined {
  return world.guilds.find(({ channels }) => channels.some(({ id }) => id === channelId));
}

/** The sign in front of a channel's name where it stands in a text. */
export function channelSign({ recipientId }: ChannelView): string {
  return recipientId === null ? "#" : "@";
}

export function isThread({ type }: ChannelView): boolean {
  return THREADS.has(type);
}

export function isAnnouncement({ type }: ChannelView): boolean {
  return type === GUILD_ANNOUNCEMENT;
}

/** What a channel is called by the person who looks: a direct message bears the other one's name. */
export function channelName(world: WorldView, channel: ChannelView): string {
  return channel.recipientId === null ? channel.name : world.bot.name;
}

export function localeOf({ world, userId }: State): string {
  return personById(world, userId)?.locale ?? "en-US";
}

export function initials(name: string): string {
  const words = name.replaceAll("'", "").match(/[\p{L}\p{N}]+/gu) ?? ["?"];
  return words.length > 1 ? `${words[0]?.[0]}${words.at(-1)?.[0]}` : (words[0]?.slice(0, 2) ?? "?");
}
