import { stoDay } from "../time/days.ts";

const DAY_MS = 86_400_000;

/** `2026-11-20`, `today` or `yesterday`, and nothing that lies ahead anywhere on earth; `undefined` for anything else. */
export function readPastDay(typed: string, now: number): string | undefined {
  const words = typed.trim().toLowerCase();
  if (words === "today") return stoDay(now);
  if (words === "yesterday") return stoDay(now - DAY_MS);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(words) || !isDay(words)) return undefined;
  return words <= stoDay(now + DAY_MS) ? words : undefined;
}

function isDay(written: string): boolean {
  const at = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(written);
}
