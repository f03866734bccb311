import { ChannelType, GatewayIntentBits } from "discord-api-types/v10";
import type { Change, Changes } from "../changes.ts";
import { channelJson, memberJson } from "../world/json.ts";
import { readableBy } from "../world/readable.ts";
import type { Message, World } from "../world/world.ts";
import type { Gateway } from "./gateway.ts";

const EVENTS = {
  "message-created": "MESSAGE_CREATE",
  "message-updated": "MESSAGE_UPDATE",
  "message-deleted": "MESSAGE_DELETE",
} as const;

/** Tells connected bots what happens in the world, as far as their intents go. */
export function announceTo(gateway: Gateway, world: World, changes: Changes): () => void {
  return changes.listen((change) => announce(gateway, world, change));
}

function announce(gateway: Gateway, world: World, change: Change): void {
  switch (change.kind) {
    case "message-created":
    case "message-updated":
    case "message-deleted": {
      const { message } = change;
      const { guildId } = message;
      const intents = guildId ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
      if (message.visibleTo !== undefined || !gateway.isWanted(intents)) return;
      const data =
        change.kind === "message-deleted"
          ? { id: message.json.id, channel_id: message.channelId, ...(guildId ? { guild_id: guildId } : {}) }
          : messageEvent(gateway, world, message);
      gateway.dispatch(EVENTS[change.kind], data, { guildId, intents });
      break;
    }
    case "channel-changed": {
      const channel = world.channels.get(change.channelId);
      if (!channel || channel.type === ChannelType.DM) return;
      const about = { guildId: channel.guildId, intents: GatewayIntentBits.Guilds };
      gateway.dispatch("CHANNEL_UPDATE", channelJson(world, channel), about);
      break;
    }
  }
}

function messageEvent(gateway: Gateway, world: World, message: Message): object {
  const json = readableBy(world, message, gateway.readsContent);
  const member = world.guilds.get(message.guildId ?? "")?.members.get(json.author.id);
  if (!member) return json;
  const { user: _user, ...rest } = memberJson(member);
  return { ...json, guild_id: message.guildId, member: rest };
}
