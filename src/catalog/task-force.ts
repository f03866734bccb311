import { z } from "zod";
import { completenessLevels, difficultyLevels, missionStates, taskForceKinds } from "./game.ts";
import type { DeepReadonly } from "./readonly.ts";
import {
  cameWithSchema,
  checkedOnSchema,
  environmentsSchema,
  factionSchema,
  levelRuleSchema,
  nameSchema as name,
  noteSchema as note,
  releasedSchema,
  rewardSchema,
  schemaPathSchema,
  sentenceSchema as sentence,
  slugSchema,
  sourcesSchema,
  unverifiedSchema,
} from "./schema.ts";

const difficultySchema = z.strictObject({
  level: z.enum(difficultyLevels).describe("Which difficulty."),
  note: sentence.optional().describe("What is different at it."),
  rewards: z.array(rewardSchema).min(1).optional().describe("What it gives beside the rewards of all."),
});

/** Something on the map that one or more of the team take care of. */
const jobSchema = z.strictObject({
  name: name.describe("What there is to do, in a few words."),
  players: z
    .int()
    .min(1)
    .optional()
    .describe("How many of the team it takes; left out where no source says."),
  note: note.optional(),
});

const phaseSchema = z.strictObject({
  name: name.describe("What the stage is called."),
  seconds: z.int().min(1).describe("How long it lasts, in seconds."),
});

/** Group content that is queued for, or flown as a patrol: data/task-forces/<slug>.json. */
export const taskForceSchema = z.strictObject({
  $schema: schemaPathSchema,
  slug: slugSchema.describe("The task force's name in commands and links, and the name of this file."),
  title: name.describe("The title as the game writes it."),
  aliases: z.array(name).min(1).optional().describe("Abbreviations and other names that a source gives."),
  rememberedAliases: z
    .array(name)
    .min(1)
    .optional()
    .describe("Abbreviations remembered, not read. They are searched like the others."),
  kind: z
    .enum(taskForceKinds)
    .describe("tfo: a task force operation. event-tfo: one that is open during an event only."),
  state: z.enum(missionStates).describe("unknown counts as playable, and is shown as not verified."),
  cameWith: cameWithSchema.optional(),
  released: releasedSchema.optional(),
  releaseNote: sentence.optional().describe("What a source says of how or when it came."),
  factions: z
    .array(factionSchema)
    .min(1)
    .optional()
    .describe("Factions that may play it; left out where no source says."),
  levels: z
    .array(levelRuleSchema)
    .min(1)
    .optional()
    .describe("The lowest levels; the first rule that fits a captain holds."),
  environments: environmentsSchema,
  craft: name.optional().describe("What it is flown in, where a starship does not do: shuttle."),
  teamSize: z.int().min(1).max(50).optional().describe("How many captains make a team."),
  teamNote: sentence.optional().describe("What a source says of the team beside its size."),
  difficulties: z.array(difficultySchema).min(1).optional().describe("The difficulties there are."),
  variants: z.array(name).min(1).optional().describe("Versions that are not difficulties: hard."),
  timeLimitSeconds: z.int().min(1).optional().describe("How long a team has, in seconds."),
  cooldownSeconds: z
    .int()
    .min(1)
    .optional()
    .describe("How long the queue stays closed after a run, in seconds."),
  phases: z.array(phaseSchema).min(1).optional().describe("Stages that run by the clock, in order."),
  storyGroup: name.optional().describe("The group of patrols it is listed in."),
  system: name.optional().describe("The star system it takes place in."),
  summary: sentence.optional().describe("One sentence that says what it is about."),
  enemies: z.array(name).min(1).optional().describe("Whom captains fight."),
  optionalObjectives: z
    .array(sentence)
    .min(1)
    .optional()
    .describe("What gives something extra, a sentence each."),
  jobs: z.array(jobSchema).min(1).optional().describe("What the team splits up for."),
  tips: z.array(sentence).min(1).optional().describe("What helps, a sentence each."),
  marks: z.array(name).min(1).optional().describe("The marks that it pays."),
  rewards: z.array(rewardSchema).min(1).optional().describe("What it gives at every difficulty."),
  notes: z.array(sentence).min(1).optional().describe("Whatever else is worth knowing, a sentence each."),
  unverified: unverifiedSchema.optional(),
  completeness: z.enum(completenessLevels).describe("How much of it is told: from full down to title-only."),
  sources: sourcesSchema,
  checkedOn: checkedOnSchema,
});

export type TaskForce = DeepReadonly<z.infer<typeof taskForceSchema>>;
