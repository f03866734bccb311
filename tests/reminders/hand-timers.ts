import { setImmediate as turn } from "node:timers/promises";
import type { Timers } from "../../src/time/timers.ts";

/** Timers that are moved by hand. Between two of them everything that can happen without time passing happens. */
export interface HandTimers extends Timers {
  pass(ms: number): Promise<void>;
}

export function handTimers(): HandTimers {
  let now = 0;
  const waiting = new Set<{ readonly at: number; readonly task: () => void }>();

  function nextWithin(until: number) {
    let next: { readonly at: number; readonly task: () => void } | undefined;
    for (const one of waiting) if (one.at <= until && (next === undefined || one.at < next.at)) next = one;
    return next;
  }

  return {
    now: () => now,
    after(delayMs, task) {
      const one = { at: now + Math.max(0, delayMs), task };
      waiting.add(one);
      return () => waiting.delete(one);
    },
    async pass(ms) {
      const until = now + ms;
      await quiet();
      for (let next = nextWithin(until); next !== undefined; next = nextWithin(until)) {
        waiting.delete(next);
        now = next.at;
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
