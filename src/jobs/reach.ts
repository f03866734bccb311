import type { Deliveries } from "../reminders/delivery.ts";
import { fleetsPlace } from "../reminders/instead.ts";
import type { Mail } from "../reminders/mail.ts";
import { isGivenUp, refusalOf } from "../reminders/progress.ts";
import type { DocumentKey } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import type { Place } from "./kept-card.ts";

/** Whether a card can be changed where it stands: a channel that has refused something is looked at first. */
export async function reachOf(
  { look }: Pick<Mail, "look">,
  deliveries: Deliveries,
  guildId: string,
  channelId: string,
): Promise<"within" | "not-now" | "given-up"> {
  const refusal = refusalOf(deliveries, channelId);
  if (refusal === undefined) return "within";
  if (isGivenUp(refusal)) return "given-up";
  return (await look(guildId, channelId)) === "open" ? "within" : "not-now";
}

const LOOK_SOON_MS = 4_000;
const LOOK_AT_LEAST_EVERY_MS = 60 * 60_000;

/** Cards that cannot be changed now, and are looked at again: soon at first, then less and less often. */
export interface OutOfReach {
  lookAgainAt(key: DocumentKey): number;
  over(key: DocumentKey): void;
}

export function outOfReach(now: () => number): OutOfReach {
  const since = new Map<DocumentKey, number>();
  return {
    lookAgainAt: (key) => {
      const from = since.get(key) ?? now();
      since.set(key, from);
      return now() + Math.min(Math.max(now() - from, LOOK_SOON_MS), LOOK_AT_LEAST_EVERY_MS);
    },
    over: (key) => void since.delete(key),
  };
}

const MOVES_KEPT = 1_000;

/**
 * Posts a card anew in the fleet's own channel when the one that it stands in is given up: once for each channel, or a
 * card that is refused there too would be posted for ever.
 */
export function cardMover(
  store: Store,
  usual: "runs" | "rewards",
  postAgain: (card: Place) => Promise<void>,
): (guildId: string, card: Place) => Promise<void> {
  const moved = new Set<string>();
  return async (guildId, card) => {
    const to = await fleetsPlace(store, { guildId }, usual, card.channelId);
    const move = `${card.messageId} ${to}`;
    if (to === undefined || moved.has(move)) return;
    if (moved.size >= MOVES_KEPT) moved.clear();
    moved.add(move);
    await postAgain(card);
  };
}
