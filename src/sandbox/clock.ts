/** The world's calendar: what messages are dated with and what the bot calls now. It can be turned both ways. */
export interface WorldClock {
  now(): number;
  readonly offsetMs: number;
  turnTo(at: number): void;
  turnBy(byMs: number): void;
  setOffset(offsetMs: number): void;
  /** Tells the listener about every turn; the answer stops that. */
  onTurn(listener: (offsetMs: number) => void): () => void;
}

export function worldClock(protocolNow: () => number): WorldClock {
  const listeners = new Set<(offsetMs: number) => void>();
  let offsetMs = 0;

  function turn(toOffsetMs: number): void {
    offsetMs = toOffsetMs;
    for (const listener of listeners) listener(offsetMs);
  }

  return {
    now: () => protocolNow() + offsetMs,
    get offsetMs() {
      return offsetMs;
    },
    turnTo: (at) => turn(at - protocolNow()),
    setOffset: turn,
    turnBy: (byMs) => turn(offsetMs + byMs),
    onTurn(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
