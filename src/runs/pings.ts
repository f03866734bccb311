import { z } from "zod";
import { guildKey } from "../store/document-key.ts";
import { documentKind } from "../store/document-kind.ts";
import type { Store } from "../store/store.ts";

const lastPing = z.object({ lastAt: z.number().int().optional() }).readonly();
type LastPing = z.infer<typeof lastPing>;

export const pings = documentKind({ name: "pings", version: 1, schema: lastPing, initial: {} as LastPing });

export type Ping = { readonly outcome: "free" } | { readonly outcome: "lately"; readonly until: number };

/**
 * Takes the fleet's next ping, if its role has been left in peace for long enough. A clock that was turned back holds
 * nobody off for long.
 */
export function takePing(store: Store, guildId: string, pauseMs: number, now: number): Promise<Ping> {
  return store.decide<LastPing, LastPing, Ping>(guildKey(guildId, "pings"), pings, (before) => {
    const until = (before.lastAt ?? 0) + pauseMs;
    const isLately = until > now && until <= now + pauseMs;
    return isLately
      ? { document: before, outcome: { outcome: "lately", until } }
      : { document: { lastAt: now }, outcome: { outcome: "free" } };
  });
}
