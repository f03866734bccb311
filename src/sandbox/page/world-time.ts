import type { ClockView } from "../people/protocol.ts";

/** The world's clock as this page knows it: the machine's own, turned and driven as the sandbox says. */
let clock = { offsetMs: 0, rate: 1, heardAt: Date.now() };
const listeners = new Set<() => void>();

export const worldNow = (): number =>
  clock.heardAt + clock.offsetMs + (Date.now() - clock.heardAt) * clock.rate;

export const worldOffsetMs = (): number => worldNow() - Date.now();

export const worldRate = (): number => clock.rate;

export function setWorldClock({ offsetMs, rate }: ClockView): void {
  clock = { offsetMs, rate, heardAt: Date.now() };
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
