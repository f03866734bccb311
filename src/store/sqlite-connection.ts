import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { SqliteDriver } from "@keyv/sqlite";
import { gathered } from "./gathered.ts";
import type { Query } from "./keyv-rows.ts";

/** One connection, for keyv's adapter, and for statements that need nothing of it. */
export interface SqliteConnection {
  /** What keyv's adapter opens and closes it by. */
  readonly driver: SqliteDriver;
  /** Done at once, whatever it is. */
  readonly ask: Query;
  /** Committed with all others that are asked for in the same turn of the event loop. */
  readonly write: Query;
}

/** `inWords` turns what the database says of a failure into what is told. The adapter's own driver prepares each statement anew, and commits each alone. */
export function sqliteConnection(inWords: (error: unknown) => unknown): SqliteConnection {
  const prepared = new Map<string, StatementSync>();
  let database: DatabaseSync | undefined;
  const opened = () => {
    if (database === undefined) throw new Error("The data file is not open.");
    return database;
  };

  function run(sql: string, values: readonly unknown[]): unknown[] {
    let statement = prepared.get(sql);
    if (statement === undefined) {
      statement = opened().prepare(sql);
      prepared.set(sql, statement);
    }
    return statement.all(...(values as (string | number)[]));
  }

  return {
    driver: {
      name: "node:sqlite",
      connect: async ({ filename, busyTimeout = 0 }) => {
        database = new DatabaseSync(filename, { timeout: busyTimeout });
        return {
          query: async (sql, ...values) => run(sql, values),
          close: async () => {
            prepared.clear();
            opened().close();
          },
        };
      },
    },
    ask: async (sql, ...values) => {
      try {
        return run(sql, values);
      } catch (error) {
        throw inWords(error);
      }
    },
    write: gathered(
      {
        run,
        begin: () => void run("BEGIN IMMEDIATE", []),
        commit: () => void run("COMMIT", []),
        undo: () => {
          if (opened().isTransaction) run("ROLLBACK", []);
        },
      },
      inWords,
    ),
  };
}
