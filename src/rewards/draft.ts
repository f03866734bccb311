import { z } from "zod";
import { guildKey, guildRange } from "../store/document-key.ts";
import { documentKind } from "../store/document-kind.ts";
import type { Store } from "../store/store.ts";
import { cadences, counted } from "./track.ts";

const id = z.string().regex(/^\d{1,20}$/);

const draft = z
  .object({
    userId: id,
    madeAt: z.number().int(),
    interactionId: id,
    what: z.string().max(200),
    starts: z.string().max(200).optional(),
    /** Once it is known which instant is meant. */
    startsAt: z.number().int().optional(),
    zone: z.string().max(64),
    channelId: id.optional(),
    weeks: z.number().int().optional(),
    days: z.number().int().optional(),
    needed: z.number().int().optional(),
    cadence: z.enum(cadences).optional(),
    per: z.enum(counted).optional(),
    pictures: z.boolean().optional(),
  })
  .readonly();

/** What an officer has said of a reward so far, kept while they are asked when it starts. */
export type Draft = z.infer<typeof draft>;

export const rewardDrafts = documentKind({ name: "reward-draft", version: 1, schema: draft });

const SORT = "reward-draft";
const KEPT_MS = 15 * 60_000;

/** Keeps a draft under the interaction that began it, and lets go of those that nobody came back to. */
export async function keepDraft(store: Store, guildId: string, kept: Draft): Promise<void> {
  await store.update(guildKey(guildId, SORT, kept.interactionId), rewardDrafts, () => kept);
  const { documents } = await store.list(guildRange(guildId, SORT), rewardDrafts);
  for (const { key, document } of documents)
    if (document.madeAt + KEPT_MS < kept.madeAt) await store.remove(key);
}

/** The draft of this member; `undefined` when it is somebody else's, or was kept long enough. */
export async function findDraft(
  store: Store,
  guildId: string,
  draftId: string,
  { userId, now }: { readonly userId: string; readonly now: number },
): Promise<Draft | undefined> {
  if (!/^\d{1,20}$/.test(draftId)) return undefined;
  const found = await store.read(guildKey(guildId, SORT, draftId), rewardDrafts);
  return found?.userId === userId && found.madeAt + KEPT_MS >= now ? found : undefined;
}

/** Where guilds' drafts name a member. They are gone a quarter of an hour later anyway. */
export const rewardDraftTraces = {
  what: "what you had begun to say of a reward",
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
  const { documents } = await store.list(guildRange(guildId, SORT), rewardDrafts);
  return documents.filter(({ document }) => document.userId === userId);
}
