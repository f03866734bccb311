import { z } from "zod";
import type { DeepReadonly } from "./readonly.ts";
import {
  checkedOnSchema,
  factionSchema,
  nameSchema,
  releasedSchema,
  schemaPathSchema,
  sentenceSchema,
  slugSchema,
  sourcesSchema,
  unverifiedSchema,
} from "./schema.ts";

const arcKinds = ["starter", "story", "featured-series", "side"] as const;

/** A story arc. Its missions name it, and carry their own place in it. */
export const arcSchema = z.strictObject({
  slug: slugSchema.describe("Names the arc in its missions' records, and their folder."),
  name: nameSchema.describe("The arc's name as the game writes it."),
  aliases: z.array(nameSchema).min(1).optional().describe("Other names and abbreviations that players type."),
  order: z
    .int()
    .min(1)
    .optional()
    .describe("The place among the arcs, counted from 1; left out where no source gives it."),
  factions: z.array(factionSchema).min(1).describe("Factions whose captains may play it."),
  kind: z
    .enum(arcKinds)
    .describe("starter: the first steps of one faction. side: missions beside the story."),
  historical: z.boolean().optional().describe("True where the game no longer has it under this name."),
  firstReleased: releasedSchema.optional(),
  notes: z
    .array(sentenceSchema)
    .min(1)
    .optional()
    .describe("Whatever else is worth knowing, a sentence each."),
  unverified: unverifiedSchema.optional(),
  sources: sourcesSchema,
});

/** data/arcs.json. */
export const arcsSchema = z.strictObject({
  $schema: schemaPathSchema,
  checkedOn: checkedOnSchema,
  arcs: z.array(arcSchema).min(1).describe("Every story arc."),
});

export type Arc = DeepReadonly<z.infer<typeof arcSchema>>;
