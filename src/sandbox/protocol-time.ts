/** Deadlines, rate limits, heartbeats and token ages run on this time, which nobody in the world can turn. */
export interface ProtocolTime {
  now(): number;
  /** Runs the task once after the delay; the answer cancels it. */
  after(delayMs: number, task: () => void): () => void;
}

export interface HandTime extends ProtocolTime {
  advance(byMs: number): void;
}

export const realTime: ProtocolTime = {
  now: () => Date.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Time that stands still until it is advanced, so that no test has to wait for a deadline. */
export function handTime(startsAt = Date.now()): HandTime {
  let now = startsAt;
  const waiting = new Set<{ readonly dueAt: number; readonly task: () => void }>();

  return {
    now: () => now,
    after(delayMs, task) {
      const entry = { dueAt: now + delayMs, task };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    advance(byMs) {
      const until = now + byMs;
      for (;;) {
        const due = [...waiting].filter((entry) => entry.dueAt <= until).sort((a, b) => a.dueAt - b.dueAt)[0];
        if (!due) break;
        waiting.delete(due);
        now = due.dueAt;
        due.task();
      }
      now = until;
    },
  };
}
