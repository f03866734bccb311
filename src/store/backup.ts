import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { copyDatabase } from "./sqlite-copy.ts";
import { originOf } from "./sqlite-file.ts";
import { StoreError } from "./store-error.ts";
import { type Place, storePlace } from "./store-url.ts";

export interface BackupMade {
  readonly dataFile: string;
  readonly backup: string;
  readonly bytes: number;
}

/** Copies the data into a new file, also while Away Team runs. Throws a `StoreError` for the operator. */
export function backUp(place: Place, backup: string): BackupMade {
  const dataFile = dataFileOf(place);
  const target = resolve(backup);
  if (!existsSync(dataFile))
    throw new StoreError({
      reason: "missing",
      origin: originOf(dataFile),
      problem: "does not exist, so there is nothing to back up.",
      remedy: "Look at STORE_URL and DATA_DIR; they have to be those that Away Team runs with.",
    });
  if (existsSync(target))
    throw refusal(target, "exists already.", "Name a new file; no backup is overwritten.");
  if (!existsSync(dirname(target)))
    throw refusal(target, "cannot be made: its folder does not exist.", `Make ${dirname(target)} first.`);

  copyDatabase(dataFile, target, originOf(dataFile));
  return { dataFile, backup: target, bytes: statSync(target).size };
}

/** PostgreSQL brings better tools of its own. */
export function dataFileOf({ storeUrl, dataDir }: Place): string {
  const place = storePlace({ storeUrl, dataDir });
  if (place.database === "sqlite") return place.file;
  throw new StoreError({
    reason: "misconfigured",
    origin: "STORE_URL",
    problem: "names a PostgreSQL database.",
    remedy: "Use pg_dump and pg_restore for that; the table is public.keyv.",
  });
}

function refusal(target: string, problem: string, remedy: string): StoreError {
  return new StoreError({ reason: "misconfigured", origin: `The backup ${target}`, problem, remedy });
}
