import type { ProtocolTime } from "../protocol-time.ts";
import type { MessageDraft } from "./draft.ts";
import type { Message } from "./world.ts";

/** Discord says "the past few minutes". */
const REMEMBERED_MS = 180_000;

export interface RecentNonces {
  /** The message that a draft with an enforced nonce would write a second time. */
  find(draft: MessageDraft): Message | undefined;
  keep(draft: MessageDraft, message: Message): void;
}

export function recentNonces(time: ProtocolTime): RecentNonces {
  const recent = new Map<string, { readonly message: Message; readonly at: number }>();

  function forgetOld(): void {
    for (const [nonce, { at }] of recent) {
      if (time.now() - at <= REMEMBERED_MS) return;
      recent.delete(nonce);
    }
  }

  return {
    find({ nonce, enforce_nonce }) {
      forgetOld();
      return enforce_nonce && nonce !== undefined ? recent.get(String(nonce))?.message : undefined;
    },
    keep({ nonce }, message) {
      if (nonce === undefined) return;
      recent.delete(String(nonce));
      recent.set(String(nonce), { message, at: time.now() });
    },
  };
}
