import { deadline } from "./deadline.ts";
import type { DocumentKey } from "./document-key.ts";
import type { DocumentKind } from "./document-kind.ts";
import type { Decision } from "./store.ts";
import { StoreError } from "./store-error.ts";

export type AnyKind = DocumentKind<unknown, unknown>;

/** Something to be done with one document, and somebody who waits for it. */
export interface Errand {
  readonly key: DocumentKey;
  /** Without a kind the document is not looked into: it can be removed, whatever it is. */
  readonly kind: AnyKind | undefined;
  rule(document: unknown): Decision<unknown, unknown>;
  /** Asked right before the rule is applied. False when nobody waits any more; then it is not to be done. */
  begin(): boolean;
  resolve(outcome: unknown, document: () => unknown): void;
  reject(error: unknown): void;
}

/** Whoever asked is answered within this time, whatever the database does. */
export function errand<Answer>(
  { key, kind, rule }: Pick<Errand, "key" | "kind" | "rule">,
  answer: (outcome: unknown, document: () => unknown) => Answer,
  patience: { readonly withinMs: number; readonly origin: string },
): { readonly errand: Errand; readonly answered: Promise<Answer> } {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  let isUnderWay = false;
  let isWaiting = true;
  const callOff = deadline(patience.withinMs, () => {
    isWaiting = false;
    reject(tooSlow(patience.origin, patience.withinMs, isUnderWay ? "unknown" : "no"));
  });

  return {
    answered: promise,
    errand: {
      key,
      kind,
      rule,
      begin: () => {
        isUnderWay = true;
        return isWaiting;
      },
      resolve: (outcome, document) => {
        callOff();
        resolve(answer(outcome, document));
      },
      reject: (error) => {
        callOff();
        reject(error);
      },
    },
  };
}

export function tooSlow(origin: string, withinMs: number, saved: "no" | "unknown"): StoreError {
  return new StoreError({
    reason: "too-slow",
    origin,
    problem: `gave no answer within ${withinMs} ms.`,
    remedy:
      "Away Team goes on by itself when it answers again; look at the load of the machine and its disk.",
    saved,
  });
}
