import { z } from "zod";
import { careers, difficultyLevels, MAX_LEVEL, platforms, recruitTypes } from "./game.ts";
import type { DeepReadonly } from "./readonly.ts";
import {
  allegianceSchema,
  daySchema,
  factionSchema,
  fullDaySchema,
  levelSchema,
  nameSchema as name,
  sentenceSchema as sentence,
  slugSchema,
  sourceSchema,
  unverifiedSchema,
} from "./schema.ts";

const sources = z.array(sourceSchema);
const notes = z.array(sentence).min(1).optional();
const unverified = unverifiedSchema.optional();
const ladderNames = z.enum(["starfleet", "klingon", "romulan", "dominion"]);

const factionFactsSchema = z.strictObject({
  slug: factionSchema,
  name,
  /** What players call it: `KDF`. */
  short: z.array(name).min(1),
  levels: z.strictObject({ from: levelSchema, to: levelSchema }),
  /** One is given; of several the captain chooses one for good. */
  allegiances: z.array(allegianceSchema).min(1),
  allegianceNote: sentence.optional(),
  hub: name.optional(),
  hubNote: sentence.optional(),
  released: daySchema,
  cameWith: name.optional(),
  ranks: ladderNames,
  variants: z
    .array(z.strictObject({ allegiance: allegianceSchema, name }))
    .min(1)
    .optional(),
  notes,
  unverified,
  sources,
});

const recruitFactsSchema = z.strictObject({
  slug: z.enum(recruitTypes),
  name,
  theme: sentence.optional(),
  factions: z.array(factionSchema).min(1).optional(),
  /** Times in which such a captain could be made. */
  windows: z
    .array(z.strictObject({ starts: daySchema, ends: daySchema.optional(), note: sentence.optional() }))
    .optional(),
  rules: z.array(sentence).min(1).optional(),
  notes,
  unverified,
  sources,
});

const rankStepSchema = z.strictObject({ level: levelSchema, rank: name });

const teamSizeSchema = z.strictObject({
  what: name,
  size: z.int().min(1).max(50),
  min: z.int().min(1).optional(),
  note: sentence.optional(),
  sources,
});

const roleSchema = z.strictObject({
  slug: slugSchema,
  name,
  measuredBy: sentence,
  tools: z.array(name).min(1).optional(),
  sources,
});

const reputationSchema = z.strictObject({
  unlockLevel: levelSchema,
  tiers: z.array(z.strictObject({ tier: z.int().min(1), xpTotal: z.int().min(1) })).min(1),
  dailyProject: z.strictObject({
    marks: z.int(),
    xp: z.int(),
    cooldownHours: z.int(),
    dailiesToTier5: z.int(),
    daysToTier5: z.int(),
  }),
  accountRule: sentence,
  bonus: sentence,
  list: z.array(z.strictObject({ name, mark: name, cameWith: name.optional(), unverified })).min(1),
  notes,
  sources,
});

const fleetFactsSchema = z.strictObject({
  maxMembers: z.int().min(1),
  armadaMaxFleets: z.int().min(1),
  armadaRule: sentence,
  inGameTools: z.array(name).min(1),
  holdings: z.array(z.strictObject({ name, added: daySchema, tiers: z.int().min(1) })).min(1),
  notes,
  sources,
});

/** data/game.json: the rules and words of the game that no single record owns. */
export const gameSchema = z.strictObject({
  $schema: z.string(),
  checkedOn: fullDaySchema,
  maxLevel: z.strictObject({ level: z.literal(MAX_LEVEL), sources }),
  factions: z.array(factionFactsSchema).min(1),
  recruits: z.array(recruitFactsSchema).min(1),
  careers: z.array(z.strictObject({ slug: z.enum(careers), name, short: name })).min(1),
  ranks: z.strictObject({
    ladders: z.record(ladderNames, z.array(rankStepSchema).min(1)),
    notes,
    sources,
  }),
  experience: z.strictObject({
    levels: z.array(z.strictObject({ level: levelSchema, xp: z.int().min(0) })).min(1),
    sources,
  }),
  markGrades: z.strictObject({
    levels: z.array(z.strictObject({ fromLevel: levelSchema, marks: z.array(name).min(1) })).min(1),
    notes,
    unverified,
    sources,
  }),
  starshipTiers: z.strictObject({
    levels: z.array(z.strictObject({ fromLevel: levelSchema, tier: name })).min(1),
    sources,
  }),
  teamSizes: z.array(teamSizeSchema).min(1),
  roles: z.array(roleSchema).min(1),
  difficulties: z.strictObject({
    levels: z.array(z.strictObject({ slug: z.enum(difficultyLevels), note: sentence.optional() })).min(1),
    sources,
  }),
  reputation: reputationSchema,
  fleets: fleetFactsSchema,
  platforms: z.array(z.strictObject({ slug: z.enum(platforms), name })).min(1),
  /** Rules told in a sentence, by what they are about. */
  facts: z.array(z.strictObject({ about: name, fact: sentence, sources })).min(1),
});

export type Game = DeepReadonly<z.infer<typeof gameSchema>>;
