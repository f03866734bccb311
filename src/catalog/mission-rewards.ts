import { z } from "zod";
import {
  audienceSchema,
  fullDaySchema,
  levelSchema,
  nameSchema as name,
  noteSchema as note,
  sentenceSchema as sentence,
  slugSchema,
} from "./schema.ts";

const choiceSchema = z.strictObject({
  name: name.describe("What can be taken."),
  quantity: z.int().min(1).describe("How many of it one claim gives."),
  usableFromLevel: levelSchema
    .optional()
    .describe("The level from which a captain can use it; anybody can take it."),
  note: note.optional(),
});

/** A time during which the mission paid something extra. */
export const eventSchema = z.strictObject({
  starts: fullDaySchema.describe("The first day."),
  ends: fullDaySchema.describe("The last day."),
  cadence: z
    .enum(["weekly", "rerun-week", "daily", "irregular"])
    .describe(
      "How often it can be claimed. rerun-week: in the one week of a repeated series. irregular: see the note.",
    ),
  minLevel: levelSchema.optional().describe("The lowest level during the event."),
  per: z.enum(["account", "captain"]).optional().describe("Whose claims count."),
  maxClaims: z.int().min(1).optional().describe("How many claims are possible in all."),
  rewardBox: name.optional().describe("The box that the reward comes in."),
  choices: z.array(choiceSchema).optional().describe("One of these is taken with each claim."),
  note: note.optional(),
});

export const accoladeSchema = z.strictObject({
  name: name.optional().describe("What it is called; left out where the source does not say."),
  points: z.int().min(0).optional().describe("Accolade points that it gives."),
  how: sentence.describe("What has to be done for it."),
  for: audienceSchema.optional().describe("Who can earn it; everyone when left out."),
  note: note.optional(),
});

/** Kills in this mission that count towards accolades earned by counting. */
export const killCountSchema = z.strictObject({
  target: name.describe("Whose kills count."),
  perStage: z
    .array(
      z.strictObject({
        stage: name.describe("A stage of the objectives."),
        kills: z.int().min(1).describe("How many can be counted there."),
      }),
    )
    .min(1)
    .describe("How many there are, stage by stage."),
  total: z.int().min(1).describe("How many one pass through the mission gives: the sum of the stages."),
  feeds: z.array(name).min(1).describe("The accolades that count them."),
  otherMissions: z.array(slugSchema).optional().describe("Slugs of other missions that feed the same ones."),
  note: note.optional(),
});

/** What finishing the mission changes for good. */
export const effectSchema = z.strictObject({
  subject: name.describe("What changes."),
  for: audienceSchema.optional().describe("For whom it changes; for everyone when left out."),
  before: sentence.describe("How it is before."),
  after: sentence.describe("How it is from then on."),
});

export const replayRowSchema = z.strictObject({
  fromLevel: levelSchema.describe("The first level of the row."),
  toLevel: levelSchema.describe("The last level of the row."),
  rank: name.describe("The rank that the source gives to these levels."),
  skillPoints: z.int().min(0).describe("Skill points that a replay pays."),
  expertise: z.int().min(0).describe("Expertise that a replay pays."),
  mark: z
    .string()
    .regex(/^[IVX]+$/)
    .describe("The mark of the items, as the game writes it: VIII."),
});
