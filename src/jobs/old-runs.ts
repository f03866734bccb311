import { dropOldRewardDrafts } from "../rewards/draft.ts";
import { dropOldDrafts } from "../runs/draft.ts";
import { asOf } from "../runs/passing.ts";
import { isOver, type Run } from "../runs/run.ts";
import { isToCarryOn } from "../runs/series.ts";
import { runs } from "../runs/store.ts";
import { guildRange } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";

const KEPT_MS = 30 * 24 * 3_600_000;

/** Removes runs a month after they took place, and what was begun of a run or a reward and left. */
export async function removeOldRuns({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: Clock;
}): Promise<void> {
  const now = clock.now();
  for await (const guildId of store.guildIds()) {
    await dropOldDrafts(store, guildId, now);
    await dropOldRewardDrafts(store, guildId, now);
    const { documents } = await store.list(guildRange(guildId, "run"), runs);
    for (const { key, document } of documents)
      if (isOld(document, now))
        await store.update(key, runs, (run) => (run && isOld(run, now) ? undefined : run));
  }
}

function isOld(stored: Run, now: number): boolean {
  const run = asOf(stored, now);
  return isOver(run) && !isToCarryOn(run) && run.offshoot === undefined && run.startsAt + KEPT_MS < now;
}
