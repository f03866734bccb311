import type { Log } from "../ops/log.ts";
import { owe } from "../reminders/delivery.ts";
import { phaseAt } from "../rewards/periods.ts";
import { openTracks, trackKey, tracks } from "../rewards/store.ts";
import type { Track } from "../rewards/track.ts";
import type { Run } from "../runs/run.ts";
import { type DocumentKey, guildIdIn } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import { OFFER } from "./reward-source.ts";

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

/** A run that ended longer ago than this is not offered any more. */
const OFFERED_FOR_MS = 24 * 3_600_000;

/** Offers the claim to who was there, when a run of a mission is finished whose reward is open. */
export function rewardOffers({ store, clock, log }: Needs): (key: DocumentKey, run: Run) => void {
  async function offer(guildId: string, run: Run): Promise<void> {
    const now = clock.now();
    const open = await openTracks(store, guildId, now);
    const track = open.find((one) => one.slug === run.slug && phaseAt(one, now).is === "running");
    if (track === undefined) return;
    await store.update(
      trackKey(guildId, track.trackId),
      tracks,
      (before) => before && withOffer(before, run, now),
    );
  }

  return (key, run) => {
    const guildId = guildIdIn(key);
    const isFresh = clock.now() < (run.startedAt ?? run.startsAt) + OFFERED_FOR_MS;
    if (guildId === undefined || run.ending !== "finished" || !run.present?.length || !isFresh) return;
    offer(guildId, run).catch((error: unknown) =>
      log.warn({ error, key }, "the reward of a finished run could not be offered"),
    );
  };
}

/** Once for each run, however often its attendance is told. */
function withOffer(track: Track, { runId }: Run, now: number): Track {
  if (track.deliveries.all.some((one) => one.kind === OFFER && one.about === runId)) return track;
  const offer = { kind: OFFER, about: runId, at: now, until: now + OFFERED_FOR_MS };
  return { ...track, deliveries: owe(track.deliveries, offer) };
}
