import { z } from "zod";
import { audienceSchema, nameSchema, sentenceSchema as sentence } from "./schema.ts";

/** One line of the mission journal. A step with `steps` of its own is a stage or a group. */
export const objectiveSchema = z.strictObject({
  text: z.string().min(1).max(200),
  /** How many are asked for: 18 is shown as `0/18`. */
  count: z.int().min(1).optional(),
  /** How long the step lasts: 119 is shown as `1:59`. */
  timerSeconds: z.int().min(1).optional(),
  optional: z.boolean().optional(),
  /** Who the step is for; everyone when missing. */
  only: audienceSchema.optional(),
  /** What the source says of the step beside its label. */
  note: sentence.optional(),
  get steps() {
    return z.array(objectiveSchema).min(1).optional();
  },
});

export const briefingSchema = z.strictObject({
  /** Who hears this variant; everyone when missing. */
  for: audienceSchema.optional(),
  speaker: nameSchema.optional(),
  text: sentence,
});
