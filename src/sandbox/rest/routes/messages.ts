import { ChannelType, MessageType, PermissionFlagsBits } from "discord-api-types/v10";
import type { Discord } from "../../discord.ts";
import type { MessageDraft } from "../../world/draft.ts";
import { channelPermissions, isThread } from "../../world/permissions.ts";
import { readableBy } from "../../world/readable.ts";
import { recentNonces } from "../../world/recent-nonces.ts";
import type { Channel, Message } from "../../world/world.ts";
import { enforceMessage } from "../enforce.ts";
import * as errors from "../errors.ts";
import { noContent, ok, type Route, route } from "../router.ts";
import { seenChannel } from "./channels.ts";
import { pageOf } from "./message-page.ts";

const UNKNOWN_MESSAGE = { code: "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", message: "Unknown message" };

export function messageRoutes(discord: Discord): readonly Route[] {
  const { world, messages, gateway } = discord;
  const nonces = recentNonces(discord.time);
  const json = (message: Message) => readableBy(world, message, gateway.readsContent);

  function visible(channelId: string, messageId: string): Message {
    seenChannel(discord, channelId);
    const message = messages.find(channelId, messageId);
    if (!message || message.visibleTo !== undefined) throw errors.unknownMessage();
    return message;
  }

  return [
    route("GET", "/channels/:channelId/messages", ({ channelId }, { query }) => {
      const channel = seenChannel(discord, channelId);
      if (!may(discord, channel, PermissionFlagsBits.ReadMessageHistory)) return ok([]);
      return ok(pageOf(channel, query).map(json));
    }),
    route("POST", "/channels/:channelId/messages", ({ channelId }, { body, files }) => {
      const channel = seenChannel(discord, channelId);
      const draft = enforceMessage(body, files);
      refuseSending(discord, channel, draft, files.length);
      const answered = answeredBy(discord, channel, draft);
      channel.isArchived = false;
      const earlier = nonces.find(draft);
      if (earlier) return ok(earlier.json);
      const message = messages.post({
        channel,
        author: world.bot,
        draft,
        files,
        extra: answered ? replyTo(answered) : {},
      });
      nonces.keep(draft, message);
      return ok(message.json);
    }),
    route("GET", "/channels/:channelId/messages/:messageId", ({ channelId, messageId }) => {
      const channel = seenChannel(discord, channelId);
      if (!may(discord, channel, PermissionFlagsBits.ReadMessageHistory)) throw errors.missingPermissions();
      return ok(json(visible(channelId, messageId)));
    }),
    route(
      "PATCH",
      "/channels/:channelId/messages/:messageId",
      ({ channelId, messageId }, { body, files }) => {
        const message = visible(channelId, messageId);
        if (message.json.author.id !== world.bot.id) throw errors.notYourMessage();
        if (seenChannel(discord, channelId).isArchived) throw errors.archivedThread();
        messages.edit(message, enforceMessage(body, files, message), { files });
        return ok(message.json);
      },
    ),
    route("DELETE", "/channels/:channelId/messages/:messageId", ({ channelId, messageId }) => {
      const message = visible(channelId, messageId);
      const channel = seenChannel(discord, channelId);
      const isOwn = message.json.author.id === world.bot.id;
      if (!isOwn && channel.type === ChannelType.DM) throw errors.notADirectMessage();
      if (!isOwn && !may(discord, channel, PermissionFlagsBits.ManageMessages))
        throw errors.missingPermissions();
      messages.remove(message);
      return noContent;
    }),
  ];
}

function refuseSending(discord: Discord, channel: Channel, draft: MessageDraft, fileCount: number): void {
  const { world } = discord;
  if (channel.type === ChannelType.GuildCategory) throw errors.cannotSendHere();
  if (channel.recipientId !== undefined) {
    const { recipientId } = channel;
    const isShared = [...world.guilds.values()].some(({ members }) => members.has(recipientId));
    if (!isShared) throw errors.noMutualGuild();
    if (world.closedDms.has(recipientId)) throw errors.cannotMessageUser();
    return;
  }
  const { SendMessages, SendMessagesInThreads, EmbedLinks, AttachFiles } = PermissionFlagsBits;
  const needed =
    (isThread(channel) ? SendMessagesInThreads : SendMessages) |
    (draft.embeds?.length ? EmbedLinks : 0n) |
    (fileCount > 0 ? AttachFiles : 0n);
  if (!may(discord, channel, needed)) throw errors.missingPermissions();
}

function may({ world }: Discord, channel: Channel, needed: bigint): boolean {
  return (channelPermissions(world, channel, world.bot.id) & needed) === needed;
}

/** The message that a draft answers. One that is not there is refused, or passed over where the draft says so. */
function answeredBy(
  discord: Discord,
  channel: Channel,
  { message_reference: reference }: MessageDraft,
): Message | undefined {
  if (!reference) return undefined;
  if (!may(discord, channel, PermissionFlagsBits.ReadMessageHistory)) throw errors.cannotReplyUnread();
  const found = discord.messages.find(channel.id, reference.message_id);
  if (found && found.visibleTo === undefined) return found;
  if (reference.fail_if_not_exists === false) return undefined;
  throw errors.invalidForm({ message_reference: { _errors: [UNKNOWN_MESSAGE] } });
}

function replyTo({ json, channelId, guildId }: Message): object {
  return {
    type: MessageType.Reply,
    message_reference: { type: 0, channel_id: channelId, message_id: json.id, guild_id: guildId },
    referenced_message: json,
  };
}
