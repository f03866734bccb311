import { ChannelType } from "discord-api-types/v10";
import type { NextId } from "./snowflakes.ts";
import type { Channel, World } from "./world.ts";

/** The bot's direct message channel with somebody, opened if it is the first time. */
export function directMessagesWith(
  { world, nextId }: { readonly world: World; readonly nextId: NextId },
  userId: string,
): Channel {
  for (const channel of world.channels.values()) if (channel.recipientId === userId) return channel;
  const channel: Channel = {
    id: nextId(),
    type: ChannelType.DM,
    recipientId: userId,
    name: world.people.get(userId)?.user.global_name ?? "",
    topic: null,
    position: 0,
    overwrites: [],
    lastMessageId: null,
    messages: new Map(),
  };
  world.channels.set(channel.id, channel);
  return channel;
}
