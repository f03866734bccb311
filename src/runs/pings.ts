import { z } from "zod";
import { guildKey } from "../store/document-key.ts";
import { documentKind } from "../store/document-kind.ts";
import type { Store } from "../store/store.ts";

const lastPing = z.object({ lastAt: z.number().int().optional() }).readonly();
type LastPing = z.infer<typeof lastPing>;

export const pings = documentKind({ name: "pings", version: 1, schema: lastPing, initial: {} as LastPing });

/** So long a fleet's ping role is left in peace after a run has called for it. */
const APART_MS = 30 * 60_000;

export type Ping = { readonly outcome: "free" } | { readonly outcome: "lately"; readonly until: number };

/** Takes the fleet's next ping, if it is there to be taken. A clock that was turned back holds nobody off for long. */
export function takePing(store: Store, guildId: string, now: number): Promise<Ping> {
  return store.decide<LastPing, LastPing, Ping>(guildKey(guildId, "pings"), pings, (before) => {
    const until = (before.lastAt ?? 0) + APART_MS;
    const isLately = until > now && until <= now + APART_MS;
    return isLately
      ? { document: before, outcome: { outcome: "lately", until } }
      : { document: { lastAt: now }, outcome: { outcome: "free" } };
  });
}
