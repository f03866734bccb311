import type { Driver } from "./driver.ts";
import { StoreError } from "./store-error.ts";

/** keyv strips this from the beginning of a key, so no key may begin with it. */
export const NAMESPACE = "away-team";

/** A statement with `?1`, `?2` … in it. Resolves to the rows that it answers with. */
export type Query = (sql: string, ...values: readonly (string | number)[]) => Promise<readonly unknown[]>;

/** A statement that changes rows. Resolves to how many it touched. */
export type Write = (sql: string, ...values: readonly (string | number)[]) => Promise<number>;

interface Dialect {
  readonly table: string;
  /** The key, compared byte by byte. */
  readonly keyInBytes: string;
}

const ENTRY = "key = ?1 AND namespace = ?2";
const BEGINS = "substr(value, 1, length(CAST(?3 AS TEXT))) = CAST(?3 AS TEXT)";

/** keyv's table through the adapter's own connection, because keyv says "nothing" where it means "failed". */
export function keyvReads(
  query: Query,
  origin: string,
  { table, keyInBytes }: Dialect,
): Pick<Driver, "read" | "rows" | "keys"> {
  const inRange = `namespace = ?1 AND ${keyInBytes} > ?2 AND ${keyInBytes} < ?3 ORDER BY ${keyInBytes} LIMIT ?4`;
  return {
    read: async (key) => {
      const [row] = await query(`SELECT value FROM ${table} WHERE ${ENTRY}`, key, NAMESPACE);
      return row === undefined ? undefined : column(row, "value", origin);
    },
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

/** keyv has no conditional writes, and says "false" where it means "failed"; single statements do neither. */
export function keyvWrites(
  write: Write,
  { table }: Pick<Dialect, "table">,
): Pick<Driver, "insert" | "replace" | "remove"> {
  const touchesOne = async (...statement: Parameters<Write>) => (await write(...statement)) === 1;
  return {
    insert: (key, text) =>
      touchesOne(
        `INSERT INTO ${table} (key, namespace, value) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING`,
        key,
        NAMESPACE,
        text,
      ),
    replace: (key, was, text) =>
      touchesOne(`UPDATE ${table} SET value = ?4 WHERE ${ENTRY} AND ${BEGINS}`, key, NAMESPACE, was, text),
    remove: (key, was) =>
      touchesOne(`DELETE FROM ${table} WHERE ${ENTRY} AND ${BEGINS}`, key, NAMESPACE, was),
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
