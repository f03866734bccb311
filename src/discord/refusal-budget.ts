/** Discord bans an address for a while after 10,000 requests in ten minutes that it answered with 401, 403 or 429. */
const WINDOW_MS = 10 * 60_000;
const FREE = 45;
const THEN_EVERY_MS = 12_000;
/** How soon to ask again while another request is on its way. */
const LOOK_AGAIN_MS = 250;

/**
 * Keeps requests that are refused below a hundred in ten minutes: the more there were, the slower it goes on. What is
 * on its way counts as refused until its answer is here, or many at once would all be let go by one success.
 */
export interface RefusalBudget {
  /** How long the next request has to wait. */
  waitMs(): number;
  began(): void;
  ended(): void;
  refused(): void;
}

export function refusalBudget(now: () => number): RefusalBudget {
  let refusedAt: readonly number[] = [];
  let underWay = 0;
  return {
    waitMs: () => {
      refusedAt = refusedAt.filter((at) => at > now() - WINDOW_MS);
      if (refusedAt.length + underWay < FREE) return 0;
      if (underWay > 0) return LOOK_AGAIN_MS;
      return Math.max(0, (refusedAt.at(-1) ?? 0) + THEN_EVERY_MS - now());
    },
    began: () => {
      underWay += 1;
    },
    ended: () => {
      underWay -= 1;
    },
    refused: () => {
      refusedAt = [...refusedAt, now()];
    },
  };
}
