import type { Write } from "./keyv-rows.ts";

/** A database that does what it is asked before it answers. Whatever throws is undone, as far as it was done. */
export interface Transacting {
  /** How many rows it touched. */
  run(sql: string, values: readonly (string | number)[]): number;
  begin(): void;
  commit(): void;
  /** Undoes what was begun, if anything still is. */
  undo(): void;
}

interface Statement {
  readonly sql: string;
  readonly values: readonly (string | number)[];
  resolve(touched: number): void;
  reject(error: unknown): void;
}

/**
 * Statements that are asked for in one turn of the event loop wait for the disk once: they are one transaction. One
 * that fails does not hinder the others: then all is undone, and each is done on its own.
 */
export function gathered(database: Transacting, inWords = (error: unknown): unknown => error): Write {
  let waiting: Statement[] = [];

  function settle(): void {
    const statements = waiting;
    waiting = [];
    const tellings =
      (statements.length > 1 ? together(database, statements) : undefined) ??
      statements.map((one) => alone(database, one, inWords));
    for (const tell of tellings) tell();
  }

  return (sql, ...values) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ sql, values, resolve, reject }) === 1) setImmediate(settle);
    });
}

/** `undefined` when not all of them could be done. */
function together(
  database: Transacting,
  statements: readonly Statement[],
): readonly (() => void)[] | undefined {
  try {
    database.begin();
    const answers = statements.map(({ sql, values }) => database.run(sql, values));
    database.commit();
    return statements.map(
      ({ resolve }, at) =>
        () =>
          resolve(answers[at] ?? 0),
    );
  } catch {
    try {
      database.undo();
    } catch {
      // Nothing is under way that each of them alone would not meet again, and tell of.
    }
    return undefined;
  }
}

function alone(
  database: Transacting,
  { sql, values, resolve, reject }: Statement,
  inWords: (error: unknown) => unknown,
): () => void {
  try {
    const touched = database.run(sql, values);
    return () => resolve(touched);
  } catch (error) {
    return () => reject(inWords(error));
  }
}
