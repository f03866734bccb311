import type { APIAllowedMentions, RESTPostAPIChannelMessageJSONBody } from "discord-api-types/v10";

/** A message as Discord takes it. Who is pinged is always said. */
export type Message = Readonly<
  Pick<RESTPostAPIChannelMessageJSONBody, "content" | "components" | "flags">
> & {
  readonly allowed_mentions: APIAllowedMentions;
  readonly files?: readonly AttachedFile[];
};

export interface AttachedFile {
  readonly name: string;
  readonly data: Uint8Array;
  /** What it shows, for who does not see it. */
  readonly words: string;
}

/** `prompt`: somebody just did something and looks at the result. `background`: nobody waits. */
export type Lane = "prompt" | "background";

/** What may come of anything that is asked of Discord. */
export type Trouble =
  /** Nothing was done, and it may be tried again after this time. */
  | { readonly outcome: "later"; readonly afterMs: number }
  /** No answer, or a fault of Discord's: it may have been done. */
  | { readonly outcome: "unreachable" }
  /** The place is not there any more. */
  | { readonly outcome: "gone"; readonly code: number }
  /** The bot may not do this there. */
  | { readonly outcome: "forbidden"; readonly code: number }
  /** The member takes no direct messages. */
  | { readonly outcome: "closed"; readonly code: number }
  /** Discord does not take it as it is: a fault of ours. */
  | { readonly outcome: "rejected"; readonly code: number }
  /** Nothing is sent any more, because the bot stops. */
  | { readonly outcome: "stopped" };

export type Sending = { readonly outcome: "sent"; readonly messageId: string } | Trouble;
export type Opening = { readonly outcome: "open"; readonly channelId: string } | Trouble;
export type Membership = { readonly outcome: "here" | "departed" } | Trouble;
export type Finding =
  | { readonly outcome: "found"; readonly messageId: string }
  | { readonly outcome: "absent" }
  /** The bot may not read what was written there. */
  | { readonly outcome: "unreadable" }
  | Trouble;

/**
 * What can be seen of a place without asking Discord to take a message there. `hidden`: Discord refused just now
 * to show it. `still-hidden`: it refused before, or the document that waits heard so within `HIDDEN_MS`. `unknown`: it
 * cannot be told now.
 */
export type Sight = "open" | "shut" | "hidden" | "still-hidden" | "unknown";

/** What Discord refused to show counts against the bot, and is rarely asked for. */
export const HIDDEN_MS = 60 * 60_000;

/** Something that waits for a place. */
export interface Waiting {
  /** The document that it belongs to. */
  readonly key: string;
  readonly helpsForMs: number;
}

/** The way to Discord for what nobody waits for. Every call answers within a bounded time, and none ever throws. */
export interface Mail {
  /** Sent with the same nonce again within some minutes, it is still one message. */
  send(
    channelId: string,
    message: Message,
    nonce: string,
    lane: Lane,
    /** Asked when its turn has come: a process that was frozen meanwhile must not send what another one took over. */
    isTimely?: () => boolean,
  ): Promise<Sending>;
  /** Looks for a message of the bot's own, with this mark in a custom id, among those written since (epoch ms). */
  find(channelId: string, mark: string, since: number): Promise<Finding>;
  openDirect(userId: string): Promise<Opening>;
  look(guildId: string, channelId: string, waiting?: Waiting): Promise<Sight>;
  /** Whether somebody is a member of a guild. `departed` only when Discord says so. */
  membership(guildId: string, userId: string): Promise<Membership>;
}
