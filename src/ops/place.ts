import { opensSandbox, sandboxDataDir } from "../config.ts";
import { dataDirOf } from "../data-dir.ts";
import type { Place } from "../store/store-url.ts";

export interface OperatorsPlace extends Place {
  readonly isSandbox: boolean;
}

/** The data that an operator means. A database that is named is meant, also where a start would be a rehearsal. */
export function placeIn(env: Readonly<Record<string, string | undefined>>): OperatorsPlace {
  const dataDir = dataDirOf(env);
  const storeUrl = env["STORE_URL"] || undefined;
  return storeUrl === undefined && opensSandbox(env)
    ? { storeUrl, dataDir: sandboxDataDir({ dataDir }), isSandbox: true }
    : { storeUrl, dataDir, isSandbox: false };
}
