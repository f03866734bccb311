import type {
  APIMessage,
  APIModalInteractionResponseCallbackData,
  LocaleString,
} from "discord-api-types/v10";
import type { Fault, WaitingFault } from "../fault.ts";

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
  | { readonly kind: "no-response"; readonly text: string; readonly interactionId: string }
  /** What Discord's own client does not let through, in its words. */
  | { readonly kind: "refused"; readonly text: string };

export type OptionValue = string | number | boolean;
export type OptionValues = Readonly<Record<string, OptionValue>>;
/** What was put into a modal's fields, by custom id: a text, or the values of a select. */
export type ModalValues = Readonly<Record<string, string | boolean | readonly string[]>>;

/** `POST /sandbox/run`: a line from the message box, or a command with its options. Answers with an `Outcome`. */
export type RunRequest = Where &
  ({ readonly text: string } | { readonly command: string; readonly options?: OptionValues });

/** `POST /sandbox/autocomplete`. Answers with an `Outcome`. */
export interface AutocompleteRequest extends Where {
  readonly command: string;
  readonly options: OptionValues;
  readonly focused: string;
}

/** `POST /sandbox/click`. Answers with an `Outcome`. */
export interface ClickRequest extends Where {
  readonly messageId: string;
  readonly customId: string;
}

/** `POST /sandbox/select`. Answers with an `Outcome`. */
export interface SelectRequest extends ClickRequest {
  readonly values: readonly string[];
}

/** `POST /sandbox/submit`: `modalId` is the id of an `OpenModal`. Answers with an `Outcome`. */
export interface SubmitRequest extends Where {
  readonly modalId: string;
  readonly values: ModalValues;
}

/** `POST /sandbox/attach`. Answers with `{ id }`, which an option or a modal's field takes as its value. */
export interface AttachRequest extends Where {
  readonly filename: string;
  readonly contentType: string;
  readonly base64: string;
}

/** `POST /sandbox/permissions`: names as in `PermissionFlagsBits`. Answers with what the bot may do there now. */
export interface PermissionsRequest {
  readonly channelId: string;
  readonly deny: readonly string[];
}

/** `POST /sandbox/dms`: a person opens or closes direct messages. */
export interface DmsRequest {
  readonly userId: string;
  readonly open: boolean;
}

/** `POST /sandbox/membership`: the bot is removed from a guild, or invited again. */
export interface MembershipRequest {
  readonly guildId: string;
  readonly member: boolean;
}

/** `POST /sandbox/bot`: what happens to the process that the bot runs in. */
export interface BotRequest {
  readonly do: "restart" | "kill";
}

/**
 * `POST /sandbox/faults`: something goes wrong with the next requests to the REST API, or with the gateway; `clear`
 * ends all that waits for a request.
 */
export type TroubleRequest =
  | { readonly rest: Fault | "clear" }
  | {
      readonly gateway:
        | "drop"
        | "reconnect"
        | "invalidate"
        | "invalidate-resumable"
        | "stop-acking"
        | "go-dark"
        | "recover";
    }
  /** Closes the connection with one of Discord's codes, 4000 to 4014. */
  | { readonly gateway: "close"; readonly code: number };

/** `POST /sandbox/clock`: to a time, by how fast it goes, or to the next moment that matters to somebody. */
export type ClockRequest =
  | { readonly at?: number; readonly offsetMs?: number; readonly rate?: number }
  | { readonly toNextFor: string };

/** `GET /sandbox/clock`, and what the socket `/sandbox/clock` says at once and after every turn. */
export interface ClockView {
  readonly offsetMs: number;
  readonly now: number;
  /** How fast the world's time goes: 0 stands still, 1 is usual. */
  readonly rate: number;
  /** What the moment is that the clock was turned to, when that was asked for. */
  readonly moment?: string;
}

/** Who does something, and where. */
export interface Where {
  readonly userId: string;
  readonly channelId: string;
}

/** What the socket `/sandbox/live?as=<user id>` tells of: all that this person can see, and nothing else. */
export type LiveEvent =
  | ({ readonly event: "message-created" | "message-updated"; readonly channelId: string } & SeenMessage)
  | { readonly event: "message-deleted"; readonly channelId: string; readonly messageId: string }
  | ({ readonly event: "modal-opened"; readonly channelId: string } & OpenModal)
  | { readonly event: "channel-changed"; readonly channelId: string }
  | { readonly event: "commands-changed" | "world-changed" }
  /** Told to everybody, because one person at the keyboard plays them all. */
  | { readonly event: "pinged"; readonly channelId: string; readonly userIds: readonly string[] }
  | { readonly event: "bot-came" | "bot-left" }
  | ({ readonly event: "clock-turned" } & ClockView);

/** `GET /sandbox/world?as=<user id>`: the channels are those that this person sees; without `as`, all of them. */
export interface WorldView {
  readonly application: { readonly id: string; readonly name: string };
  readonly bot: {
    readonly id: string;
    readonly name: string;
    readonly connected: boolean;
    /** Whether its process can be restarted and killed from here. */
    readonly isManaged: boolean;
  };
  readonly trouble: {
    readonly isDark: boolean;
    readonly rest: readonly WaitingFault[];
  };
  readonly guilds: readonly {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly { readonly id: string; readonly name: string; readonly color: number }[];
    readonly channels: readonly ChannelView[];
    readonly memberIds: readonly string[];
    readonly ownerId: string;
  }[];
  readonly people: readonly PersonView[];
  readonly directMessages: readonly ChannelView[];
  readonly clock: ClockView;
}

export interface ChannelView {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly topic: string | null;
  readonly parentId: string | null;
  /** The person a direct message is with. */
  readonly recipientId: string | null;
  /** What the bot may do there, by the names of `PermissionFlagsBits`. */
  readonly botMay: readonly string[];
  /** What was taken away from it there. */
  readonly botDenied: readonly string[];
}

export interface PersonView {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly locale: LocaleString;
  readonly rolesByGuild: Readonly<Record<string, readonly string[]>>;
  readonly takesDms: boolean;
}
