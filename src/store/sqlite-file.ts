import { accessSync, constants, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sqliteError } from "./sqlite-error.ts";
import { StoreError, type StoreReason } from "./store-error.ts";

/** Throws a `StoreError` unless this is a database of Away Team, or a place where one can be made. */
export function checkSqliteFile(file: string): void {
  const origin = `The data file ${file}`;
  const refuse = (reason: StoreReason, problem: string, remedy: string) => {
    throw new StoreError({ reason, origin, problem, remedy });
  };

  const folder = dirname(file);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    refuse(
      "missing",
      "cannot be made, because its folder does not exist.",
      `Make ${folder}, or change STORE_URL.`,
    );
  if (!isWritable(folder))
    refuse(
      "read-only",
      "is in a folder that may not be written to.",
      `Let Away Team's user write to ${folder}.`,
    );

  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) {
    if (statSync(`${file}-wal`, { throwIfNoEntry: false }) !== undefined)
      refuse(
        "missing",
        `is gone, but ${file}-wal is still there.`,
        "Put the data file back, or restore a backup. Away Team does not begin afresh over what is left.",
      );
    return;
  }
  if (!found.isFile()) refuse("foreign", "is no file.", "Name a file in STORE_URL.");
  if (!isWritable(file)) refuse("read-only", "may not be written to.", "Let Away Team's user write to it.");
  const tables = tablesIn(file, origin);
  if (tables.length > 0 && !tables.includes("keyv"))
    refuse(
      "foreign",
      `belongs to another program (it has the table "${tables[0]}").`,
      "Name another file in STORE_URL.",
    );
}

function tablesIn(file: string, origin: string): readonly unknown[] {
  try {
    const database = new DatabaseSync(file, { timeout: 500 });
    try {
      return database
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .all()
        .map(({ name }) => name);
    } finally {
      database.close();
    }
  } catch (error) {
    throw sqliteError(origin, error);
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
