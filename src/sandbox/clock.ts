import type { ProtocolTime } from "./protocol-time.ts";

/** The world's calendar: what messages are dated with and what the bot calls now. It can be turned both ways. */
export interface WorldClock {
  now(): number;
  readonly offsetMs: number;
  /** How fast the world's time goes: 1 as everywhere, 0 not at all, 60 a minute every second. */
  readonly rate: number;
  turnTo(at: number): void;
  turnBy(byMs: number): void;
  setOffset(offsetMs: number): void;
  goAt(rate: number): void;
  /** Tells the listener about every turn, and steadily while the rate is not 1; the answer stops that. */
  onTurn(listener: (offsetMs: number) => void): () => void;
}

/** Whoever follows only knows an offset, so a clock that does not go at 1 says anew this often where it stands. */
const TOLD_EVERY_MS = 250;

export function worldClock(time: ProtocolTime): WorldClock {
  const listeners = new Set<(offsetMs: number) => void>();
  let rate = 1;
  let anchor = { world: time.now(), protocol: time.now() };
  let stopTelling = () => {};

  const worldAt = (protocolNow: number) => anchor.world + (protocolNow - anchor.protocol) * rate;
  const now = () => worldAt(time.now());
  const offset = () => {
    const protocolNow = time.now();
    return worldAt(protocolNow) - protocolNow;
  };
  const tell = () => {
    for (const listener of listeners) listener(offset());
  };

  function tellOn(): void {
    stopTelling();
    if (rate === 1) return;
    stopTelling = time.after(TOLD_EVERY_MS, () => {
      tell();
      tellOn();
    });
  }

  function turn(toWorld: number, toRate = rate): void {
    anchor = { world: toWorld, protocol: time.now() };
    rate = toRate;
    tellOn();
    tell();
  }

  return {
    now,
    get offsetMs() {
      return offset();
    },
    get rate() {
      return rate;
    },
    turnTo: turn,
    turnBy: (byMs) => turn(now() + byMs),
    setOffset: (offsetMs) => turn(time.now() + offsetMs),
    goAt: (toRate) => turn(now(), toRate),
    onTurn(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
