import type { DocumentKey, KeyRange } from "./document-key.ts";
import type { DocumentKind } from "./document-kind.ts";

/** What a rule makes of a document. The very document it was given means: nothing is written. */
export interface Decision<Document, Outcome> {
  readonly document: Document;
  readonly outcome: Outcome;
}

export interface Listing<T> {
  readonly documents: readonly { readonly key: DocumentKey; readonly document: T }[];
  /** Documents of this range that cannot be understood. They are there, they are reported, and they are left alone. */
  readonly unreadable: readonly DocumentKey[];
}

/**
 * The documents of guilds, members and the bot itself. A change is a pure function: it runs again, on the newer
 * document, when somebody else was faster. A promise that resolves means that the change is on disk; one that rejects
 * carries a `StoreError`, or what the change itself threw, and then that change alone was not made.
 */
export interface Store {
  read<T, A extends T | undefined>(key: DocumentKey, kind: DocumentKind<T, A>): Promise<T | A>;
  /** Resolves to the document as it is now. A change to `undefined` removes it. */
  update<T, A extends T | undefined>(
    key: DocumentKey,
    kind: DocumentKind<T, A>,
    change: (document: T | A) => T | A,
  ): Promise<T | A>;
  /** As `update`, for a rule that also has something to say. */
  decide<T, A extends T | undefined, Outcome>(
    key: DocumentKey,
    kind: DocumentKind<T, A>,
    rule: (document: T | A) => Decision<T | undefined, Outcome>,
  ): Promise<Outcome>;
  /** False when there is one already; it stays as it is. */
  create<T, A extends T | undefined>(
    key: DocumentKey,
    kind: DocumentKind<T, A>,
    document: T,
  ): Promise<boolean>;
  /** Removes a document of any kind, even one that nobody understands. False when there was none. */
  remove(key: DocumentKey): Promise<boolean>;
  /** The documents of one kind in a range, in the order of their keys. */
  list<T, A extends T | undefined>(range: KeyRange, kind: DocumentKind<T, A>): Promise<Listing<T>>;
  /** Keys alone, whatever is stored under them. */
  keys(range: KeyRange): AsyncIterable<DocumentKey>;
  /** Every guild that something is kept for. Reads keys alone, and skips from guild to guild. */
  guildIds(): AsyncIterable<string>;
  /** After an erasure: leaves no trace of what was removed in the database's own files. */
  compact(): Promise<void>;
  /** Finishes what was asked for, and closes the database. */
  close(): Promise<void>;
}
