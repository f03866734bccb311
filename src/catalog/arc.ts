import { z } from "zod";
import type { DeepReadonly } from "./readonly.ts";
import {
  daySchema,
  factionSchema,
  fullDaySchema,
  nameSchema,
  sentenceSchema,
  slugSchema,
  sourceSchema,
  unverifiedSchema,
} from "./schema.ts";

const arcKinds = ["starter", "story", "featured-series", "side"] as const;

/** A story arc. Its missions name it, and carry their own place in it. */
export const arcSchema = z.strictObject({
  slug: slugSchema,
  name: nameSchema,
  aliases: z.array(nameSchema).min(1).optional(),
  /** The place among the arcs; missing where no source gives it. */
  order: z.int().min(1).optional(),
  factions: z.array(factionSchema).min(1),
  kind: z.enum(arcKinds),
  /** True where the game no longer has it under this name. */
  historical: z.boolean().optional(),
  firstReleased: daySchema.optional(),
  notes: z.array(sentenceSchema).min(1).optional(),
  unverified: unverifiedSchema.optional(),
  sources: z.array(sourceSchema),
});

/** data/arcs.json. */
export const arcsSchema = z.strictObject({
  $schema: z.string(),
  checkedOn: fullDaySchema,
  arcs: z.array(arcSchema).min(1),
});

export type Arc = DeepReadonly<z.infer<typeof arcSchema>>;
