import { GatewayIntentBits } from "discord-api-types/v10";
import type { Discord } from "./discord.ts";
import { denyBot, isPermissionName } from "./world/bot-permissions.ts";
import { guildCreateJson } from "./world/json.ts";

/** What people with rights, and now and then Discord itself, do to the world that the bot lives in. */
export interface Admin {
  /** Takes exactly these permissions away from the bot in a channel, by their names in `PermissionFlagsBits`. */
  denyBot(channelId: string, names: readonly string[]): void;
  kickBot(guildId: string): void;
  inviteBot(guildId: string): void;
  /** Without the privileged intent no bot is told of it. */
  leave(guildId: string, userId: string): void;
  /** A guild is away for a while; the bot has not been removed. */
  startOutage(guildId: string): void;
  endOutage(guildId: string): void;
  deleteChannel(channelId: string): void;
  deleteMessage(channelId: string, messageId: string): void;
  archive(threadId: string): void;
  closeDms(userId: string): void;
  openDms(userId: string): void;
}

export function admin(discord: Discord): Admin {
  const { world, gateway, changes, messages } = discord;
  const about = (guildId: string) => ({ guildId, intents: GatewayIntentBits.Guilds });

  function arrive(guildId: string): void {
    const guild = world.guilds.get(guildId);
    if (guild) gateway.dispatch("GUILD_CREATE", guildCreateJson(world, guild), about(guildId));
  }

  return {
    denyBot(channelId, names) {
      const channel = world.channels.get(channelId);
      if (!channel) return;
      denyBot(world, channel, names.filter(isPermissionName));
      changes.announce({ kind: "channel-changed", channelId });
    },
    kickBot(guildId) {
      world.guilds.get(guildId)?.members.delete(world.bot.id);
      gateway.dispatch("GUILD_DELETE", { id: guildId }, about(guildId));
      changes.announce({ kind: "world-changed" });
    },
    archive(threadId) {
      const thread = world.channels.get(threadId);
      if (thread) thread.isArchived = true;
    },
    leave(guildId, userId) {
      world.guilds.get(guildId)?.members.delete(userId);
      const intents = GatewayIntentBits.GuildMembers;
      const user = world.people.get(userId)?.user;
      gateway.dispatch("GUILD_MEMBER_REMOVE", { guild_id: guildId, user }, { guildId, intents });
      changes.announce({ kind: "world-changed" });
    },
    inviteBot(guildId) {
      const guild = world.guilds.get(guildId);
      const roleIds = [...(guild?.roles.values() ?? [])].filter(({ managed }) => managed).map(({ id }) => id);
      guild?.members.set(world.bot.id, { user: world.bot, nick: null, roleIds, joinedAt: guild.joinedAt });
      arrive(guildId);
      changes.announce({ kind: "world-changed" });
    },
    startOutage(guildId) {
      world.outages.add(guildId);
      gateway.dispatch("GUILD_DELETE", { id: guildId, unavailable: true }, about(guildId));
    },
    endOutage(guildId) {
      world.outages.delete(guildId);
      arrive(guildId);
    },
    deleteChannel(channelId) {
      const channel = world.channels.get(channelId);
      const guild = world.guilds.get(channel?.guildId ?? "");
      if (!channel || !guild) return;
      world.channels.delete(channelId);
      guild.channelIds.splice(guild.channelIds.indexOf(channelId), 1);
      const { id, type, name } = channel;
      gateway.dispatch("CHANNEL_DELETE", { id, type, name, guild_id: guild.id }, about(guild.id));
      changes.announce({ kind: "channel-changed", channelId });
    },
    deleteMessage(channelId, messageId) {
      const message = messages.find(channelId, messageId);
      if (message) messages.remove(message);
    },
    closeDms(userId) {
      world.closedDms.add(userId);
      changes.announce({ kind: "world-changed" });
    },
    openDms(userId) {
      world.closedDms.delete(userId);
      changes.announce({ kind: "world-changed" });
    },
  };
}
