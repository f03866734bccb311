/** The world's clock as this page knows it: the machine's own, turned by as much as the sandbox says. */
let offsetMs = 0;
const listeners = new Set<() => void>();

export const worldNow = (): number => Date.now() + offsetMs;

export const worldOffsetMs = (): number => offsetMs;

export function setWorldOffset(toMs: number): void {
  offsetMs = toMs;
  tick();
}

/** Calls the listener every second and whenever the clock is turned; the answer stops that. */
export function onWorldTick(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tick(): void {
  for (const listener of listeners) listener();
}

setInterval(tick, 1_000);
