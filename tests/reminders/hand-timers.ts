import { setImmediate as turn } from "node:timers/promises";
import type { Timers } from "../../src/time/timers.ts";

/** Timers that are moved by hand. Between two of them everything that can happen without time passing happens. */
export interface HandTimers extends Timers {
  pass(ms: number): Promise<void>;
  /** Time goes on, and nothing happens in it: as for a process that is stopped, or a machine that sleeps. */
  freeze(ms: number): void;
  /** Resolves when so much time has passed. */
  pause(ms: number): Promise<void>;
}

export function handTimers(): HandTimers {
  let now = 0;
  const waiting = new Set<{ readonly at: number; readonly task: () => void }>();

  function nextWithin(until: number) {
    let next: { readonly at: number; readonly task: () => void } | undefined;
    for (const one of waiting) if (one.at <= until && (next === undefined || one.at < next.at)) next = one;
    return next;
  }

  function after(delayMs: number, task: () => void) {
    const one = { at: now + Math.max(0, delayMs), task };
    waiting.add(one);
    return () => waiting.delete(one);
  }

  return {
    now: () => now,
    after,
    pause: (ms) => new Promise((resolve) => after(ms, resolve)),
    freeze: (ms) => {
      now += ms;
    },
    async pass(ms) {
      const until = now + ms;
      await quiet();
      for (let next = nextWithin(until); next !== undefined; next = nextWithin(until)) {
        waiting.delete(next);
        now = Math.max(now, next.at);
        next.task();
        await quiet();
      }
      now = until;
    },
  };
}

async function quiet(): Promise<void> {
  for (let round = 0; round < 6; round++) await turn();
}
