import {
  type APIAttachment,
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APIUser,
  EmbedType,
  MessageFlags,
  MessageType,
} from "discord-api-types/v10";
import type { Changes } from "../changes.ts";
import type { Upload } from "../rest/multipart.ts";
import type { Attachments } from "./attachments.ts";
import type { MessageDraft } from "./draft.ts";
import { finishComponents } from "./finish-components.ts";
import { mentionsOf, type UnsaidMentions } from "./mentions.ts";
import type { NextId } from "./snowflakes.ts";
import type { Channel, Message, World } from "./world.ts";

/** Flags that a message keeps from its draft; the others are Discord's to set. */
const SETTABLE =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

const EDITABLE = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;

export interface Posting {
  readonly channel: Channel;
  readonly author: APIUser;
  readonly draft: MessageDraft;
  readonly files?: readonly Upload[];
  readonly unsaidMentions?: UnsaidMentions;
  readonly visibleTo?: string | undefined;
  /** Fields that only some messages have: type, application_id, webhook_id, interaction_metadata… */
  readonly extra?: Partial<APIMessage>;
}

export interface Messages {
  post(posting: Posting): Message;
  edit(message: Message, draft: MessageDraft, options?: EditOptions): void;
  remove(message: Message): void;
  find(channelId: string, messageId: string): Message | undefined;
}

export interface EditOptions {
  readonly files?: readonly Upload[];
  /** Filling in a deferred answer is not an edit that anybody sees. */
  readonly silent?: boolean;
}

export function messages(
  world: World,
  attachments: Attachments,
  nextId: NextId,
  now: () => number,
  changes: Changes,
  keepPerChannel: number,
): Messages {
  const componentsOf = (draft: MessageDraft, files: readonly APIAttachment[]) =>
    finishComponents(draft.components ?? [], files, nextId) as unknown as APIMessageTopLevelComponent[];

  return {
    post({ channel, author, draft, files = [], unsaidMentions = "everything", visibleTo, extra }) {
      const uploaded = attachments.keep(channel.id, draft, files);
      const { pinged, ...mentioned } = mentionsOf(world, channel, author.id, draft, unsaidMentions);
      const id = nextId();
      const message: Message = {
        channelId: channel.id,
        pinged: silences(draft) || visibleTo !== undefined ? [] : pinged,
        ...(channel.guildId === undefined ? {} : { guildId: channel.guildId }),
        ...(visibleTo === undefined ? {} : { visibleTo }),
        json: {
          id,
          type: MessageType.Default,
          channel_id: channel.id,
          author,
          content: draft.content ?? "",
          timestamp: timestamp(now()),
          edited_timestamp: null,
          tts: draft.tts ?? false,
          ...mentioned,
          attachments: uploaded,
          embeds: embedsOf(draft),
          components: componentsOf(draft, uploaded),
          pinned: false,
          flags: (draft.flags ?? 0) & SETTABLE,
          ...(draft.nonce === undefined ? {} : { nonce: draft.nonce }),
          ...extra,
        },
      };
      channel.messages.set(id, message);
      if (visibleTo === undefined) channel.lastMessageId = id;
      forgetOldest(channel, keepPerChannel);
      changes.announce({ kind: "message-created", message });
      return message;
    },

    edit(message, draft, { files = [], silent = false } = {}) {
      const before = message.json;
      const uploaded = attachments.keep(message.channelId, draft, files);
      const retained = draft.attachments
        ? before.attachments.filter(({ id }) => draft.attachments?.some((one) => String(one.id) === id))
        : before.attachments;
      const shown = [...retained, ...uploaded];
      const kept = (before.flags ?? 0) & ~(silent ? MessageFlags.Loading : 0);
      const flags =
        typeof draft.flags === "number"
          ? (kept & ~MessageFlags.SuppressEmbeds) | (draft.flags & EDITABLE)
          : kept;
      message.json = {
        ...before,
        ...(draft.content === undefined ? {} : { content: draft.content ?? "" }),
        ...(draft.embeds === undefined ? {} : { embeds: embedsOf(draft) }),
        ...(draft.components === undefined ? {} : { components: componentsOf(draft, shown) }),
        attachments: shown,
        flags,
        edited_timestamp: silent ? before.edited_timestamp : timestamp(now()),
      };
      changes.announce({ kind: "message-updated", message });
    },

    remove(message) {
      world.channels.get(message.channelId)?.messages.delete(message.json.id);
      changes.announce({ kind: "message-deleted", message });
    },

    find: (channelId, messageId) => world.channels.get(channelId)?.messages.get(messageId),
  };
}

function embedsOf(draft: MessageDraft): APIMessage["embeds"] {
  return (draft.embeds ?? []).map((embed) => ({
    ...embed,
    type: EmbedType.Rich,
    ...(embed.fields ? { fields: embed.fields.map((field) => ({ inline: false, ...field })) } : {}),
  }));
}

function silences(draft: MessageDraft): boolean {
  return ((draft.flags ?? 0) & MessageFlags.SuppressNotifications) !== 0;
}

/** A channel's memory is bounded, so that a load test does not fill the machine's. */
function forgetOldest(channel: Channel, keep: number): void {
  if (channel.messages.size <= keep) return;
  const oldest = channel.messages.keys().next().value;
  if (oldest !== undefined) channel.messages.delete(oldest);
}

function timestamp(at: number): string {
  return new Date(at).toISOString().replace("Z", "000+00:00");
}
