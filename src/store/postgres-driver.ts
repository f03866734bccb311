import type { EventEmitter } from "node:events";
import KeyvPostgres from "@keyv/postgres";
import Keyv from "keyv";
import type { Driver } from "./driver.ts";
import { keyvReads, keyvWrites, NAMESPACE, type Query, type Write } from "./keyv-rows.ts";
import { postgresError, postgresOrigin } from "./postgres-error.ts";
import { probe, rethrow } from "./probe.ts";
import { StoreError } from "./store-error.ts";

const CONNECT_WITHIN_MS = 900;
/** The server gives up a statement before the store gives up on the server, so that nothing lands late. */
const STATEMENT_WITHIN_MS = 750;

/** Databases that were opened so far: keyv shares a pool among equal settings, and closes it for all of them. */
let opened = 0;

/** Opens the database, and makes keyv's table in it when there is none. */
export async function postgresDriver(url: string): Promise<Driver> {
  const origin = postgresOrigin(url);
  const adapter = new KeyvPostgres({
    uri: url,
    application_name: `away-team ${++opened}`,
    max: 8,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    statement_timeout: STATEMENT_WITHIN_MS,
    log: surviveBrokenConnections,
  });
  const keyv = new Keyv({ store: adapter, namespace: NAMESPACE });
  keyv.on("error", rethrow);

  /** The adapter's types call this private, although it is what its SQLite fellow offers to everybody. */
  const ask = adapter["query"] as (sql: string, values: readonly unknown[]) => Promise<readonly unknown[]>;
  const query: Query = async (sql, ...values) => {
    try {
      return await ask(sql.replace(/\?(\d)/g, "$$$1"), values);
    } catch (error) {
      throw postgresError(origin, error);
    }
  };
  const write: Write = async (sql, ...values) => (await query(`${sql} RETURNING key`, ...values)).length;

  try {
    await query("SELECT 1");
    await insistOnDurability(query, origin);
    await query(
      'CREATE INDEX IF NOT EXISTS away_team_keys_in_bytes ON public.keyv (namespace, key COLLATE "C")',
    );
    await probe(keyv, origin);
  } catch (error) {
    await keyv.disconnect().catch(() => undefined);
    throw postgresError(origin, error);
  }

  return {
    origin,
    ...keyvReads(query, origin, { table: "public.keyv", keyInBytes: 'key COLLATE "C"' }),
    ...keyvWrites(write, { table: "public.keyv" }),
    compact: async () => {
      await query("VACUUM public.keyv");
    },
    close: async () => {
      await keyv.disconnect();
    },
  };
}

/**
 * A connection that breaks while nobody uses it ends the process unless somebody listens to its pool. The adapter hands
 * out no pool, but every pool calls its log before it connects.
 */
function surviveBrokenConnections(this: EventEmitter): void {
  if (this.listenerCount("error") === 0) this.on("error", () => undefined);
}

async function insistOnDurability(query: Query, origin: string): Promise<void> {
  for (const setting of ["fsync", "synchronous_commit"]) {
    const [row] = await query(`SELECT current_setting('${setting}') AS value`);
    if ((row as { readonly value?: unknown } | undefined)?.value !== "off") continue;
    throw new StoreError({
      reason: "misconfigured",
      origin,
      problem: `has ${setting} switched off, so it may lose what it has confirmed.`,
      remedy: `Set ${setting} = on in postgresql.conf and reload it.`,
    });
  }
}
