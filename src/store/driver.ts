import type { KeyRange } from "./document-key.ts";

export interface Row {
  readonly key: string;
  readonly text: string;
}

/**
 * A database that keeps texts under keys. Whatever goes wrong rejects with a `StoreError`; "nothing there" and "no" are
 * only ever said when they are true. Every write is one statement, and conditional on what is stored at that moment.
 */
export interface Driver {
  /** What an operator calls it: `The data file /data/away-team.sqlite`. */
  readonly origin: string;
  read(key: string): Promise<string | undefined>;
  /** False when the key is taken; then nothing is written. */
  insert(key: string, text: string): Promise<boolean>;
  /** False unless the stored text begins with `was`; then nothing is written. */
  replace(key: string, was: string, text: string): Promise<boolean>;
  /** False unless the stored text begins with `was`; then nothing is removed. */
  remove(key: string, was: string): Promise<boolean>;
  /** In the order of the keys' bytes. */
  rows(range: KeyRange, atMost: number): Promise<readonly Row[]>;
  keys(range: KeyRange, atMost: number): Promise<readonly string[]>;
  /** Leaves no trace of what was removed, as far as the database's own files go. */
  compact(): Promise<void>;
  close(): Promise<void>;
}
