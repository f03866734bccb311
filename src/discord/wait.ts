import { setTimeout as pause } from "node:timers/promises";

/** Lets time pass; rejects as soon as the signal aborts. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** The machine rings at once for a delay of more than 24 days, so a long one is made of shorter ones. */
const LONGEST_MS = 60 * 60_000;

export const realWait: Wait = async (ms, signal) => {
  for (let leftMs = ms; leftMs > 0 || leftMs === ms; leftMs -= LONGEST_MS)
    await pause(Math.min(leftMs, LONGEST_MS), undefined, { signal });
};

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
