import { openErasures, type User, users } from "../captains/store.ts";
import { erasedInWords } from "../captains/text/me.ts";
import type { Trace } from "../captains/traces.ts";
import { botKey, userKey } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import { StoreError } from "../store/store-error.ts";
import type { Clock } from "../time/clock.ts";
import type { Timers } from "../time/timers.ts";

/** What came of the wish to be forgotten. An unfinished one goes on by itself. */
export interface Forgotten {
  readonly isFinished: boolean;
  /** What was erased, in words. */
  readonly what: readonly string[];
}

export interface Eraser {
  /** Rejects only when the wish itself could not be written down; then nothing was erased. */
  forget(userId: string): Promise<Forgotten>;
  /** Finishes what a crash or a failing store left half done. */
  resume(): Promise<void>;
}

interface Needs {
  readonly store: Store;
  readonly traces: readonly Trace[];
  readonly clock: Clock;
  readonly timers: Timers;
  report(error: unknown): void;
}

/** A member waits this long at most; whatever is left then is done behind their back. */
const ANSWER_WITHIN_MS = 2_000;

const OPEN = botKey("erasures");
const UNFINISHED: Forgotten = { isFinished: false, what: [] };

/**
 * The wish is written down first, and every step after it can be done again: a crash in between leaves nothing that is
 * not finished later.
 */
export function eraser({ store, traces, clock, timers, report }: Needs): Eraser {
  async function forget(userId: string): Promise<Forgotten> {
    const user = await readable(userId);
    if (user === users.absent) return { isFinished: true, what: [] };
    await store.update(OPEN, openErasures, (open) =>
      open.userIds.includes(userId) ? open : { ...open, userIds: [...open.userIds, userId] },
    );
    return await inTime(carryOut(userId, user ?? users.absent));
  }

  async function carryOut(userId: string, user: User): Promise<Forgotten> {
    try {
      const counts = await erase(userId);
      await cross(userId);
      return { isFinished: true, what: [...erasedInWords(user), ...inWords(counts)] };
    } catch (error) {
      report(error);
      return UNFINISHED;
    }
  }

  function inTime(work: Promise<Forgotten>): Promise<Forgotten> {
    return new Promise((resolve) => {
      const cancel = timers.after(ANSWER_WITHIN_MS, () => resolve(UNFINISHED));
      void work.then(resolve).finally(cancel);
    });
  }

  /** `undefined` for a document that nobody understands: it goes as a whole. */
  async function readable(userId: string): Promise<User | undefined> {
    try {
      return await store.read(userKey(userId), users);
    } catch (error) {
      if (error instanceof StoreError && LASTING.has(error.reason)) return undefined;
      throw error;
    }
  }

  /** The member's own document goes last: it knows where else they stand. */
  async function erase(userId: string): Promise<ReadonlyMap<Trace, number>> {
    const counts = new Map<Trace, number>();
    const key = userKey(userId);
    for (;;) {
      const user = await readable(userId);
      if (user === undefined) await store.remove(key);
      if (user === undefined || user === users.absent) return counts;
      for (const guildId of user.guildIds) {
        for (const trace of traces) {
          const erased = await trace.erase(store, guildId, userId, clock.now());
          counts.set(trace, (counts.get(trace) ?? 0) + erased);
        }
      }
      await store.decide(key, users, (now) => ({
        document: now.guildIds.length === user.guildIds.length ? undefined : now,
        outcome: undefined,
      }));
    }
  }

  async function cross(userId: string): Promise<void> {
    await store.update(OPEN, openErasures, (open) => ({
      userIds: open.userIds.filter((one) => one !== userId),
      isToCompact: true,
    }));
    await compact().catch(report);
  }

  async function compact(): Promise<void> {
    await store.compact();
    await store.update(OPEN, openErasures, (open) => ({ ...open, isToCompact: false }));
  }

  return {
    forget,
    resume: async () => {
      const { userIds, isToCompact } = await store.read(OPEN, openErasures);
      for (const userId of userIds) {
        await erase(userId);
        await cross(userId);
      }
      if (isToCompact) await compact();
    },
  };
}

const LASTING: ReadonlySet<string> = new Set(["unreadable", "newer"]);

function inWords(counts: ReadonlyMap<Trace, number>): readonly string[] {
  return [...counts].flatMap(([trace, count]) => (count === 0 ? [] : [trace.what]));
}
