import { z } from "zod";
import { drafts } from "../captains/drafts.ts";
import { documentKind } from "../store/document-kind.ts";
import { rhythms } from "../time/recurrence.ts";
import { difficulties } from "./run.ts";

const draft = z
  .object({
    /** The run that comes of it goes by the same id, so that answering a question twice makes it once. */
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

export const runDrafts = documentKind({ name: "draft", version: 1, schema: draft });

export const {
  keep: keepDraft,
  find: findDraft,
  drop: dropDraft,
  dropOld: dropOldDrafts,
  traces: draftTraces,
} = drafts({
  kind: runDrafts,
  sort: "draft",
  idOf: ({ draftId }) => draftId,
  what: "what you had begun to say of a run",
});
