import {
  type APIInteractionResponse,
  type APIInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
} from "discord-api-types/v10";

/** A file to go along with a message. */
export interface OutgoingFile {
  readonly name: string;
  readonly data: string;
}

/** What an answer turns into once the work is done. */
export interface LateMessage {
  readonly data: APIInteractionResponseCallbackData;
  readonly files: readonly OutgoingFile[];
}

/** An answer in two steps, for what may take longer than Discord waits. Only who asked sees it. */
export interface Deferred {
  readonly first: APIInteractionResponse;
  later(): Promise<LateMessage>;
}

export function deferred(later: () => Promise<LateMessage>): Deferred {
  return {
    first: {
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      data: { flags: MessageFlags.Ephemeral },
    },
    later,
  };
}
