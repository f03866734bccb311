import { z } from "zod";
import { botKey } from "../store/document-key.ts";
import { documentKind } from "../store/document-kind.ts";
import type { Store } from "../store/store.ts";

const openings = z
  .object({
    openedAt: z.array(z.number()).readonly(),
    /** Discord asked to open none before this time. */
    heldUntil: z.number().optional(),
  })
  .readonly();

export const directOpenings = documentKind({
  name: "direct-openings",
  version: 1,
  schema: openings,
  initial: { openedAt: [] } as z.infer<typeof openings>,
});

/** Discord takes a bot that opens many direct messages for a spammer, some at thirty or forty within minutes. */
const WINDOW_MS = 2 * 60 * 60_000;
const OPENED_WITHIN = 60;
/** Discord asks for no longer; a time beyond it was written by a clock that was wrong. */
const LONGEST_HOLD_MS = 24 * 60 * 60_000;

/** How often direct messages may be opened. Outlives a restart. */
export interface DirectBudget {
  /** How long until one more may be opened; a time of 0 is spent by asking. */
  mayOpenDirect(): Promise<number>;
  /** Discord asked to open none for this long. */
  holdDirects(forMs: number): Promise<void>;
}

export function directBudget(store: Store, machineNow: () => number): DirectBudget {
  return {
    mayOpenDirect: () =>
      store.decide(botKey("direct-openings"), directOpenings, (before) => {
        const now = machineNow();
        const heldMs = (before.heldUntil ?? 0) - now;
        if (heldMs > 0 && heldMs <= LONGEST_HOLD_MS) return { document: before, outcome: heldMs };
        const recent = before.openedAt.filter((at) => at > now - WINDOW_MS && at <= now);
        const [oldest] = recent;
        return recent.length >= OPENED_WITHIN && oldest !== undefined
          ? { document: before, outcome: oldest + WINDOW_MS - now }
          : { document: { openedAt: [...recent, now] }, outcome: 0 };
      }),
    holdDirects: async (forMs) => {
      const heldUntil = machineNow() + Math.min(forMs, LONGEST_HOLD_MS);
      await store.update(botKey("direct-openings"), directOpenings, (before) => ({ ...before, heldUntil }));
    },
  };
}
