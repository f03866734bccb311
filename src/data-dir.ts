import { resolve } from "node:path";

/** The folder for everything that Away Team writes. It is known before the rest of the configuration is read. */
export function dataDirOf(env: Readonly<Record<string, string | undefined>>): string {
  return resolve(env["DATA_DIR"] || ".data");
}
