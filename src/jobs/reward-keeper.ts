import type { Source } from "../reminders/source.ts";
import type { Watcher } from "../reminders/watch.ts";
import type { RewardBoards } from "../rewards/public-board.ts";
import type { Track } from "../rewards/track.ts";
import type { Run } from "../runs/run.ts";
import type { DocumentKey } from "../store/document-key.ts";
import { type RewardBoardsNeeds, rewardBoards } from "./reward-boards.ts";
import { rewardOffers } from "./reward-offers.ts";
import { rewardReadiness } from "./reward-ready.ts";
import { type RewardSourceNeeds, rewardSource } from "./reward-source.ts";

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

type RewardsNeeds = RewardBoardsNeeds &
  Pick<RewardSourceNeeds, "directs" | "placeOfTrouble" | "noticed" | "draw">;

export function startRewards(needs: RewardsNeeds): Rewards {
  const boards = rewardBoards(needs);
  const readiness = rewardReadiness(needs);
  return {
    source: rewardSource({
      ...needs,
      drawn: boards.drawn,
      noticed: (key, track, when) => {
        boards.noticed(key, track, when);
        needs.noticed(key, track, when);
        readiness.noticed(key, track);
      },
    }),
    boards,
    seen: (...change) => {
      boards.seen(...change);
      readiness.seen(...change);
    },
    ran: rewardOffers(needs),
    stop: async () => {
      await Promise.all([boards.stop(), readiness.stop()]);
    },
  };
}
