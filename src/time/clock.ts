/**
 * Domain time: what is due, what is shown, what counts as this week. Protocol timers, leases and deadlines are not
 * its business; they stay on the machine's clock.
 */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

/** A clock that may be turned, and tells. */
export interface TurnedClock extends Clock {
  /** Calls the listener after every turn; the answer stops that. */
  onTurn(listener: () => void): () => void;
}

export const systemClock: TurnedClock = { now: () => Date.now(), onTurn: () => () => undefined };
