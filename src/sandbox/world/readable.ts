import type { APIMessage } from "discord-api-types/v10";
import type { Message, World } from "./world.ts";

/**
 * A message as a bot gets it. Without the message content intent, what others write in guilds comes empty unless it
 * mentions the bot.
 */
export function readableBy(world: World, message: Message, readsContent: boolean): APIMessage {
  const { json, guildId } = message;
  const isOpen =
    readsContent ||
    guildId === undefined ||
    json.author.id === world.bot.id ||
    json.mentions.some(({ id }) => id === world.bot.id);
  return isOpen ? json : { ...json, content: "", embeds: [], attachments: [], components: [] };
}
