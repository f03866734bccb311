import { agenda } from "../reminders/agenda.ts";
import { fewAtOnce } from "../reminders/few-at-once.ts";
import type { Source } from "../reminders/source.ts";
import type { Watcher } from "../reminders/watch.ts";
import { BOARD, withBoardOwed } from "../rewards/debts.ts";
import { nextBoundary, phaseAt } from "../rewards/periods.ts";
import { boardLink, type RewardBoards } from "../rewards/public-board.ts";
import { periods, periodsOf, trackKey, trackKeyOf, tracks } from "../rewards/store.ts";
import type { Track } from "../rewards/track.ts";
import type { DocumentKey } from "../store/document-key.ts";
import { type PostedCardsNeeds, postedCards } from "./posted-cards.ts";
import { boardMessage, type RewardSourceNeeds } from "./reward-source.ts";

export type RewardBoardsNeeds = PostedCardsNeeds;

/** The public boards of rewards. */
export interface KeptRewardBoards extends RewardBoards {
  readonly noticed: Source<Track>["noticed"];
  readonly drawn: RewardSourceNeeds["drawn"];
  /** Hears of every claim. */
  readonly seen: Watcher;
  stop(): Promise<void>;
}

const BOARD_FOR_MS = 7 * 24 * 3_600_000;

export function rewardBoards(needs: RewardBoardsNeeds): KeptRewardBoards {
  const { store, clock, timers } = needs;
  const turning = fewAtOnce((key) => turn(key as DocumentKey));
  const boundaries = agenda({ now: clock.now, after: timers.after, ring: turning.add });
  const stopListening = clock.onTurn(boundaries.wake);
  const cards = postedCards<Track>(needs, {
    kind: tracks,
    usual: "rewards",
    owedAs: BOARD,
    deliveriesOf: ({ deliveries }) => deliveries,
    placeOf: ({ board }) => board,
    isOver: (track, now) => phaseAt(track, now).is === "over",
    withCardOwed: (track, now) => withBoardOwed(track, now, BOARD_FOR_MS),
    draw: async (guildId, track, now) =>
      boardMessage(track, await periodsOf(store, guildId, track, now), now),
  });

  /** Another period, or another claim. */
  async function turn(key: DocumentKey): Promise<void> {
    const track = await store.read(key, tracks).catch(() => undefined);
    if (track === undefined) return;
    awaitBoundary(key, track);
    cards.touch(key, track);
  }

  function awaitBoundary(key: DocumentKey, track: Track): void {
    const at = nextBoundary(track, clock.now());
    if (at === undefined) boundaries.delete(key);
    else boundaries.set(key, at);
  }

  return {
    noticed: (key, track, when) => {
      awaitBoundary(key, track);
      cards.noticed(key, track, when);
    },
    drawn: cards.drawn,
    seen: (key, kindName) => {
      if (kindName === periods.name) turning.add(trackKeyOf(key));
    },
    post: async (guildId, { trackId }) => {
      const key = trackKey(guildId, trackId);
      const posted = await cards.post(key, () => store.read(key, tracks));
      if (posted.outcome === "later") return posted;
      const { outcome, document: track } = posted;
      return outcome === "posted"
        ? { outcome, link: boardLink(guildId, track) ?? "" }
        : { outcome, channelId: track.channelId };
    },
    carry: (guildId, trackId, messageId) => cards.carry(trackKey(guildId, trackId), messageId),
    stop: async () => {
      stopListening();
      boundaries.close();
      await Promise.all([turning.stop(), cards.stop()]);
    },
  };
}
