import type { Log } from "../ops/log.ts";
import { agenda } from "../reminders/agenda.ts";
import { fewAtOnce } from "../reminders/few-at-once.ts";
import type { Mail } from "../reminders/mail.ts";
import { jitterMs } from "../reminders/mark.ts";
import type { DebtKind } from "../runs/debts.ts";
import { onCall, withoutDeparted } from "../runs/departed.ts";
import { isOver, type Run } from "../runs/run.ts";
import { runKey, runs } from "../runs/store.ts";
import { type DocumentKey, guildIdIn } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import type { TurnedClock } from "../time/clock.ts";
import type { Timers } from "../time/timers.ts";

interface Needs {
  readonly store: Store;
  readonly mail: Pick<Mail, "membership">;
  readonly clock: TurnedClock;
  readonly timers: Timers;
  readonly log: Log;
}

/**
 * Frees the seats of those who left the server. Discord tells a bot of nobody's leaving without a privileged intent, so
 * the crew is looked up one by one, shortly before each reminder and when the leader looks at the run.
 */
export interface RollCall {
  noticed(key: DocumentKey, run: Run): void;
  /** Soon, and not again for a while. */
  call(guildId: string, runId: string): void;
  stop(): Promise<void>;
}

/** So long before a reminder, so that who moves up is reminded with the others. */
const EARLY_MS = 10 * 60_000;
const SPREAD_MS = 5 * 60_000;
/** More than the seats of the largest run, because who moves up may have left too. */
const MOST_REQUESTS = 80;
/** Between two tries to go on where Discord asked to wait, at the least. */
const GO_ON_AFTER_MS = 1_000;
/** A run is not looked through again within this time because its leader looks at it. */
const APART_MS = 10 * 60_000;
const RUNS_KNOWN = 20_000;

export function rollCall({ store, mail, clock, timers, log }: Needs): RollCall {
  const calling = fewAtOnce((key) => call(key as DocumentKey));
  const dues = agenda({ now: clock.now, after: timers.after, ring: calling.add });
  const retries = agenda({ now: timers.now, after: timers.after, ring: calling.add });
  const stopListening = clock.onTurn(dues.wake);
  /** For which reminder of a run its crew was called last; and when, because its leader looked. */
  const calledFor = new Map<string, number>();
  const lookedAt = new Map<string, number>();
  /** Who was asked for in a look that Discord has interrupted. */
  const askedBefore = new Map<DocumentKey, Set<string>>();
  let isStopped = false;

  async function call(key: DocumentKey): Promise<void> {
    try {
      const afterMs = await look(key);
      if (afterMs === undefined) retries.delete(key);
      else retries.set(key, timers.now() + Math.max(afterMs, GO_ON_AFTER_MS));
    } catch (error) {
      log.warn({ error, key }, "the crew of a run could not be looked up");
    }
  }

  /**
   * Asks for one after the other, those who move up meanwhile too. Whoever cannot be asked for now stays. How long
   * Discord wants to be waited for, when it goes on after that.
   */
  async function look(key: DocumentKey): Promise<number | undefined> {
    const asked = askedBefore.get(key) ?? new Set<string>();
    askedBefore.delete(key);
    const guildId = guildIdIn(key) ?? "";
    while (asked.size < MOST_REQUESTS && !isStopped) {
      const run = await store.read(key, runs);
      const userId = run && onCall(run).find((one) => !asked.has(one));
      if (userId === undefined) return undefined;
      asked.add(userId);
      const found = await mail.membership(guildId, userId);
      if (found.outcome === "later") {
        asked.delete(userId);
        askedBefore.set(key, asked);
        return found.afterMs;
      }
      if (found.outcome === "departed")
        await store.update(key, runs, (now) => now && withoutDeparted(now, userId, clock.now()));
    }
    return undefined;
  }

  return {
    noticed: (key, run) => {
      const reminderAt = isOver(run) ? undefined : nextReminderAt(run);
      if (reminderAt === undefined) {
        dues.delete(key);
        calledFor.delete(key);
        return;
      }
      if (calledFor.get(key) === reminderAt) return;
      if (calledFor.size > RUNS_KNOWN) calledFor.clear();
      calledFor.set(key, reminderAt);
      dues.set(key, reminderAt - EARLY_MS - jitterMs(guildIdIn(key) ?? "", SPREAD_MS));
    },
    call: (guildId, runId) => {
      const key = runKey(guildId, runId);
      const last = lookedAt.get(key);
      if (last !== undefined && timers.now() - last < APART_MS) return;
      if (lookedAt.size > RUNS_KNOWN) lookedAt.clear();
      lookedAt.set(key, timers.now());
      calling.add(key);
    },
    stop: async () => {
      isStopped = true;
      stopListening();
      dues.close();
      retries.close();
      await calling.stop();
    },
  };
}

function nextReminderAt({ deliveries }: Run): number | undefined {
  const planned = deliveries.all.filter(
    ({ kind, state }) => kind === ("before-start" satisfies DebtKind) && state === "planned",
  );
  return planned.length === 0 ? undefined : Math.min(...planned.map(({ at }) => at));
}
