import { afterQuietHours, directAt } from "../captains/direct-time.ts";
import { type User, users } from "../captains/store.ts";
import { guildSettings, settingsKey } from "../guilds/settings.ts";
import type { Log } from "../ops/log.ts";
import { agenda } from "../reminders/agenda.ts";
import { type Occurrence, plan } from "../reminders/delivery.ts";
import { fewAtOnce } from "../reminders/few-at-once.ts";
import { nextBoundary, phaseAt, type Span, spansOf } from "../rewards/periods.ts";
import { tracks } from "../rewards/store.ts";
import type { Track } from "../rewards/track.ts";
import { type DocumentKey, guildIdIn, userKey } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import type { TurnedClock } from "../time/clock.ts";
import type { Timers } from "../time/timers.ts";

/** A direct message about a period: `1796065200000.last.<member>`. */
export const DIRECT = "direct";

export interface RewardDirects {
  noticed(key: DocumentKey, track: Track): void;
  stop(): Promise<void>;
}

interface Needs {
  readonly store: Store;
  readonly clock: TurnedClock;
  readonly timers: Timers;
  readonly log: Log;
}

/** Many members in a row are looked at once. */
const SOON_MS = 1_000;
const AGAIN_MS = 60_000;
const MINUTE_MS = 60_000;

/**
 * Plans direct messages for those who asked for them, each by their own lead and quiet hours, for the period that is
 * running and the one after it. Looks again at every boundary.
 */
export function rewardDirects({ store, clock, timers, log }: Needs): RewardDirects {
  const looking = fewAtOnce((key) => look(key as DocumentKey));
  const looks = agenda({ now: timers.now, after: timers.after, ring: looking.add });
  const boundaries = agenda({ now: clock.now, after: timers.after, ring: looking.add });
  const stopListening = clock.onTurn(boundaries.wake);

  async function look(key: DocumentKey): Promise<void> {
    try {
      const track = await store.read(key, tracks);
      if (track === undefined) return;
      const boundary = nextBoundary(track, clock.now());
      if (boundary !== undefined) boundaries.set(key, boundary);
      const wanted = await wantedFor(track, guildIdIn(key) ?? "");
      await store.update(key, tracks, (now) => now && withDirects(now, wanted, clock.now()));
    } catch (error) {
      log.warn({ error, key }, "direct messages could not be planned; trying again");
      looks.set(key, timers.now() + AGAIN_MS);
    }
  }

  async function wantedFor(track: Track, guildId: string): Promise<Wanted> {
    const phase = phaseAt(track, clock.now());
    if (phase.is === "over") return [];
    const { timeZone: fleets = "UTC" } = await store.read(settingsKey(guildId), guildSettings);
    const first = phase.is === "running" ? phase.span.number : 1;
    const spans = spansOf(track).slice(first - 1, first + 1);
    const wanted = [];
    for (const userId of track.watchers) {
      const user = await store.read(userKey(userId), users);
      if (user.reminders.by === "dm")
        wanted.push(...spans.flatMap((span) => forMember(track, span, userId, user, fleets)));
    }
    return wanted;
  }

  return {
    noticed: (key, track) => {
      if (phaseAt(track, clock.now()).is !== "over") looks.set(key, timers.now() + SOON_MS);
    },
    stop: async () => {
      stopListening();
      looks.close();
      boundaries.close();
      await looking.stop();
    },
  };
}

type Wanted = readonly Omit<Occurrence, "kind">[];

function forMember(
  { leadMinutes }: Track,
  { plannedAt, closesAt }: Span,
  userId: string,
  { reminders: { leadMinutes: own, quiet }, timeZone }: User,
  fleetsZone: string,
): Wanted {
  const zone = timeZone ?? fleetsZone;
  const quarter = Math.floor((closesAt - plannedAt) / 4 / MINUTE_MS);
  const opened = afterQuietHours(plannedAt, quiet, zone);
  const last = Math.max(plannedAt, directAt(closesAt, Math.min(own ?? leadMinutes, quarter), quiet, zone));
  return [
    ...(opened < last ? [{ about: `${plannedAt}.opened.${userId}`, at: opened, until: last }] : []),
    { about: `${plannedAt}.last.${userId}`, at: last, until: closesAt },
  ];
}

function withDirects(track: Track, wanted: Wanted, now: number): Track {
  const deliveries = plan(track.deliveries, DIRECT, wanted, now);
  return deliveries === track.deliveries ? track : { ...track, deliveries };
}
