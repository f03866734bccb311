import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { SqliteDriver } from "@keyv/sqlite";
import { gathered } from "./gathered.ts";
import type { Query, Write } from "./keyv-rows.ts";

/** One connection, for keyv's adapter, and for statements that need nothing of it. */
export interface SqliteConnection {
  /** What keyv's adapter opens and closes it by. */
  readonly driver: SqliteDriver;
  /** Done at once, whatever it is. */
  readonly ask: Query;
  /** Committed with all others that are asked for in the same turn of the event loop. */
  readonly write: Write;
}

/** `inWords` turns what the database says of a failure into what is told. The adapter's own driver prepares each statement anew, and commits each alone. */
export function sqliteConnection(inWords: (error: unknown) => unknown): SqliteConnection {
  const prepared = new Map<string, StatementSync>();
  let database: DatabaseSync | undefined;
  const opened = () => {
    if (database === undefined) throw new Error("The data file is not open.");
    return database;
  };

  function statement(sql: string): StatementSync {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const fresh = opened().prepare(sql);
    prepared.set(sql, fresh);
    return fresh;
  }

  const rows = (sql: string, values: readonly unknown[]) =>
    statement(sql).all(...(values as readonly (string | number)[]));
  const touched = (sql: string, values: readonly (string | number)[]) =>
    Number(statement(sql).run(...values).changes);

  return {
    driver: {
      name: "node:sqlite",
      connect: async ({ filename, busyTimeout = 0 }) => {
        database = new DatabaseSync(filename, { timeout: busyTimeout });
        return {
          query: async (sql, ...values) => rows(sql, values),
          close: async () => {
            prepared.clear();
            opened().close();
          },
        };
      },
    },
    ask: async (sql, ...values) => {
      try {
        return rows(sql, values);
      } catch (error) {
        throw inWords(error);
      }
    },
    write: gathered(
      {
        run: touched,
        begin: () => void touched("BEGIN IMMEDIATE", []),
        commit: () => void touched("COMMIT", []),
        undo: () => {
          if (opened().isTransaction) touched("ROLLBACK", []);
        },
      },
      inWords,
    ),
  };
}
