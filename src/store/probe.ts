import type Keyv from "keyv";
import { StoreError } from "./store-error.ts";

const KEY = "bot:probe";

/**
 * A database may open and still take nothing. keyv may answer "false" instead of failing, so only `true` counts, and
 * only what is read back.
 */
export async function probe(keyv: Keyv, origin: string): Promise<void> {
  const isWritten = await keyv.set(KEY, "written at the start");
  const isRead = (await keyv.get(KEY)) === "written at the start";
  const isRemoved = await keyv.delete(KEY);
  if (isWritten === true && isRead && isRemoved === true) return;
  throw new StoreError({
    reason: "unreachable",
    origin,
    problem: `did not keep what was written to it (written ${isWritten}, read ${isRead}, removed ${isRemoved}).`,
    remedy: "Look at the rights and the space of the database.",
  });
}

/**
 * The only listener that keyv's `error` event may have. With one that returns, keyv answers "false" and "nothing"
 * where it failed.
 */
export function rethrow(error: unknown): never {
  throw error;
}
