import { directAt } from "../captains/direct-time.ts";
import { users } from "../captains/store.ts";
import { guildSettings, settingsKey } from "../guilds/settings.ts";
import type { Log } from "../ops/log.ts";
import { agenda } from "../reminders/agenda.ts";
import { plan } from "../reminders/delivery.ts";
import { fewAtOnce } from "../reminders/few-at-once.ts";
import { type Run, seated } from "../runs/run.ts";
import { runs } from "../runs/store.ts";
import { type DocumentKey, guildIdIn, userKey } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import type { Timers } from "../time/timers.ts";
import type { OwnKind } from "./run-source.ts";

export interface DirectReminders {
  noticed(key: DocumentKey, run: Run): void;
  stop(): Promise<void>;
}

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

/** Many sign-ups in a row are looked at once. */
const SOON_MS = 1_000;
const AGAIN_MS = 60_000;
/** For a fleet that reminds nobody by itself. */
const USUAL_LEAD_MINUTES = 15;

/**
 * Plans direct messages for those of a crew who asked for them, each by their own lead and quiet hours. Where one
 * could not be planned in time, the member is named in the channel's reminder with the others.
 */
export function directReminders({ store, clock, timers, log }: Needs): DirectReminders {
  const looking = fewAtOnce((key) => look(key as DocumentKey));
  const looks = agenda({ now: timers.now, after: timers.after, ring: looking.add });

  async function look(key: DocumentKey): Promise<void> {
    try {
      const run = await store.read(key, runs);
      if (run === undefined) return;
      const wanted = await wantedFor(run, guildIdIn(key) ?? "");
      await store.update(key, runs, (now) => now && withDirects(now, wanted, clock.now()));
    } catch (error) {
      log.warn({ error, key }, "direct messages could not be planned; trying again");
      looks.set(key, timers.now() + AGAIN_MS);
    }
  }

  async function wantedFor(run: Run, guildId: string): Promise<Wanted> {
    if (!isToCome(run)) return [];
    const settings = await store.read(settingsKey(guildId), guildSettings);
    const fleetsLead = run.leadMinutes.length === 0 ? USUAL_LEAD_MINUTES : Math.min(...run.leadMinutes);
    const crew = await Promise.all(
      seated(run).map(async ({ userId }) => ({ userId, user: await store.read(userKey(userId), users) })),
    );
    return crew
      .filter(({ user }) => user.reminders.by === "dm")
      .map(({ userId, user: { reminders, timeZone } }) => {
        const zone = timeZone ?? settings.timeZone ?? "UTC";
        const at = directAt(run.startsAt, reminders.leadMinutes ?? fleetsLead, reminders.quiet, zone);
        return { about: userId, at, until: run.startsAt };
      });
  }

  return {
    noticed: (key, run) => {
      if (isToCome(run)) looks.set(key, timers.now() + SOON_MS);
    },
    stop: async () => {
      looks.close();
      await looking.stop();
    },
  };
}

/** Whoever has planned a direct message for another run finds that out when it is due. */
function isToCome({ isInstant, state }: Run): boolean {
  return !isInstant && (state === "open" || state === "locked");
}

type Wanted = readonly { readonly about: string; readonly at: number; readonly until: number }[];

function withDirects(run: Run, wanted: Wanted, now: number): Run {
  const deliveries = plan(run.deliveries, "direct" satisfies OwnKind, wanted, now);
  return deliveries === run.deliveries ? run : { ...run, deliveries };
}
