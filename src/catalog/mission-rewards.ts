import { z } from "zod";
import {
  audienceSchema,
  fullDaySchema,
  levelSchema,
  nameSchema as name,
  sentenceSchema as sentence,
  slugSchema,
} from "./schema.ts";

const choiceSchema = z.strictObject({
  name,
  quantity: z.int().min(1),
  /** The level from which a captain can use it; anybody can take it. */
  usableFromLevel: levelSchema.optional(),
  note: sentence.optional(),
});

/** A time during which the mission paid something extra. */
export const eventSchema = z.strictObject({
  starts: fullDaySchema,
  /** The last day. */
  ends: fullDaySchema,
  /** `weekly`: one claim a week. `rerun-week`: the week of a repeated series. `irregular`: see the note. */
  cadence: z.enum(["weekly", "rerun-week", "daily", "irregular"]),
  minLevel: levelSchema.optional(),
  per: z.enum(["account", "captain"]).optional(),
  maxClaims: z.int().min(1).optional(),
  rewardBox: name.optional(),
  /** One of these is taken with each claim. */
  choices: z.array(choiceSchema).optional(),
  note: sentence.optional(),
});

export const accoladeSchema = z.strictObject({
  /** Missing where the source does not give the name. */
  name: name.optional(),
  points: z.int().min(0).optional(),
  how: sentence,
  for: audienceSchema.optional(),
  note: sentence.optional(),
});

/** Kills in this mission that count towards accolades earned by counting. */
export const killCountSchema = z.strictObject({
  target: name,
  perStage: z.array(z.strictObject({ stage: name, kills: z.int().min(1) })).min(1),
  total: z.int().min(1),
  feeds: z.array(name).min(1),
  otherMissions: z.array(slugSchema).optional(),
  note: sentence.optional(),
});

/** What finishing the mission changes for good. */
export const effectSchema = z.strictObject({
  subject: name,
  for: audienceSchema.optional(),
  before: sentence,
  after: sentence,
});

export const replayRowSchema = z.strictObject({
  fromLevel: levelSchema,
  toLevel: levelSchema,
  rank: name,
  skillPoints: z.int().min(0),
  expertise: z.int().min(0),
  /** The mark of the items, as the game writes it: `VIII`. */
  mark: z.string().regex(/^[IVX]+$/),
});
