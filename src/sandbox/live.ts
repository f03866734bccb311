import type { WebSocket } from "ws";
import type { Change } from "./changes.ts";
import type { Discord } from "./discord.ts";
import { seen } from "./interactions/answers.ts";
import type { LiveEvent } from "./people/protocol.ts";
import { isSeenBy } from "./people/sight.ts";
import { clockView, mayView } from "./people/world-view.ts";

/** Tells one page what its person sees happening, as long as the page is open. */
export function followLive(discord: Discord, socket: WebSocket, userId: string): void {
  const tell = (event: LiveEvent | undefined) => event && socket.send(JSON.stringify(event));
  const stops = [
    discord.changes.listen((change) => {
      tell(eventFor(discord, userId, change));
      tell(notificationOf(discord, change));
    }),
    discord.clock.onTurn(() => tell({ event: "clock-turned", ...clockView(discord.clock) })),
  ];
  socket.on("close", () => {
    for (const stop of stops) stop();
  });
}

/** Tells the bot, or anybody else on this machine, how far the world's clock is turned. */
export function followClock(discord: Discord, socket: WebSocket): void {
  const tell = () => socket.send(JSON.stringify(clockView(discord.clock)));
  const stop = discord.clock.onTurn(tell);
  socket.on("close", stop);
  tell();
}

function eventFor(discord: Discord, userId: string, change: Change): LiveEvent | undefined {
  switch (change.kind) {
    case "message-created":
    case "message-updated":
    case "message-deleted": {
      const { message } = change;
      const { channelId } = message;
      if (!isSeenBy(message, userId) || !sees(discord, userId, channelId)) return undefined;
      return change.kind === "message-deleted"
        ? { event: change.kind, channelId, messageId: message.json.id }
        : { event: change.kind, channelId, ...seen(message) };
    }
    case "modal-opened":
      if (change.userId !== userId) return undefined;
      return { event: change.kind, channelId: change.channelId, ...change.opened };
    case "channel-changed": {
      const { kind, channelId } = change;
      return sees(discord, userId, channelId) ? { event: kind, channelId } : undefined;
    }
    case "commands-changed":
    case "world-changed":
    case "bot-came":
    case "bot-left":
      return { event: change.kind };
  }
}

/** Whoever was notified, wherever they are: the page shows a badge beside their name. */
function notificationOf({ world }: Discord, change: Change): LiveEvent | undefined {
  if (change.kind !== "message-created") return undefined;
  const { channelId, pinged, json } = change.message;
  const recipientId = world.channels.get(channelId)?.recipientId;
  const inDm = recipientId === undefined || recipientId === json.author.id ? [] : [recipientId];
  const userIds = [...new Set([...pinged, ...inDm])].filter((id) => world.people.has(id));
  return userIds.length === 0 ? undefined : { event: "pinged", channelId, userIds };
}

function sees(discord: Discord, userId: string, channelId: string): boolean {
  const channel = discord.world.channels.get(channelId);
  return channel !== undefined && mayView(discord.world, channel, userId);
}
