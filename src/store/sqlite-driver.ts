import KeyvSqlite from "@keyv/sqlite";
import Keyv from "keyv";
import type { Driver } from "./driver.ts";
import { keyvReads, keyvWrites, NAMESPACE, type Query } from "./keyv-rows.ts";
import { probe, rethrow } from "./probe.ts";
import { sqliteConnection } from "./sqlite-connection.ts";
import { sqliteError } from "./sqlite-error.ts";
import { checkDataFile, originOf, trueName } from "./sqlite-file.ts";
import { StoreError } from "./store-error.ts";

/**
 * How the database has to be set. FULL: an answer given is on the disk, whatever happens to the machine.
 * secure_delete: what is removed is overwritten with zeros.
 */
const SETTINGS = {
  journal_mode: "wal",
  synchronous: 2,
  secure_delete: 1,
  busy_timeout: 500,
  trusted_schema: 0,
  cell_size_check: 1,
} as const;

/** Opens the data file, and makes it when there is none. Its folder has to be there. */
export async function sqliteDriver(path: string): Promise<Driver> {
  const file = trueName(path);
  const origin = originOf(file);
  const inWords = (error: unknown) => sqliteError(origin, error);
  const guarded = async <T>(work: () => Promise<T>) => {
    try {
      return await work();
    } catch (error) {
      throw inWords(error);
    }
  };
  checkDataFile(file);

  const connection = sqliteConnection(inWords);
  const adapter = new KeyvSqlite({
    uri: `sqlite://${file}`,
    driver: connection.driver,
    busyTimeout: SETTINGS.busy_timeout,
  });
  const keyv = new Keyv({ store: adapter, namespace: NAMESPACE });
  keyv.on("error", rethrow);

  try {
    await guarded(() => adapter.ready);
    for (const [name, value] of Object.entries(SETTINGS)) await connection.ask(`PRAGMA ${name} = ${value}`);
    for (const [name, value] of Object.entries(SETTINGS)) await insist(connection.ask, origin, name, value);
    await guarded(() => probe(keyv, origin));
  } catch (error) {
    await adapter.disconnect().catch(() => undefined);
    throw error;
  }

  return {
    origin,
    ...keyvReads(connection.ask, origin, { table: "keyv", keyInBytes: "key" }),
    ...keyvWrites(connection.write, { table: "keyv" }),
    compact: async () => {
      const [row] = (await connection.ask("PRAGMA wal_checkpoint(TRUNCATE)")) as { readonly busy: number }[];
      if (row?.busy === 0) return;
      throw new StoreError({
        reason: "locked",
        origin,
        problem: "could not be cleared of removed data, because somebody reads it.",
        remedy: "Away Team tries again later; a backup that runs just now is the usual reason.",
      });
    },
    close: () => guarded(() => keyv.disconnect()),
  };
}

async function insist(query: Query, origin: string, name: string, wanted: string | number): Promise<void> {
  const [row] = await query(`PRAGMA ${name}`);
  const found: unknown = Object.values(row as object)[0];
  if (found === wanted) return;
  throw new StoreError({
    reason: "misconfigured",
    origin,
    problem: `cannot be set to ${name} = ${wanted}; it stays at ${found}.`,
    remedy: "Keep it on a local disk, because network file systems cannot do what Away Team needs.",
  });
}
