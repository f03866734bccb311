import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sqliteError } from "./sqlite-error.ts";
import { StoreError } from "./store-error.ts";

/** A reader waits this long for a writer. It may wait longer than the bot, because nobody waits for it. */
const WAIT_MS = 5_000;

/** Opens a database for reading alone, for as long as `work` lasts. */
export function reading<T>(file: string, origin: string, work: (database: DatabaseSync) => T): T {
  try {
    const database = new DatabaseSync(file, { readOnly: true, timeout: WAIT_MS });
    try {
      return work(database);
    } finally {
      database.close();
    }
  } catch (error) {
    throw sqliteError(origin, error);
  }
}

/**
 * Copies a database as it is at one moment, also while somebody writes to it. `to` appears when the copy is whole,
 * checked and on the disk, and not before. What was removed is not in the copy.
 */
export function copyDatabase(from: string, to: string, origin: string): void {
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    reading(from, origin, (database) => database.prepare("VACUUM INTO ?").run(unfinished));
    insistOnWhole(unfinished, `The copy of ${from}`);
    chmodSync(unfinished, 0o600);
    flush(unfinished, "r+");
    renameSync(unfinished, to);
    if (process.platform !== "win32") flush(dirname(to), "r");
  } catch (error) {
    throw sqliteError(`The copy ${to}`, error);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Throws unless SQLite finds nothing wrong with the file, and keyv's table is in it. */
export function insistOnWhole(file: string, origin: string): void {
  const found = reading(file, origin, (database) => ({
    verdict: database.prepare("PRAGMA integrity_check(1)").get()?.["integrity_check"],
    tables: database.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'keyv'").get()?.["n"],
  }));
  if (found.verdict !== "ok")
    throw new StoreError({
      reason: "damaged",
      origin,
      problem: `is damaged (${found.verdict}).`,
      remedy: "Use another backup.",
    });
  if (found.tables !== 1)
    throw new StoreError({
      reason: "foreign",
      origin,
      problem: "holds no data of Away Team.",
      remedy: "Name another file.",
    });
}

function flush(path: string, mode: "r" | "r+"): void {
  const descriptor = openSync(path, mode);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
