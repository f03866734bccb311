import { z } from "zod";
import { allegiances, careers, environments, factions, MAX_LEVEL, recruitTypes } from "./game.ts";

export const sentenceSchema = z.string().min(1).max(1500);
export const nameSchema = z.string().min(1).max(120);
export const factionSchema = z.enum(factions);
export const allegianceSchema = z.enum(allegiances);
export const levelSchema = z.int().min(0).max(MAX_LEVEL);

/** A calendar day as the sources give it, in no particular time zone: `2018-06-28`, or `2018-06`, or `2018`. */
export const daySchema = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    "Write a day as 2018-06-28, 2018-06 or 2018.",
  );

/** A whole calendar day: `2018-06-28`. */
export const fullDaySchema = z.iso.date("Write a day as 2018-06-28.");

/** Lower-case words joined by hyphens; also the name of the record's file. */
export const slugSchema = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "A slug is lower-case letters, digits and single hyphens.");

export const audienceSchema = z.strictObject({
  factions: z.array(factionSchema).min(1).optional(),
  allegiances: z.array(allegianceSchema).min(1).optional(),
  careers: z.array(z.enum(careers)).min(1).optional(),
  recruits: z.array(z.enum(recruitTypes)).min(1).optional(),
  playThrough: z.enum(["first", "replay"]).optional(),
});

export const sourceSchema = z.strictObject({
  title: z.string().min(1).max(120),
  url: z.url({ protocol: /^https?$/ }).optional(),
});

/** The lowest level for some captains. */
export const levelRuleSchema = z.strictObject({
  from: levelSchema,
  for: audienceSchema.optional(),
  /** When and where the rule was read. */
  note: sentenceSchema.optional(),
});

export const rewardSchema = z.strictObject({
  name: nameSchema,
  kind: nameSchema,
  note: sentenceSchema.optional(),
});

export const environmentsSchema = z.array(z.enum(environments)).min(1);
/** Fields remembered, worked out or retold rather than read. */
export const unverifiedSchema = z.array(z.string().min(1)).min(1);

/** data/sentences.json: sentences that several records share, by key. A record writes `@key` in their place. */
export const sentencesSchema = z.strictObject({
  $schema: z.string(),
  sentences: z.record(slugSchema, sentenceSchema),
});
