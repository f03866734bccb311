import { PermissionFlagsBits } from "discord-api-types/v10";
import type { Discord } from "../../discord.ts";
import { channelJson } from "../../world/json.ts";
import { channelPermissions, isThread } from "../../world/permissions.ts";
import type { Channel } from "../../world/world.ts";
import { missingAccess, missingPermissions, unknownChannel } from "../errors.ts";
import { asObject } from "../request.ts";
import { ok, type Route, route } from "../router.ts";

export function channelRoutes(discord: Discord): readonly Route[] {
  const { world } = discord;
  return [
    route("GET", "/channels/:channelId", ({ channelId }) =>
      ok(channelJson(world, seenChannel(discord, channelId))),
    ),
    /** Of all that can be changed, only this: who may write in a thread that is not locked may open it again. */
    route("PATCH", "/channels/:channelId", ({ channelId }, { body }) => {
      const channel = seenChannel(discord, channelId);
      const isOpening = asObject<"archived">(body)?.archived === false;
      const permissions = channelPermissions(world, channel, world.bot.id);
      const may = (permissions & PermissionFlagsBits.SendMessagesInThreads) !== 0n;
      if (!isThread(channel) || !isOpening || !may) throw missingPermissions();
      channel.isArchived = false;
      return ok(channelJson(world, channel));
    }),
  ];
}

/** The channel, if there is one and the bot may see it. */
export function seenChannel({ world }: Discord, channelId: string): Channel {
  const channel = world.channels.get(channelId);
  if (!channel) throw unknownChannel();
  const permissions = channelPermissions(world, channel, world.bot.id);
  if ((permissions & PermissionFlagsBits.ViewChannel) === 0n) throw missingAccess();
  return channel;
}
