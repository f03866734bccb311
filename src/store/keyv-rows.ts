import type { Driver } from "./driver.ts";
import { StoreError } from "./store-error.ts";

/** keyv strips this from the beginning of a key, so no key may begin with it. */
export const NAMESPACE = "away-team";

/** A statement with `?1`, `?2` … in it. Resolves to the rows that it answers with. */
export type Query = (sql: string, ...values: readonly (string | number)[]) => Promise<readonly unknown[]>;

interface Dialect {
  readonly table: string;
  /** The key, compared byte by byte. */
  readonly keyInBytes: string;
}

/**
 * keyv's table through the adapter's own connection. keyv has no conditional writes, and says "false" and "nothing"
 * where it means "failed"; single statements that answer with the rows they touched do neither.
 */
export function keyvRows(
  query: Query,
  origin: string,
  { table, keyInBytes }: Dialect,
  write = query,
): Pick<Driver, "read" | "insert" | "replace" | "remove" | "rows" | "keys"> {
  const entry = "key = ?1 AND namespace = ?2";
  const begins = "substr(value, 1, length(CAST(?3 AS TEXT))) = CAST(?3 AS TEXT)";
  const inRange = `namespace = ?1 AND ${keyInBytes} > ?2 AND ${keyInBytes} < ?3 ORDER BY ${keyInBytes} LIMIT ?4`;
  const touched = async (...statement: Parameters<Query>) => (await write(...statement)).length === 1;

  return {
    read: async (key) => {
      const [row] = await query(`SELECT value FROM ${table} WHERE ${entry}`, key, NAMESPACE);
      return row === undefined ? undefined : column(row, "value", origin);
    },
    insert: (key, text) =>
      touched(
        `INSERT INTO ${table} (key, namespace, value) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING RETURNING key`,
        key,
        NAMESPACE,
        text,
      ),
    replace: (key, was, text) =>
      touched(
        `UPDATE ${table} SET value = ?4 WHERE ${entry} AND ${begins} RETURNING key`,
        key,
        NAMESPACE,
        was,
        text,
      ),
    remove: (key, was) =>
      touched(`DELETE FROM ${table} WHERE ${entry} AND ${begins} RETURNING key`, key, NAMESPACE, was),
    rows: async ({ after, below }, atMost) =>
      (await query(`SELECT key, value FROM ${table} WHERE ${inRange}`, NAMESPACE, after, below, atMost)).map(
        (row) => ({ key: column(row, "key", origin), text: column(row, "value", origin) }),
      ),
    keys: async ({ after, below }, atMost) =>
      (await query(`SELECT key FROM ${table} WHERE ${inRange}`, NAMESPACE, after, below, atMost)).map((row) =>
        column(row, "key", origin),
      ),
  };
}

function column(row: unknown, name: "key" | "value", origin: string): string {
  const value = (row as Readonly<Record<string, unknown>>)[name];
  if (typeof value === "string") return value;
  throw new StoreError({
    reason: "damaged",
    origin,
    problem: `has a row whose ${name} is no text.`,
    remedy: "Something else wrote to it. Restore a backup.",
  });
}
