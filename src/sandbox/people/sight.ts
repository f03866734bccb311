import { seen } from "../interactions/answers.ts";
import type { Channel, Message } from "../world/world.ts";
import type { SeenMessage } from "./protocol.ts";

export function isSeenBy(message: Message, userId: string): boolean {
  return message.visibleTo === undefined || message.visibleTo === userId;
}

export function messagesSeenBy(channel: Channel, userId: string): readonly SeenMessage[] {
  return [...channel.messages.values()].filter((message) => isSeenBy(message, userId)).map(seen);
}
