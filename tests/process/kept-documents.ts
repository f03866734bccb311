import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What a data file holds, read without Away Team's own store. */
export interface KeptDocuments {
  readonly integrity: unknown;
  /** The document of a key, as it was written; `undefined` when there is none. */
  document(key: string): unknown;
}

/** Opens the file for reading alone, as a process finds it that comes after a kill. */
export function lookInto(dataDir: string): KeptDocuments {
  const database = new DatabaseSync(join(dataDir, "away-team.sqlite"), { readOnly: true });
  try {
    const integrity = database.prepare("PRAGMA integrity_check").get()?.["integrity_check"];
    const rows = database.prepare("SELECT key, value FROM keyv").all();
    const texts = new Map(rows.map(({ key, value }) => [String(key), String(value)]));
    return {
      integrity,
      document: (key) => {
        const text = texts.get(key);
        return text === undefined
          ? undefined
          : (JSON.parse(text) as { readonly value: { readonly document: unknown } }).value.document;
      },
    };
  } finally {
    database.close();
  }
}
