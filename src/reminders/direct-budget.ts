import { z } from "zod";
import { botKey } from "../store/document-key.ts";
import { documentKind } from "../store/document-kind.ts";
import type { Store } from "../store/store.ts";

const openings = z.object({ openedAt: z.array(z.number()).readonly() }).readonly();

export const directOpenings = documentKind({
  name: "direct-openings",
  version: 1,
  schema: openings,
  initial: { openedAt: [] } as z.infer<typeof openings>,
});

/** Discord takes a bot that opens many direct messages for a spammer, some at thirty or forty within minutes. */
const WINDOW_MS = 2 * 60 * 60_000;
const OPENED_WITHIN = 60;

/** How long until one more direct message may be opened; a time of 0 is spent by asking. Outlives a restart. */
export function directBudget(store: Store, machineNow: () => number): () => Promise<number> {
  return () =>
    store.decide(botKey("direct-openings"), directOpenings, (before) => {
      const now = machineNow();
      const recent = before.openedAt.filter((at) => at > now - WINDOW_MS && at <= now);
      const [oldest] = recent;
      return recent.length >= OPENED_WITHIN && oldest !== undefined
        ? { document: before, outcome: oldest + WINDOW_MS - now }
        : { document: { openedAt: [...recent, now] }, outcome: 0 };
    });
}
