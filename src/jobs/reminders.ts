import type { Catalog } from "../catalog/load.ts";
import type { Log } from "../ops/log.ts";
import { type DirectPlan, directs } from "../reminders/directs.ts";
import { placeOfTrouble } from "../reminders/instead.ts";
import { type Counts, reminderLoop } from "../reminders/loop.ts";
import type { Mail } from "../reminders/mail.ts";
import type { Source } from "../reminders/source.ts";
import { watched } from "../reminders/watch.ts";
import type { Draw } from "../rewards/easel.ts";
import type { RewardBoards } from "../rewards/public-board.ts";
import type { RunCards } from "../runs/public-card.ts";
import type { Store } from "../store/store.ts";
import type { TurnedClock } from "../time/clock.ts";
import type { Timers } from "../time/timers.ts";
import { bugSource } from "./bug-source.ts";
import type { CardSyncOptions } from "./card-sync.ts";
import { offshoots } from "./offshoots.ts";
import { rewardDirects } from "./reward-directs.ts";
import { startRewards } from "./reward-keeper.ts";
import { type RollCall, rollCall } from "./roll-call.ts";
import { runCards } from "./run-cards.ts";
import { runDirects } from "./run-directs.ts";
import { runSource } from "./run-source.ts";
import { seriesKeeper } from "./series.ts";

export interface RemindersNeeds {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly mail: Mail;
  readonly edit: CardSyncOptions["edit"];
  readonly draw: Draw;
  readonly clock: TurnedClock;
  readonly timers: Timers;
  readonly log: Log;
  /** Names this process; no two ever share a name. */
  readonly by: string;
  /** The machine's time, epoch ms. */
  machineNow(): number;
}

/** What happens without a click: everything that documents owe is told, and cards stay true. */
export interface Reminders {
  /** The store to be used from here on: it tells what was changed. */
  readonly store: Store;
  readonly cards: RunCards;
  readonly boards: RewardBoards;
  readonly callRoll: RollCall["call"];
  readonly counts: Counts;
  /** Resolves when everything that was owed before is known; nothing has to wait for it. */
  readonly loaded: Promise<void>;
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>;
}

export function startReminders(needs: RemindersNeeds): Reminders {
  const store = watched(needs.store, (...change) => {
    loop.seen(...change);
    rewards.seen(...change);
    direct.seen(...change);
  });
  const cards = runCards({ ...needs, store });
  const direct = directs({ ...needs, store }, [runDirects, rewardDirects] as DirectPlan<unknown>[]);
  const ways = { directs: direct, placeOfTrouble: placeOfTrouble(store) };
  const roll = rollCall({ ...needs, store });
  const splits = offshoots({ ...needs, store, cards });
  const series = seriesKeeper({ ...needs, store, cards });
  const rewards = startRewards({ ...needs, ...ways, store, noticed: direct.noticed });
  const source = runSource({
    ...needs,
    ...ways,
    store,
    drawn: cards.drawn,
    callRoll: roll.call,
    noticed: (key, run, when) => {
      cards.noticed(key, run, when);
      direct.noticed(key, run);
      roll.noticed(key, run);
      splits.noticed(key, run);
      series.noticed(key, run);
      rewards.ran(key, run);
    },
  });
  const loop = reminderLoop({
    ...needs,
    store,
    sources: [source, bugSource({ ...needs, store }), rewards.source] as Source<unknown>[],
  });

  return {
    store,
    cards,
    boards: rewards.boards,
    callRoll: roll.call,
    counts: loop.counts,
    loaded: loop.load(),
    stop: async () => {
      splits.stop();
      series.stop();
      await Promise.all([loop.stop(), cards.stop(), roll.stop(), direct.stop(), rewards.stop()]);
    },
  };
}
