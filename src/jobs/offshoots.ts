import type { Log } from "../ops/log.ts";
import { agenda } from "../reminders/agenda.ts";
import { storeOffshoot } from "../runs/offshoot.ts";
import type { RunCards } from "../runs/public-card.ts";
import type { Run } from "../runs/run.ts";
import { runs } from "../runs/store.ts";
import { type DocumentKey, guildIdIn } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import type { Timers } from "../time/timers.ts";

interface Needs {
  readonly store: Store;
  readonly cards: RunCards;
  readonly timers: Timers;
  readonly log: Log;
}

export interface Offshoots {
  noticed(key: DocumentKey, run: Run): void;
  stop(): void;
}

/** Whoever splits a team off stores it within this time; after a crash it is done here. */
const ALONE_MS = 10_000;

/** Stores teams that were split off when nobody else did. Each step can be done again. */
export function offshoots({ store, cards, timers, log }: Needs): Offshoots {
  const looks = agenda({
    now: timers.now,
    after: timers.after,
    ring: (key) => void finish(key as DocumentKey),
  });

  async function finish(key: DocumentKey): Promise<void> {
    try {
      const run = await store.read(key, runs);
      const guildId = guildIdIn(key);
      if (run === undefined || guildId === undefined) return;
      const offshoot = await storeOffshoot(store, guildId, run);
      if (offshoot !== undefined) await cards.post(guildId, offshoot);
    } catch (error) {
      log.warn({ error, key }, "a team that was split off could not be stored; trying again");
      looks.set(key, timers.now() + ALONE_MS);
    }
  }

  return {
    noticed: (key, { offshoot }) => {
      if (offshoot === undefined) looks.delete(key);
      else looks.set(key, timers.now() + ALONE_MS);
    },
    stop: looks.close,
  };
}
