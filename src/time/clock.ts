/**
 * Domain time: what is due, what is shown, what counts as this week. Protocol timers, leases and deadlines are not
 * its business; they stay on the machine's clock.
 */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
