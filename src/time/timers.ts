/** Protocol time: deadlines, pauses and rate limits go by it, whatever the calendar says. */
export interface Timers {
  /** Milliseconds of a clock that never jumps. */
  now(): number;
  /** Runs the task once after the delay; the answer cancels it. */
  after(delayMs: number, task: () => void): () => void;
}

/** The machine rings at once for a delay of more than 24 days, so a long one is made of shorter ones. */
const LONGEST_MS = 60 * 60_000;

export const systemTimers: Timers = {
  now: () => performance.now(),
  after(delayMs, task) {
    const ringsAt = performance.now() + delayMs;
    let timer: NodeJS.Timeout;
    const wait = (leftMs: number) => {
      timer = setTimeout(
        () => (leftMs > LONGEST_MS ? wait(ringsAt - performance.now()) : task()),
        Math.min(leftMs, LONGEST_MS),
      );
      timer.unref();
    };
    wait(delayMs);
    return () => clearTimeout(timer);
  },
};
