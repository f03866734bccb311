import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { dataFileOf } from "./backup.ts";
import { lockInstance } from "./instance-lock.ts";
import { copyDatabase, insistOnWhole } from "./sqlite-copy.ts";
import { sqliteError } from "./sqlite-error.ts";
import { originOf, trueName } from "./sqlite-file.ts";
import { StoreError } from "./store-error.ts";
import type { Place } from "./store-url.ts";

export interface Restored {
  readonly dataFile: string;
  /** Where the data from before is; nothing when there was none. */
  readonly keptAs: string | undefined;
}

/**
 * Puts a backup in the place of the data. Refuses while Away Team runs, and before it has looked through the backup. At
 * every moment the data file is either the old one or the new one.
 */
export function restore(place: Place, backup: string): Restored {
  const dataFile = trueName(dataFileOf(place));
  const source = resolve(backup);
  const origin = `The backup ${source}`;
  if (!existsSync(source))
    throw new StoreError({
      reason: "missing",
      origin,
      problem: "does not exist.",
      remedy: "Name another file.",
    });
  if (source === dataFile)
    throw new StoreError({
      reason: "misconfigured",
      origin,
      problem: "is the data file itself.",
      remedy: "Name a backup.",
    });

  const lock = lockInstance(dataFile);
  try {
    insistOnWhole(source, origin);
    const restored = `${dataFile}.restored`;
    copyDatabase(source, restored, origin);
    const keptAs = existsSync(dataFile) ? setAside(dataFile) : undefined;
    renameSync(restored, dataFile);
    lock.rememberData();
    return { dataFile, keptAs };
  } catch (error) {
    throw sqliteError(originOf(dataFile), error);
  } finally {
    lock.release();
  }
}

/** Gives the old data a second name. What its write-ahead log holds is brought into it, or kept beside it. */
function setAside(dataFile: string): string {
  const keptAs = freeName(`${dataFile}.before-restore`);
  bringTogether(dataFile);
  for (const tail of ["-wal", "-shm"])
    if (existsSync(dataFile + tail)) renameSync(dataFile + tail, keptAs + tail);
  secondName(dataFile, keptAs);
  return keptAs;
}

/** Not every file system knows second names; there it is a copy. */
function secondName(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch {
    copyFileSync(file, name);
  }
}

function bringTogether(dataFile: string): void {
  try {
    const database = new DatabaseSync(dataFile);
    try {
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      database.close();
    }
  } catch {
    return;
  }
  rmSync(`${dataFile}-shm`, { force: true });
}

function freeName(wanted: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!existsSync(name)) return name;
  }
}
