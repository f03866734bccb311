import type { DocumentKey } from "./document-key.ts";
import { type Opened, settled } from "./envelope.ts";
import type { AnyKind, Errand } from "./errand.ts";

/** What comes of all changes that wait for a document. */
export interface Applied {
  readonly isChanged: boolean;
  readonly document: unknown;
  /** Missing when the document is not to be there any more. */
  readonly json: string | undefined;
  /** Tells everybody what came of their change, once it is on disk. */
  tell(): void;
}

/** Applies changes in their order. Whoever throws, or makes what may not be stored, does not hinder the others. */
export function apply(
  key: DocumentKey,
  kind: AnyKind | undefined,
  stored: Opened<unknown> | undefined,
  errands: readonly Errand[],
): Applied {
  const before = stored === undefined ? kind?.absent : stored.document;
  const awaited = errands.filter((errand) => errand.begin());
  const settle: Settle = (document) =>
    kind === undefined || document === undefined
      ? { document: kind?.absent, json: undefined }
      : settled(key, document, kind, before);
  return (
    (awaited.length > 1 ? allAtOnce(before, awaited, settle) : undefined) ?? oneByOne(before, awaited, settle)
  );
}

interface Settled {
  readonly document: unknown;
  readonly json: string | undefined;
}

/** The document as it is to be stored. Throws when it may not be. */
type Settle = (document: unknown) => Settled;

/**
 * Settles what comes of all changes once, because settling after each makes a crowd on one document as dear as its
 * square. `undefined` when that may not be stored: then somebody made it so, and it has to be found out who.
 */
function allAtOnce(before: unknown, errands: readonly Errand[], settle: Settle): Applied | undefined {
  let document = before;
  const ends = errands.map((errand) => {
    try {
      const { document: after, outcome } = errand.rule(document);
      document = after;
      return (last: Settled) =>
        errand.resolve(outcome, () => (after === document ? last : asItWas(after, settle, last)).document);
    } catch (error) {
      return () => errand.reject(error);
    }
  });
  if (document === before) {
    const same = { document, json: undefined };
    return { ...same, isChanged: false, tell: toldAll(ends, same) };
  }
  try {
    const last = settle(document);
    return { ...last, isChanged: true, tell: toldAll(ends, last) };
  } catch {
    return undefined;
  }
}

/** A later change may have mended what an earlier one made wrong: then only the last is a document. */
function asItWas(document: unknown, settle: Settle, last: Settled): Settled {
  try {
    return settle(document);
  } catch {
    return last;
  }
}

function oneByOne(before: unknown, errands: readonly Errand[], settle: Settle): Applied {
  let now: Settled = { document: before, json: undefined };
  const tellings = errands.map((errand) => {
    try {
      const decision = errand.rule(now.document);
      if (decision.document !== now.document) now = settle(decision.document);
      const { document } = now;
      return () => errand.resolve(decision.outcome, () => document);
    } catch (error) {
      return () => errand.reject(error);
    }
  });
  return { ...now, isChanged: now.document !== before, tell: toldAll(tellings, now) };
}

function toldAll(tellings: readonly ((last: Settled) => void)[], last: Settled): () => void {
  return () => {
    for (const tell of tellings) tell(last);
  };
}
