import type { DocumentKind } from "./document-kind.ts";
import { changedFrom } from "./fields.ts";
import { asJson, frozen } from "./json.ts";
import { StoreError } from "./store-error.ts";

/** A document as it is stored, taken apart. */
export interface Opened<T> {
  /** How the stored text begins. No two writes begin alike, so it stands for the version that was read. */
  readonly beginning: string;
  readonly document: T;
}

/**
 * The text is the value of an ordinary keyv entry, so that any keyv on the same database reads it. The stamp comes
 * first, because writes compare it and nothing else.
 */
export function beginningWith(stamp: string): string {
  return `{"value":{"stamp":${JSON.stringify(stamp)},`;
}

export function seal(beginning: string, kind: DocumentKind<unknown, unknown>, json: string): string {
  return `${beginning}"kind":${JSON.stringify(kind.name)},"version":${kind.version},"document":${json}}}`;
}

/** What stands around a document, before anybody asks whether the document itself makes sense. */
export function unseal(key: string, text: string): Sealed {
  const beginning = BEGINNING.exec(text)?.[0];
  const value = beginning === undefined ? undefined : valueIn(text);
  if (beginning === undefined || !isSealed(value))
    throw unreadable(key, "is not in a form that Away Team writes.");
  return { ...value, beginning };
}

interface Sealed {
  readonly beginning: string;
  readonly kind: string;
  readonly version: number;
  readonly document: unknown;
}

/** Says so at a glance, for walking over documents of several kinds. */
export function isOfAnotherKind(text: string, kind: DocumentKind<unknown, unknown>): boolean {
  const name = KIND.exec(text)?.[1];
  return name !== undefined && name !== kind.name;
}

/** Throws a `StoreError` for anything but a good document; brings one of an older version up to date. */
export function open<T>(key: string, text: string, kind: DocumentKind<T, T | undefined>): Opened<T> {
  const sealed = unseal(key, text);
  if (sealed.kind !== kind.name)
    throw unreadable(key, `holds a "${sealed.kind}" document where a "${kind.name}" one was expected.`);
  if (sealed.version > kind.version)
    throw new StoreError({
      reason: "newer",
      origin: `The document ${key}`,
      problem: `was written by a newer Away Team (${kind.name} version ${sealed.version}; this one knows ${kind.version}).`,
      remedy: "Run the newer Away Team again, or restore a backup from before the upgrade.",
    });

  const parsed = kind.schema.safeParse(migrated(key, sealed, kind));
  if (!parsed.success) throw unreadable(key, `is not a valid ${kind.name} (${firstIssue(parsed.error)}).`);
  return { beginning: sealed.beginning, document: frozen(parsed.data) };
}

/**
 * A document exactly as a later read will see it, and its JSON. Throws when a later read could not see it. `before` is a
 * good document of this kind that it was made from, if there is one.
 */
export function settled<T>(
  key: string,
  document: T,
  kind: DocumentKind<T, T | undefined>,
  before?: T,
): { readonly document: T; readonly json: string } {
  const json = jsonOf(key, document, kind);
  if (json.length > kind.most)
    throw invalid(key, `a ${kind.name} of ${json.length} characters, and ${kind.most} are allowed`);
  const changed =
    kind.fields === undefined ? undefined : (changedFrom(before, document, kind.fields) as T | undefined);
  if (changed !== undefined) return { document: changed, json };
  const parsed = kind.schema.safeParse(asJson(document));
  if (!parsed.success) throw invalid(key, `no valid ${kind.name} (${firstIssue(parsed.error)})`);
  return { document: frozen(parsed.data), json };
}

const BEGINNING = /^\{"value":\{"stamp":"[\w-]{1,64}",/;

const KIND = /^\{"value":\{"stamp":"[\w-]{1,64}","kind":"([^"]*)"/;

function valueIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { readonly value?: unknown }).value;
  } catch {
    return undefined;
  }
}

function isSealed(value: unknown): value is Omit<Sealed, "beginning"> {
  if (typeof value !== "object" || value === null) return false;
  const { kind, version } = value as Partial<Sealed>;
  return typeof kind === "string" && Number.isInteger(version) && Number(version) >= 1 && "document" in value;
}

function migrated<T>(
  key: string,
  { version, document }: Sealed,
  kind: DocumentKind<T, T | undefined>,
): unknown {
  try {
    return kind.migrations.slice(version - 1).reduce((older, migrate) => migrate(older), document);
  } catch (cause) {
    throw unreadable(key, `could not be brought from version ${version} to ${kind.version}.`, cause);
  }
}

function jsonOf<T>(key: string, document: T, kind: DocumentKind<T, T | undefined>): string {
  try {
    const json: string | undefined = JSON.stringify(document);
    if (json !== undefined) return json;
  } catch (cause) {
    throw invalid(key, `a ${kind.name} that is no JSON`, cause);
  }
  throw invalid(key, `a ${kind.name} that is no JSON`);
}

/** Such a document stays as it is: nobody overwrites what nobody understands. */
function unreadable(key: string, problem: string, cause?: unknown): StoreError {
  return new StoreError({
    reason: "unreadable",
    origin: `The document ${key}`,
    problem,
    remedy: "It is left untouched and nothing is done with it. Restore a backup, or report this.",
    cause,
  });
}

function invalid(key: string, made: string, cause?: unknown): StoreError {
  return new StoreError({
    reason: "invalid",
    origin: `The document ${key}`,
    problem: `was not changed, because the change made ${made}.`,
    remedy: "This is a fault of Away Team; please report it.",
    cause,
  });
}

function firstIssue(error: {
  readonly issues: readonly { readonly path: PropertyKey[]; readonly message: string }[];
}) {
  const [issue] = error.issues;
  return `${[...(issue?.path ?? [])].map(String).join(".") || "the whole"}: ${issue?.message ?? "invalid"}`;
}
