import type { DocumentKey } from "../store/document-key.ts";
import type { DocumentKind } from "../store/document-kind.ts";
import type { Store } from "../store/store.ts";

/** Told of every change that is on disk; `undefined` when the document is not there any more, or was not before. */
export type Watcher = (
  key: DocumentKey,
  kindName: string | undefined,
  document: unknown,
  before: unknown,
) => void;

/** The same store, which tells what was changed: what somebody owes can so never be forgotten to be looked at. */
export function watched(store: Store, tell: Watcher): Store {
  return {
    ...store,
    update: async <T, A extends T | undefined>(
      key: DocumentKey,
      kind: DocumentKind<T, A>,
      change: (document: T | A) => T | A,
    ) => {
      let changed: { readonly before: unknown } | undefined;
      const document = await store.update(key, kind, (before) => {
        const after = change(before);
        changed = after === before ? undefined : { before };
        return after;
      });
      if (changed !== undefined) tell(key, kind.name, document, changed.before);
      return document;
    },
    decide: async (key, kind, rule) => {
      let changed: { readonly document: unknown; readonly before: unknown } | undefined;
      const outcome = await store.decide(key, kind, (before) => {
        const decision = rule(before);
        changed = decision.document === before ? undefined : { document: decision.document, before };
        return decision;
      });
      if (changed !== undefined) tell(key, kind.name, changed.document, changed.before);
      return outcome;
    },
    create: async (key, kind, document) => {
      const isNew = await store.create(key, kind, document);
      if (isNew) tell(key, kind.name, document, undefined);
      return isNew;
    },
    remove: async (key) => {
      const wasThere = await store.remove(key);
      tell(key, undefined, undefined, undefined);
      return wasThere;
    },
  };
}
