import { existsSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { sqliteError } from "./sqlite-error.ts";
import { originOf } from "./sqlite-file.ts";
import { StoreError } from "./store-error.ts";

export interface InstanceLock {
  /** True when a data file has been kept beside this lock before. */
  readonly hasSeenData: boolean;
  /** From now on a data file that is missing is a loss, not a beginning. */
  rememberData(): void;
  release(): void;
}

/**
 * One process per data file. The lock is a transaction on a file of its own, so the kernel frees it however the process
 * ends, and the data file stays readable for a backup.
 */
export function lockInstance(dataFile: string): InstanceLock {
  const file = `${dataFile}.lock`;
  const database = openLock(file);
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    throw isBusy(error) ? inUse(dataFile) : sqliteError(`The lock ${file}`, error);
  }

  const hasSeenData = database.prepare("PRAGMA user_version").get()?.["user_version"] === 1;
  return {
    hasSeenData,
    rememberData: () => {
      if (hasSeenData) return;
      database.exec("PRAGMA user_version = 1; COMMIT; BEGIN EXCLUSIVE");
    },
    release: () => {
      if (database.isOpen) database.close();
    },
  };
}

/** Throws when data was kept here and is not here any more: then nobody begins afresh as if nothing had been lost. */
export function insistOnData(dataFile: string, lock: InstanceLock): void {
  if (!lock.hasSeenData || (existsSync(dataFile) && statSync(dataFile).size > 0)) return;
  throw new StoreError({
    reason: "missing",
    origin: originOf(dataFile),
    problem: "is gone or empty, although Away Team has kept data in it.",
    remedy: `Put it back or restore a backup. To begin afresh, delete ${dataFile}.lock.`,
  });
}

function openLock(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 0 });
  } catch (error) {
    throw sqliteError(`The lock ${file}`, error);
  }
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return (error as { readonly errcode?: unknown }).errcode === SQLITE_BUSY;
}

function inUse(dataFile: string): StoreError {
  return new StoreError({
    reason: "in-use",
    origin: originOf(dataFile),
    problem: "is in use by another Away Team that runs already.",
    remedy: "Stop that one first, or give this one a STORE_URL of its own.",
  });
}
