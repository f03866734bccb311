import { accessSync, constants, existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sqliteError } from "./sqlite-error.ts";
import { StoreError, type StoreReason } from "./store-error.ts";

export function originOf(file: string): string {
  return `The data file ${file}`;
}

/** The one name of a file that may have several. Throws a `StoreError` unless its folder can be written to. */
export function trueName(file: string): string {
  const folder = dirname(file);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw refusal(
      file,
      "missing",
      "cannot be kept: its folder does not exist.",
      `Make ${folder}, or change STORE_URL.`,
    );
  if (!isWritable(folder))
    throw refusal(
      file,
      "read-only",
      "is in a folder that may not be written to.",
      `Let Away Team's user write to ${folder}.`,
    );
  return existsSync(file) ? realpathSync(file) : join(realpathSync(folder), basename(file));
}

/** Throws a `StoreError` unless this is a database of Away Team, or nothing at all. */
export function checkDataFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) {
    if (!existsSync(`${file}-wal`)) return;
    throw refusal(
      file,
      "missing",
      `is gone, but ${file}-wal is still there.`,
      "Put the data file back, or restore a backup. Away Team does not begin afresh over what is left.",
    );
  }
  if (!found.isFile()) throw refusal(file, "foreign", "is no file.", "Name a file in STORE_URL.");
  if (!isWritable(file))
    throw refusal(file, "read-only", "may not be written to.", "Let Away Team's user write to it.");
  const tables = tablesIn(file);
  if (tables.length > 0 && !tables.includes("keyv"))
    throw refusal(
      file,
      "foreign",
      `belongs to another program (it has the table "${tables[0]}").`,
      "Name another file in STORE_URL.",
    );
}

function tablesIn(file: string): readonly unknown[] {
  try {
    const database = new DatabaseSync(file, { timeout: 500 });
    try {
      const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
      return tables.map(({ name }) => name);
    } finally {
      database.close();
    }
  } catch (error) {
    throw sqliteError(originOf(file), error);
  }
}

function refusal(file: string, reason: StoreReason, problem: string, remedy: string): StoreError {
  return new StoreError({ reason, origin: originOf(file), problem, remedy });
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
