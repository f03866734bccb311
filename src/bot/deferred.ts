import {
  type APIInteractionResponse,
  type APIInteractionResponseCallbackData,
  type APIMessageTopLevelComponent,
  InteractionResponseType,
  MessageFlags,
} from "discord-api-types/v10";
import { reply } from "../ui/reply.ts";

/** A file to go along with a message. */
export interface OutgoingFile {
  readonly name: string;
  readonly data: string | Uint8Array;
}

/** What an answer turns into once the work is done. */
export interface LateMessage {
  readonly data: APIInteractionResponseCallbackData;
  readonly files: readonly OutgoingFile[];
}

/** A private message made of components; a file stands where a component names it. */
export function lateMessage(
  components: readonly APIMessageTopLevelComponent[],
  files: readonly OutgoingFile[] = [],
): LateMessage {
  const { data } = reply("private", components) as { readonly data: APIInteractionResponseCallbackData };
  return { data, files };
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
