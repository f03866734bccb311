import { guildSettings, settingsKey } from "../guilds/settings.ts";
import type { Log } from "../ops/log.ts";
import { agenda } from "../reminders/agenda.ts";
import type { RunCards } from "../runs/public-card.ts";
import type { Run } from "../runs/run.ts";
import { carriedOn, isToCarryOn, nextRun } from "../runs/series.ts";
import { runKey, runs } from "../runs/store.ts";
import { type DocumentKey, guildIdIn } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import type { Timers } from "../time/timers.ts";

interface Needs {
  readonly store: Store;
  readonly cards: RunCards;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

export interface SeriesKeeper {
  noticed(key: DocumentKey, run: Run): void;
  stop(): void;
}

const AGAIN_MS = 10_000;

/** Makes the next run of a series once this one has begun or was called off. Each step can be done again. */
export function seriesKeeper({ store, cards, clock, timers, log }: Needs): SeriesKeeper {
  const turns = agenda({
    now: timers.now,
    after: timers.after,
    ring: (key) => void carryOn(key as DocumentKey),
  });

  async function carryOn(key: DocumentKey): Promise<void> {
    try {
      const run = await store.read(key, runs);
      const guildId = guildIdIn(key);
      if (guildId === undefined || run?.series === undefined || !isToCarryOn(run)) return;
      const { runsChannelId, leadMinutes } = await store.read(settingsKey(guildId), guildSettings);
      const fleets = { channelId: runsChannelId ?? run.channelId, leadMinutes };
      const next = nextRun(run, run.series, clock.now(), fleets);
      const isNew = await store.create(runKey(guildId, next.runId), runs, next);
      await store.update(key, runs, (now) => now && carriedOn(now));
      if (isNew) await cards.post(guildId, next);
    } catch (error) {
      log.warn({ error, key }, "the next run of a series could not be made; trying again");
      turns.set(key, timers.now() + AGAIN_MS);
    }
  }

  return {
    noticed: (key, run) => {
      if (isToCarryOn(run)) turns.set(key, timers.now());
      else turns.delete(key);
    },
    stop: turns.close,
  };
}
