/** Discord bans an address for a while after 10,000 requests in ten minutes that it answered with 401, 403 or 429. */
const WINDOW_MS = 10 * 60_000;
const FREE = 50;
const THEN_EVERY_MS = 12_000;

/** Keeps requests that are refused far below what Discord bans for: the more there were, the slower it goes on. */
export interface RefusalBudget {
  refused(): void;
  /** How long the next request has to wait. */
  waitMs(): number;
}

export function refusalBudget(now: () => number): RefusalBudget {
  let refusedAt: readonly number[] = [];
  return {
    refused: () => {
      refusedAt = [...refusedAt, now()];
    },
    waitMs: () => {
      refusedAt = refusedAt.filter((at) => at > now() - WINDOW_MS);
      if (refusedAt.length < FREE) return 0;
      return Math.max(0, (refusedAt.at(-1) ?? 0) + THEN_EVERY_MS - now());
    },
  };
}
