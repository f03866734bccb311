import { setImmediate as nextTurn } from "node:timers/promises";
import { type Applied, apply } from "./apply.ts";
import type { DocumentKey } from "./document-key.ts";
import type { Driver } from "./driver.ts";
import { beginningWith, type Opened, open, seal } from "./envelope.ts";
import type { AnyKind, Errand } from "./errand.ts";
import type { Shelf } from "./shelf.ts";
import { StoreError } from "./store-error.ts";

/** So often in a row another process may be faster, before a change is given up. */
const ATTEMPTS = 30;

interface Rounds {
  readonly driver: Driver;
  readonly remembered: Shelf;
  /** The next stamp; no two are ever alike. */
  stamp(): string;
}

/**
 * Group commit: reads a document once, applies every change that waits for it, writes it once, and only then tells
 * everybody. Whoever throws or leaves the document as it is takes no part in the write and does not hinder it.
 */
export function rounds({ driver, remembered, stamp }: Rounds): (errands: readonly Errand[]) => Promise<void> {
  return async (errands) => {
    const [first] = errands;
    if (first === undefined) return;
    try {
      const tell = await commit(first.key, first.kind, errands);
      tell();
    } catch (error) {
      if (error instanceof StoreError && error.saved === "unknown") remembered.distrust(first.key);
      else remembered.drop(first.key);
      for (const errand of errands) errand.reject(error);
    }
  };

  async function commit(
    key: DocumentKey,
    kind: AnyKind | undefined,
    errands: readonly Errand[],
  ): Promise<() => void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const stored = await load(key, kind, attempt);
      const after = apply(key, kind, stored, errands);
      if (!after.isChanged || (await write(key, kind, stored, after))) return after.tell;
      await nextTurn();
    }
    throw new StoreError({
      reason: "contended",
      origin: `The document ${key}`,
      problem: `was changed by another process ${ATTEMPTS} times in a row.`,
      remedy: "If it goes on, look for a second Away Team on the same database.",
    });
  }

  async function load(
    key: DocumentKey,
    kind: AnyKind | undefined,
    attempt: number,
  ): Promise<Opened<unknown> | undefined> {
    const known = kind === undefined || attempt > 1 ? undefined : remembered.find(key, kind);
    if (known !== undefined) return known;
    if (attempt === 1 && kind !== undefined && remembered.isAbsent(key)) return undefined;
    const text = await driver.read(key);
    if (text === undefined) return undefined;
    return kind === undefined ? { beginning: text, document: text } : open(key, text, kind);
  }

  /** False when the stored document is not the one that was read. */
  async function write(
    key: DocumentKey,
    kind: AnyKind | undefined,
    stored: Opened<unknown> | undefined,
    after: Applied,
  ): Promise<boolean> {
    if (kind === undefined || after.json === undefined) {
      const isGone =
        stored === undefined ||
        (await certain(
          () => driver.remove(key, stored.beginning),
          async () => (await driver.read(key)) === undefined,
        ));
      remembered.drop(key);
      return isGone;
    }

    const beginning = beginningWith(stamp());
    const text = seal(beginning, kind, after.json);
    const isWritten = await certain(
      () => (stored === undefined ? driver.insert(key, text) : driver.replace(key, stored.beginning, text)),
      async () => (await driver.read(key))?.startsWith(beginning) === true,
    );
    if (isWritten) remembered.put(key, kind, { beginning, document: after.document }, text.length);
    else remembered.drop(key);
    return isWritten;
  }
}

/** A database that goes away, or says no, may have written all the same: then what is stored decides. */
async function certain(write: () => Promise<boolean>, hasHappened: () => Promise<boolean>): Promise<boolean> {
  try {
    return (await write()) === true || (await hasHappened());
  } catch (error) {
    if (await hasHappened().catch(() => false)) return true;
    throw error;
  }
}
