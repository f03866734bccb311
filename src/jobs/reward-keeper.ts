import type { Source } from "../reminders/source.ts";
import type { Watcher } from "../reminders/watch.ts";
import type { RewardBoards } from "../rewards/public-board.ts";
import type { Track } from "../rewards/track.ts";
import type { Run } from "../runs/run.ts";
import type { DocumentKey } from "../store/document-key.ts";
import { type RewardBoardsNeeds, rewardBoards } from "./reward-boards.ts";
import { rewardDirects } from "./reward-directs.ts";
import { rewardOffers } from "./reward-offers.ts";
import { rewardSource } from "./reward-source.ts";

/** What happens to rewards without a click. */
export interface Rewards {
  readonly source: Source<Track>;
  readonly boards: RewardBoards;
  /** Hears of every change in the store. */
  readonly seen: Watcher;
  /** Hears of every run that changed. */
  readonly ran: (key: DocumentKey, run: Run) => void;
  stop(): Promise<void>;
}

export function startRewards(needs: RewardBoardsNeeds): Rewards {
  const boards = rewardBoards(needs);
  const directs = rewardDirects(needs);
  return {
    source: rewardSource({
      store: needs.store,
      drawn: boards.drawn,
      noticed: (key, track, when) => {
        boards.noticed(key, track, when);
        directs.noticed(key, track);
      },
    }),
    boards,
    seen: boards.seen,
    ran: rewardOffers(needs),
    stop: async () => {
      await Promise.all([boards.stop(), directs.stop()]);
    },
  };
}
