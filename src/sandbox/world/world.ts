import type {
  APIApplication,
  APIAttachment,
  APIMessage,
  APIOverwrite,
  APIRole,
  APIUser,
  ChannelType,
  LocaleString,
} from "discord-api-types/v10";

/** Everything that exists in the small Discord. It lives in memory and is changed in place. */
export interface World {
  readonly application: Pick<APIApplication, "id" | "name" | "description" | "flags">;
  readonly bot: APIUser;
  readonly people: Map<string, Person>;
  readonly guilds: Map<string, Guild>;
  /** Channels of guilds, threads and direct messages alike, by id. */
  readonly channels: Map<string, Channel>;
  /** People who take no direct messages. */
  readonly closedDms: Set<string>;
  /** Files that people have attached to what they are about to send, by id. */
  readonly uploads: Map<string, APIAttachment>;
  /** Guilds that are out of order. */
  readonly outages: Set<string>;
}

export interface Person {
  readonly user: APIUser;
  readonly locale: LocaleString;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: LocaleString;
  readonly roles: Map<string, APIRole>;
  readonly members: Map<string, Member>;
  readonly channelIds: string[];
  readonly joinedAt: string;
}

export interface Member {
  readonly user: APIUser;
  readonly nick: string | null;
  readonly roleIds: readonly string[];
  readonly joinedAt: string;
}

export interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  readonly guildId?: string;
  readonly parentId?: string;
  /** Who the bot talks with, in a direct message. */
  readonly recipientId?: string;
  readonly name: string;
  readonly topic: string | null;
  readonly position: number;
  overwrites: readonly APIOverwrite[];
  lastMessageId: string | null;
  /** A thread that rested for long, until somebody writes there. */
  isArchived?: boolean;
  readonly messages: Map<string, Message>;
}

export interface Message {
  json: APIMessage;
  readonly channelId: string;
  readonly guildId?: string;
  /** The only person who sees it, when it is ephemeral. */
  readonly visibleTo?: string;
  /** Who a notification reached. */
  readonly pinged: readonly string[];
}
