import { z } from "zod";
import { type DocumentKey, guildKey } from "../store/document-key.ts";
import { documentKind } from "../store/document-kind.ts";

/** How long a guild's documents outlive the bot's departure. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

const departure = z.object({ leftAt: z.number().int() }).readonly();

/** Stands among a guild's documents from the day on which the bot was seen to be gone, until it comes back. */
export const departures = documentKind({ name: "departure", version: 1, schema: departure });

export type Departure = z.infer<typeof departure>;

export function departureKey(guildId: string): DocumentKey {
  return guildKey(guildId, "departure");
}

export function isToBePurged({ leftAt }: Departure, now: number): boolean {
  return now - leftAt >= KEPT_MS;
}
