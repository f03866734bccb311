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
  factions: z.array(factionSchema).min(1).optional().describe("Captains of one of these factions."),
  allegiances: z
    .array(allegianceSchema)
    .min(1)
    .optional()
    .describe("Romulan and Jem'Hadar captains who declared for one of these."),
  careers: z.array(z.enum(careers)).min(1).optional().describe("Captains of one of these careers."),
  recruits: z.array(z.enum(recruitTypes)).min(1).optional().describe("Recruits of one of these types."),
  playThrough: z
    .enum(["first", "replay"])
    .optional()
    .describe("Only the first time the mission is played, or only when it is played again."),
});

export const sourceSchema = z.strictObject({
  title: z.string().min(1).max(120).describe("The page's own title."),
  url: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("Where the page is; left out for a text that came with the project."),
});

/** The lowest level for some captains. */
export const levelRuleSchema = z.strictObject({
  from: levelSchema.describe("The lowest level a captain may have."),
  for: audienceSchema.optional().describe("Whom the rule is for; everyone when left out."),
  note: sentenceSchema.optional().describe("When and where the rule was read."),
});

export const rewardSchema = z.strictObject({
  name: nameSchema.describe("What it is called in the game."),
  kind: nameSchema.describe(
    "What sort of thing it is, as the source says: item, trophy, expertise, reward box.",
  ),
  note: sentenceSchema.optional().describe("What the source says of it."),
});

export const environmentsSchema = z
  .array(z.enum(environments))
  .min(1)
  .describe("Where it takes place: in space, on the ground, or where nobody fights.");
export const unverifiedSchema = z
  .array(z.string().min(1))
  .min(1)
  .describe("Names of the fields that were remembered, worked out or retold rather than read.");

export const noteSchema = sentenceSchema.describe("What a source says beside it, in our own words.");
export const notesSchema = z
  .array(sentenceSchema)
  .min(1)
  .describe("Whatever else is worth knowing, a sentence each.");
export const sourcesSchema = z
  .array(sourceSchema)
  .describe("The pages that the facts were read on; empty only where nothing but a title is known.");
export const schemaPathSchema = z.string().describe("The JSON Schema that an editor checks this file with.");
export const checkedOnSchema = fullDaySchema.describe("The day on which the sources were last read.");
export const releasedSchema = daySchema.describe("When it came into the game: a day, a month or a year.");
export const cameWithSchema = nameSchema.describe("The expansion or season it came with.");

/** data/sentences.json: sentences that several records share, by key. A record writes `@key` in their place. */
export const sentencesSchema = z.strictObject({
  $schema: schemaPathSchema,
  sentences: z
    .record(slugSchema, sentenceSchema)
    .describe("Each sentence by its key; a record writes `@key` in its place."),
});
