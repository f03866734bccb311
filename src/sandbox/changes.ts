import type { OpenModal } from "./people/protocol.ts";
import type { Message } from "./world/world.ts";

/** Whatever happens in the world, for those who tell the bot and those who tell the page. */
export type Change =
  | { readonly kind: "message-created" | "message-updated" | "message-deleted"; readonly message: Message }
  | {
      readonly kind: "modal-opened";
      readonly userId: string;
      readonly channelId: string;
      readonly opened: OpenModal;
    }
  | { readonly kind: "commands-changed" }
  /** Who takes direct messages, where the bot is a member, what is broken. */
  | { readonly kind: "world-changed" }
  | { readonly kind: "bot-came" | "bot-left" }
  | { readonly kind: "channel-changed"; readonly channelId: string };

export interface Changes {
  announce(change: Change): void;
  /** The answer stops listening. */
  listen(listener: (change: Change) => void): () => void;
}

export function changes(): Changes {
  const listeners = new Set<(change: Change) => void>();
  return {
    announce(change) {
      for (const listener of listeners) listener(change);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
