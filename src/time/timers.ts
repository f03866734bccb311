/** Protocol time: deadlines, pauses and rate limits go by it, whatever the calendar says. */
export interface Timers {
  /** Milliseconds of a clock that never jumps. */
  now(): number;
  /** Runs the task once after the delay; the answer cancels it. */
  after(delayMs: number, task: () => void): () => void;
}

export const systemTimers: Timers = {
  now: () => performance.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
