import type {
  APIMessage,
  APIModalInteractionResponseCallbackData,
  LocaleString,
} from "discord-api-types/v10";

/** What people do and see, as methods answer it and as the page reads it over HTTP. */

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** A modal on somebody's screen; `id` is what submitting it names. */
export interface OpenModal {
  readonly id: string;
  readonly modal: APIModalInteractionResponseCallbackData;
}

export interface SeenMessage {
  readonly message: APIMessage;
  /** Only the person who looks sees it. */
  readonly ephemeral: boolean;
  /** Who was notified. */
  readonly pinged: readonly string[];
}

export type Outcome =
  /** A new answer stands in the channel; after a deferral, once it is filled in. */
  | ({ readonly kind: "message" } & SeenMessage)
  /** The message that was clicked has changed. */
  | ({ readonly kind: "update" } & SeenMessage)
  /** The click was taken, and there is nothing to see yet. */
  | { readonly kind: "acknowledged" }
  | ({ readonly kind: "modal" } & OpenModal)
  | { readonly kind: "choices"; readonly choices: readonly Choice[] }
  /** What Discord shows when the application stays silent. */
  | { readonly kind: "no-response"; readonly text: string }
  /** What Discord's own client does not let through, in its words. */
  | { readonly kind: "refused"; readonly text: string };

export type OptionValue = string | number | boolean;
export type OptionValues = Readonly<Record<string, OptionValue>>;
/** What was put into a modal's fields, by custom id: a text, or the values of a select. */
export type ModalValues = Readonly<Record<string, string | boolean | readonly string[]>>;

export interface WorldView {
  readonly application: { readonly id: string; readonly name: string };
  readonly bot: { readonly id: string; readonly name: string; readonly connected: boolean };
  readonly guilds: readonly {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly { readonly id: string; readonly name: string; readonly color: number }[];
    readonly channels: readonly ChannelView[];
    readonly memberIds: readonly string[];
  }[];
  readonly people: readonly PersonView[];
  readonly directMessages: readonly ChannelView[];
  readonly offsetMs: number;
  readonly now: number;
}

export interface ChannelView {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly topic: string | null;
  readonly parentId: string | null;
  /** The person a direct message is with. */
  readonly recipientId: string | null;
}

export interface PersonView {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly locale: LocaleString;
  readonly rolesByGuild: Readonly<Record<string, readonly string[]>>;
  readonly takesDms: boolean;
}
