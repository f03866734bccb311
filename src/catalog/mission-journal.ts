import { z } from "zod";
import { audienceSchema, nameSchema, sentenceSchema as sentence } from "./schema.ts";

/** One line of the mission journal. A step with `steps` of its own is a stage or a group. */
export const objectiveSchema = z.strictObject({
  text: z.string().min(1).max(200).describe("The step as the journal words it."),
  count: z.int().min(1).optional().describe("How many are asked for: 18 is shown as 0/18."),
  timerSeconds: z
    .int()
    .min(1)
    .optional()
    .describe("How long the step lasts, in seconds: 119 is shown as 1:59."),
  optional: z.boolean().optional().describe("True where the mission goes on without it."),
  only: audienceSchema.optional().describe("Who the step is for; everyone when left out."),
  note: sentence.optional().describe("What the source says of the step beside its label."),
  get steps() {
    return z
      .array(objectiveSchema)
      .min(1)
      .optional()
      .describe("The steps inside; it is a stage or a group then.");
  },
});

export const briefingSchema = z.strictObject({
  for: audienceSchema.optional().describe("Who hears this variant; everyone when left out."),
  speaker: nameSchema.optional().describe("Who speaks."),
  text: sentence.describe("What is said, retold in our own words."),
});
