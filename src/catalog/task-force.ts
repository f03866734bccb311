import { z } from "zod";
import { completenessLevels, difficultyLevels, missionStates, taskForceKinds } from "./game.ts";
import type { DeepReadonly } from "./readonly.ts";
import {
  daySchema,
  environmentsSchema,
  factionSchema,
  fullDaySchema,
  levelRuleSchema,
  nameSchema,
  rewardSchema,
  sentenceSchema,
  slugSchema,
  sourceSchema,
  unverifiedSchema,
} from "./schema.ts";

const difficultySchema = z.strictObject({
  level: z.enum(difficultyLevels),
  /** What is different at this difficulty. */
  note: sentenceSchema.optional(),
  rewards: z.array(rewardSchema).min(1).optional(),
});

/** Something on the map that one or more of the team take care of. */
const jobSchema = z.strictObject({
  name: nameSchema,
  /** How many of the team; missing where no source says. */
  players: z.int().min(1).optional(),
  note: sentenceSchema.optional(),
});

const phaseSchema = z.strictObject({ name: nameSchema, seconds: z.int().min(1) });

/** Group content that is queued for, or flown as a patrol: data/task-forces/<slug>.json. */
export const taskForceSchema = z.strictObject({
  $schema: z.string(),
  slug: slugSchema,
  title: nameSchema,
  /** Abbreviations and other names that a source gives. */
  aliases: z.array(nameSchema).min(1).optional(),
  /** Abbreviations remembered, not read. They are searched like the others. */
  rememberedAliases: z.array(nameSchema).min(1).optional(),
  kind: z.enum(taskForceKinds),
  state: z.enum(missionStates),
  /** Season the map came with. */
  cameWith: nameSchema.optional(),
  released: daySchema.optional(),
  releaseNote: sentenceSchema.optional(),
  factions: z.array(factionSchema).min(1).optional(),
  levels: z.array(levelRuleSchema).min(1).optional(),
  environments: environmentsSchema,
  /** What it is flown in, where a starship does not do: `shuttle`. */
  craft: nameSchema.optional(),
  teamSize: z.int().min(1).max(50).optional(),
  teamNote: sentenceSchema.optional(),
  difficulties: z.array(difficultySchema).min(1).optional(),
  /** Versions that are not difficulties: `hard`. */
  variants: z.array(nameSchema).min(1).optional(),
  timeLimitSeconds: z.int().min(1).optional(),
  /** How long the queue stays closed after a run. */
  cooldownSeconds: z.int().min(1).optional(),
  /** Stages that run by the clock. */
  phases: z.array(phaseSchema).min(1).optional(),
  /** The group of patrols it is listed in. */
  storyGroup: nameSchema.optional(),
  system: nameSchema.optional(),
  summary: sentenceSchema.optional(),
  enemies: z.array(nameSchema).min(1).optional(),
  optionalObjectives: z.array(sentenceSchema).min(1).optional(),
  jobs: z.array(jobSchema).min(1).optional(),
  tips: z.array(sentenceSchema).min(1).optional(),
  marks: z.array(nameSchema).min(1).optional(),
  rewards: z.array(rewardSchema).min(1).optional(),
  notes: z.array(sentenceSchema).min(1).optional(),
  unverified: unverifiedSchema.optional(),
  completeness: z.enum(completenessLevels),
  /** Empty only for a record of which nothing but the title is known. */
  sources: z.array(sourceSchema),
  checkedOn: fullDaySchema,
});

export type TaskForce = DeepReadonly<z.infer<typeof taskForceSchema>>;
