import type { DocumentKey, KeyRange } from "./document-key.ts";
import type { Driver } from "./driver.ts";
import { open } from "./envelope.ts";
import { type AnyKind, type Errand, errand } from "./errand.ts";
import { lanes } from "./lanes.ts";
import { patientDriver } from "./patient-driver.ts";
import { rounds } from "./rounds.ts";
import { shelf } from "./shelf.ts";
import type { Decision, Store } from "./store.ts";
import { StoreError, type StoreReason } from "./store-error.ts";
import { everyGuildId, everyKey, listOf } from "./walk.ts";

export interface StoreOptions {
  /** Part of every stamp; no two stores may ever share one. Letters, digits and hyphens. */
  readonly writer: string;
  /** True when nobody else writes to this data; then documents stay parsed in memory. */
  readonly isAlone: boolean;
  /** How many characters of documents to remember. */
  readonly rememberChars?: number;
  /** How long a caller waits at most; Discord takes an answer for three seconds. */
  readonly settleWithinMs?: number;
  /** How long the database may take over one statement. */
  readonly answerWithinMs?: number;
  /** Told of each document that cannot be understood, once. */
  readonly report?: (error: StoreError) => void;
}

export function createStore(database: Driver, options: StoreOptions): Store {
  const driver = patientDriver(database, options.answerWithinMs ?? 1_000);
  const remembered = shelf(options.isAlone ? (options.rememberChars ?? 8_000_000) : 0);
  const queue = lanes(rounds({ driver, remembered, stamp: stamps(options.writer) }));
  const patience = { withinMs: options.settleWithinMs ?? 2_500, origin: driver.origin };
  const reported = new Set<string>();
  let closing: Promise<void> | undefined;
  const insistOnOpen = () => {
    if (closing !== undefined) throw closed(driver.origin);
  };

  const report = (key: string, error: unknown) => {
    if (!(error instanceof StoreError) || !LASTING.has(error.reason) || reported.has(key)) return;
    reported.add(key);
    options.report?.(error);
  };

  async function ask<Answer>(
    what: Pick<Errand, "key" | "kind" | "rule">,
    answer: (outcome: unknown, document: () => unknown) => Answer,
  ): Promise<Answer> {
    insistOnOpen();
    const asked = errand(what, answer, patience);
    queue.enter(asked.errand);
    try {
      return await asked.answered;
    } catch (error) {
      report(what.key, error);
      throw error;
    }
  }

  async function read(key: DocumentKey, kind: AnyKind): Promise<unknown> {
    insistOnOpen();
    const known = remembered.find(key, kind);
    if (known !== undefined) return known.document;
    if (remembered.isAbsent(key)) return kind.absent;
    const since = remembered.writes;
    const text = await driver.read(key);
    if (text === undefined) {
      remembered.offerAbsence(since, key);
      return kind.absent;
    }
    try {
      const opened = open(key, text, kind);
      remembered.offer(since, key, kind, opened, text.length);
      return opened.document;
    } catch (error) {
      report(key, error);
      throw error;
    }
  }

  const decide = <Outcome>(
    key: DocumentKey,
    kind: AnyKind | undefined,
    rule: (document: unknown) => Decision<unknown, Outcome>,
  ) => ask({ key, kind, rule }, (outcome) => outcome as Outcome);

  const documents = {
    read,
    decide,
    update: (key: DocumentKey, kind: AnyKind, change: (document: unknown) => unknown) =>
      ask(
        { key, kind, rule: (document) => ({ document: change(document), outcome: undefined }) },
        (_, document) => document(),
      ),
    create: (key: DocumentKey, kind: AnyKind, document: unknown) =>
      decide(key, kind, (present) =>
        present === kind.absent ? { document, outcome: true } : { document: present, outcome: false },
      ),
    list: (range: KeyRange, kind: AnyKind) => listOf(driver, range, kind, report),
  };

  return {
    ...(documents as Pick<Store, keyof typeof documents>),
    remove: (key) =>
      decide(key, undefined, (present) => ({ document: undefined, outcome: present !== undefined })),
    keys: (range) => everyKey(driver, range),
    guildIds: () => everyGuildId(driver),
    compact: () => driver.compact(),
    close() {
      closing ??= queue.drained().then(() => driver.close());
      return closing;
    },
  };
}

/** What will be just as wrong the next time somebody looks. */
const LASTING: ReadonlySet<string> = new Set<StoreReason>(["unreadable", "newer"]);

function stamps(writer: string): () => string {
  let written = 0;
  return () => `${writer}-${(written++).toString(36)}`;
}

function closed(origin: string): StoreError {
  return new StoreError({
    reason: "closed",
    origin,
    problem: "is closed, because Away Team is stopping.",
    remedy: "Nothing needs to be done.",
  });
}
