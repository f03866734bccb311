import { setTimeout as pause } from "node:timers/promises";

/** Lets time pass; rejects as soon as the signal aborts. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

export const realWait: Wait = (ms, signal) => pause(ms, undefined, { signal });

/** Gives up waiting for a promise after a time; what it stands for goes on unheard. */
export async function within(ms: number, promise: Promise<unknown>): Promise<void> {
  const enough = new AbortController();
  const settled = promise.then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([settled, realWait(ms, enough.signal).catch(() => undefined)]);
  enough.abort();
}
