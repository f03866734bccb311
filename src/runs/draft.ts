import { z } from "zod";
import { guildKey, guildRange } from "../store/document-key.ts";
import { documentKind } from "../store/document-kind.ts";
import type { Store } from "../store/store.ts";
import { rhythms } from "../time/recurrence.ts";
import { difficulties } from "./run.ts";

const draft = z
  .object({
    draftId: z.string().regex(/^[a-z0-9]{1,24}$/),
    userId: z.string().regex(/^\d{1,20}$/),
    channelId: z.string().regex(/^\d{1,20}$/),
    madeAt: z.number().int(),
    /** What was typed for the mission; `slug` once it is known which. */
    mission: z.string().max(200),
    slug: z.string().max(60).optional(),
    when: z.string().max(200).optional(),
    /** Once it is known which instant is meant. */
    startsAt: z.number().int().optional(),
    /** True once they want it although there is one like it. */
    isAnyway: z.boolean().optional(),
    seats: z.number().int().optional(),
    difficulty: z.enum(difficulties).optional(),
    roles: z.string().max(100).optional(),
    note: z.string().max(300).optional(),
    minLevel: z.number().int().optional(),
    ping: z.boolean().optional(),
    repeat: z.enum(rhythms).optional(),
    /** The reward for which it is gathered: those who still need it are told. */
    reward: z.string().max(24).optional(),
    /** True once they know for whom the hour will shift. */
    isWarned: z.boolean().optional(),
  })
  .readonly();

/** What somebody has said of a run so far, kept while they are asked for the rest. */
export type Draft = z.infer<typeof draft>;

export const drafts = documentKind({ name: "draft", version: 1, schema: draft });

const KEPT_MS = 15 * 60_000;
const DRAFTS_OF_EACH = 5;

/** Keeps a draft under its id, and of one member the last few. */
export async function keepDraft(store: Store, guildId: string, kept: Draft): Promise<void> {
  await store.update(guildKey(guildId, "draft", kept.draftId), drafts, () => kept);
  await dropOldDrafts(store, guildId, kept.madeAt);
  const others = (await draftsOf(store, guildId, kept.userId))
    .filter(({ document }) => document.draftId !== kept.draftId)
    .toSorted((one, other) => other.document.madeAt - one.document.madeAt);
  for (const { key } of others.slice(DRAFTS_OF_EACH - 1)) await store.remove(key);
}

/** Lets go of what nobody came back to. */
export async function dropOldDrafts(store: Store, guildId: string, now: number): Promise<void> {
  const { documents } = await store.list(guildRange(guildId, "draft"), drafts);
  for (const { key, document } of documents) if (document.madeAt + KEPT_MS < now) await store.remove(key);
}

/** The draft of this member; `undefined` when it is somebody else's, or was kept long enough. */
export async function findDraft(
  store: Store,
  guildId: string,
  draftId: string,
  { userId, now }: { readonly userId: string; readonly now: number },
): Promise<Draft | undefined> {
  if (!/^[a-z0-9]{1,24}$/.test(draftId)) return undefined;
  const found = await store.read(guildKey(guildId, "draft", draftId), drafts);
  return found?.userId === userId && found.madeAt + KEPT_MS >= now ? found : undefined;
}

export async function dropDraft(store: Store, guildId: string, draftId: string): Promise<void> {
  await store.remove(guildKey(guildId, "draft", draftId));
}

/** Where guilds' drafts name a member. They are gone a quarter of an hour later anyway. */
export const draftTraces = {
  what: "what you had begun to say of a run",
  collect: async (store: Store, guildId: string, userId: string): Promise<unknown> => {
    const own = await draftsOf(store, guildId, userId);
    return own.length === 0 ? undefined : own.map(({ document }) => document);
  },
  erase: async (store: Store, guildId: string, userId: string): Promise<number> => {
    const own = await draftsOf(store, guildId, userId);
    for (const { key } of own) await store.remove(key);
    return own.length;
  },
};

async function draftsOf(store: Store, guildId: string, userId: string) {
  const { documents } = await store.list(guildRange(guildId, "draft"), drafts);
  return documents.filter(({ document }) => document.userId === userId);
}
