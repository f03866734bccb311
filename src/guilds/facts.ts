import type { ChannelType } from "discord-api-types/v10";

/** What is true of a guild on Discord at this moment, as far as a check-up needs it. */
export interface GuildFacts {
  readonly guildId: string;
  readonly applicationId: string;
  readonly botId: string;
  readonly botRoleIds: readonly string[];
  /** Epoch ms until which the bot may say nothing. */
  readonly timedOutUntil: number | undefined;
  readonly roles: readonly RoleFacts[];
  /** The channels of the guild, and the threads that were asked for. */
  readonly channels: readonly ChannelFacts[];
}

export interface RoleFacts {
  readonly id: string;
  readonly name: string;
  readonly permissions: string;
  readonly isManaged: boolean;
  readonly isMentionable: boolean;
  /** The bot that the role belongs to. */
  readonly botId: string | undefined;
}

export interface ChannelFacts {
  readonly id: string;
  readonly type: ChannelType;
  readonly parentId: string | undefined;
  readonly isLocked: boolean;
  readonly overwrites: readonly {
    readonly id: string;
    readonly allow: string;
    readonly deny: string;
  }[];
}

/** Looks at Discord for what no interaction tells. */
export interface GuildReader {
  /** `channelIds` may be threads, which no list of a guild's channels holds. */
  facts(guildId: string, channelIds: readonly string[]): Promise<GuildFacts>;
  /** The text of an attached file; `undefined` when it is not Discord's, too long, or gone. */
  file(url: string, most: number): Promise<string | undefined>;
}
