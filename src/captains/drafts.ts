import { guildKey, guildRange } from "../store/document-key.ts";
import type { DocumentKind } from "../store/document-kind.ts";
import type { Store } from "../store/store.ts";
import { noteTrace, type Trace } from "./traces.ts";

/** What a member has begun to say, as every draft carries it. */
interface Begun {
  readonly userId: string;
  /** Epoch ms. */
  readonly madeAt: number;
}

/** What members have begun to say in a guild, kept while they are asked for the rest. */
export interface Drafts<Draft extends Begun> {
  /** Of one member the last few are kept. */
  keep(store: Store, guildId: string, draft: Draft): Promise<void>;
  /** The draft of this member; `undefined` when it is somebody else's, or was kept long enough. */
  find(
    store: Store,
    guildId: string,
    draftId: string,
    asker: { readonly userId: string; readonly now: number },
  ): Promise<Draft | undefined>;
  drop(store: Store, guildId: string, draftId: string): Promise<void>;
  /** Lets go of what nobody came back to. */
  dropOld(store: Store, guildId: string, now: number): Promise<void>;
  /** Where they name a member. */
  readonly traces: Trace;
}

interface DraftSort<Draft> {
  readonly kind: DocumentKind<Draft, Draft | undefined>;
  /** The part of a key after its guild. */
  readonly sort: string;
  idOf(draft: Draft): string;
  /** What the member reads when theirs are erased. */
  readonly what: string;
}

const KEPT_MS = 15 * 60_000;
const OF_EACH = 5;
const ID = /^[a-z0-9]{1,24}$/;

export function drafts<Draft extends Begun>({ kind, sort, idOf, what }: DraftSort<Draft>): Drafts<Draft> {
  const all = async (store: Store, guildId: string) =>
    (await store.list(guildRange(guildId, sort), kind)).documents;
  const ownOf = async (store: Store, guildId: string, userId: string) =>
    (await all(store, guildId)).filter(({ document }) => document.userId === userId);
  const isOld = ({ madeAt }: Draft, now: number) => madeAt + KEPT_MS < now;

  async function dropOld(store: Store, guildId: string, now: number): Promise<void> {
    for (const { key, document } of await all(store, guildId))
      if (isOld(document, now)) await store.remove(key);
  }

  return {
    keep: async (store, guildId, draft) => {
      await noteTrace(store, draft.userId, guildId);
      await store.update(guildKey(guildId, sort, idOf(draft)), kind, () => draft);
      await dropOld(store, guildId, draft.madeAt);
      const others = (await ownOf(store, guildId, draft.userId))
        .filter(({ document }) => idOf(document) !== idOf(draft))
        .toSorted((one, other) => other.document.madeAt - one.document.madeAt);
      for (const { key } of others.slice(OF_EACH - 1)) await store.remove(key);
    },
    find: async (store, guildId, draftId, { userId, now }) => {
      if (!ID.test(draftId)) return undefined;
      const found = await store.read(guildKey(guildId, sort, draftId), kind);
      return found === undefined || found.userId !== userId || isOld(found, now) ? undefined : found;
    },
    drop: async (store, guildId, draftId) => void (await store.remove(guildKey(guildId, sort, draftId))),
    dropOld,
    traces: {
      what,
      collect: async (store, guildId, userId) => {
        const own = await ownOf(store, guildId, userId);
        return own.length === 0 ? undefined : own.map(({ document }) => document);
      },
      erase: async (store, guildId, userId) => {
        const own = await ownOf(store, guildId, userId);
        for (const { key } of own) await store.remove(key);
        return own.length;
      },
    },
  };
}
