import { z } from "zod";
import { drafts } from "../captains/drafts.ts";
import { documentKind } from "../store/document-kind.ts";
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

export const {
  keep: keepDraft,
  find: findDraft,
  drop: dropDraft,
  dropOld: dropOldRewardDrafts,
  traces: rewardDraftTraces,
} = drafts({
  kind: rewardDrafts,
  sort: "reward-draft",
  idOf: ({ interactionId }) => interactionId,
  what: "what you had begun to say of a reward",
});
