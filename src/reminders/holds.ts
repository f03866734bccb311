/** Deliveries that are not to be tried again before a time. Forgotten when the process ends: then each is tried once. */
export interface Holds {
  /** True when anything of this document may be held. */
  has(key: string): boolean;
  /** Until when (timers' ms), and none when it may be tried. */
  until(key: string, id: string): number | undefined;
  /** Without a time of its own, the pause doubles with each hold. Answers the pause. */
  hold(key: string, id: string, forMs: number | undefined): number;
  release(key: string, id: string): void;
  forget(key: string): void;
  /** The first time at which one of this document may be tried again. */
  next(key: string): number | undefined;
}

const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

export function holds(now: () => number): Holds {
  const held = new Map<string, Map<string, { readonly until: number; readonly times: number }>>();

  return {
    has: (key) => held.has(key),
    until: (key, id) => {
      const one = held.get(key)?.get(id);
      return one !== undefined && one.until > now() ? one.until : undefined;
    },
    hold: (key, id, forMs) => {
      const ofDocument = held.get(key) ?? new Map();
      const times: number = ofDocument.get(id)?.times ?? 0;
      const pauseMs = forMs ?? Math.min(FIRST_MS * 2 ** times, LONGEST_MS);
      ofDocument.set(id, { until: now() + pauseMs, times: forMs === undefined ? times + 1 : times });
      held.set(key, ofDocument);
      return pauseMs;
    },
    release: (key, id) => {
      const ofDocument = held.get(key);
      ofDocument?.delete(id);
      if (ofDocument?.size === 0) held.delete(key);
    },
    forget: (key) => void held.delete(key),
    next: (key) => {
      const later = [...(held.get(key)?.values() ?? [])].map((one) => one.until).filter((at) => at > now());
      return later.length === 0 ? undefined : Math.min(...later);
    },
  };
}
