import type { DocumentKind } from "../store/document-kind.ts";

/** A sort of document that a fleet takes along, as its feature describes it. */
export interface Portable<Document = unknown> {
  /** The part of its key after the guild: `run`. */
  readonly sort: string;
  readonly kind: DocumentKind<Document, Document | undefined>;
  /** Where it is kept, after its guild; it begins with the sort. */
  pathOf(document: Document): readonly [string, ...string[]];
  /** Where the document is kept that this one is nothing without. */
  belongsTo?(document: Document): readonly [string, ...string[]];
  channelsIn(document: Document): readonly string[];
  /** The document without what is in channels that are not here; `undefined` when nothing of use is left. */
  within(document: Document, isHere: (channelId: string) => boolean): Document | undefined;
  membersIn(document: Document): readonly string[];
  /**
   * The document as it may stand in the place of another, or where there was none: what it owed at a time that is past
   * is not told any more, and what was told meanwhile is not told again.
   */
  resting(document: Document, present: Document | undefined, now: number): Document;
}

/** A document in a bundle: what it is says where it belongs. */
export interface Packed {
  readonly kind: string;
  readonly version: number;
  readonly document: unknown;
}

export function packed({ kind }: Portable, document: unknown): Packed {
  return { kind: kind.name, version: kind.version, document };
}

export interface Unpacked {
  readonly portable: Portable;
  readonly document: unknown;
}

/** `undefined` for what is not understood here: another kind, a newer version, or nothing sound. */
export function unpacked(
  portables: readonly Portable[],
  { kind, version, document }: Packed,
): Unpacked | undefined {
  const portable = portables.find((one) => one.kind.name === kind);
  if (portable === undefined || version > portable.kind.version) return undefined;
  const present = portable.kind.migrations
    .slice(version - 1)
    .reduce((older, migrate) => migrate(older), document);
  const parsed = portable.kind.schema.safeParse(present);
  return parsed.success ? { portable, document: parsed.data } : undefined;
}
