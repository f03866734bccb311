import { createHash } from "node:crypto";
import type { DocumentKey } from "../store/document-key.ts";

/**
 * What a delivery is known by to Discord: the nonce of its message, and part of a custom id in it, so that the
 * message can be found again. The same for every attempt, in every process. Discord takes 25 characters.
 */
export function markOf(key: DocumentKey, id: string): string {
  return createHash("sha256").update(`${key} ${id}`).digest("base64url").slice(0, 22);
}

/** A delay of its own for each guild, so that what is due for all of them does not come at once. */
export function jitterMs(guildId: string, spreadMs: number): number {
  return spreadMs === 0 ? 0 : createHash("sha256").update(guildId).digest().readUInt32BE() % spreadMs;
}
