import type { z } from "zod";
import { type Fields, fieldsOf } from "./fields.ts";
import { frozen } from "./json.ts";

/** Turns a document of one version into the next. It has to work on what it is given, without the present schema. */
export type Migration = (document: unknown) => unknown;

/** What a sort of document is. `Absent` is what stands for one that was never written. */
export interface DocumentKind<T, Absent extends T | undefined = undefined> {
  /** Stored with every document, so that a key used for two kinds is noticed. */
  readonly name: string;
  readonly version: number;
  readonly schema: z.ZodType<T>;
  /** Missing when the schema looks at them together. */
  readonly fields: Fields | undefined;
  /** `migrations[0]` leads from version 1 to version 2. */
  readonly migrations: readonly Migration[];
  readonly absent: Absent;
  /** A change may not make a document larger than this many characters of JSON. */
  readonly most: number;
}

/** What a document may hold whose kind says nothing else. */
const MOST_CHARS = 1_000_000;

type Definition<T> = Pick<DocumentKind<T>, "name" | "version" | "schema"> &
  Partial<Pick<DocumentKind<T>, "migrations" | "most">>;

/**
 * Schemas describe JSON: what they accept has to survive being written and read. With `initial`, a document that was
 * never written reads as that one. Throws when that one may not be stored.
 */
export function documentKind<T>(definition: Definition<T> & { readonly initial: T }): DocumentKind<T, T>;
export function documentKind<T>(definition: Definition<T>): DocumentKind<T>;
export function documentKind<T>({
  initial,
  migrations = [],
  most = MOST_CHARS,
  ...kind
}: Definition<T> & { readonly initial?: T }): DocumentKind<T, T | undefined> {
  if (migrations.length !== kind.version - 1)
    throw new Error(
      `The ${kind.name} documents are at version ${kind.version} with ${migrations.length} migrations; each step needs one.`,
    );
  const absent = initial === undefined ? undefined : frozen(kind.schema.parse(initial));
  return { ...kind, fields: fieldsOf(kind.schema), migrations, most, absent };
}
