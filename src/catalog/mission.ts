import { z } from "zod";
import {
  allegiances,
  bugKnowledge,
  bugStates,
  completenessLevels,
  missionStates,
  platforms,
  recruitTypes,
} from "./game.ts";
import { castSchema } from "./mission-cast.ts";
import { briefingSchema, objectiveSchema } from "./mission-journal.ts";
import {
  accoladeSchema,
  effectSchema,
  eventSchema,
  killCountSchema,
  replayRowSchema,
} from "./mission-rewards.ts";
import type { DeepReadonly } from "./readonly.ts";
import {
  audienceSchema,
  daySchema,
  environmentsSchema,
  factionSchema,
  fullDaySchema,
  levelRuleSchema,
  nameSchema as name,
  rewardSchema,
  sentenceSchema as sentence,
  slugSchema,
  sourceSchema,
  unverifiedSchema,
} from "./schema.ts";

const bugSchema = z.strictObject({
  id: slugSchema,
  summary: sentence,
  /** The text of the objective concerned. */
  objective: z.string().min(1).optional(),
  state: z.enum(bugStates),
  workaround: sentence.optional(),
  /** What the source says of each faction; a faction that is not named is unknown. */
  factions: z.partialRecord(factionSchema, z.enum(bugKnowledge)),
  note: sentence.optional(),
  source: sourceSchema,
});

/** A story mission, as data/missions/<arc>/<slug>.json holds it. */
export const missionSchema = z.strictObject({
  $schema: z.string(),
  slug: slugSchema,
  title: name,
  aliases: z.array(name).optional(),
  arc: slugSchema,
  /** The place in the arc, counted from 1; missing where no source gives it. */
  orderInArc: z.int().min(1).optional(),
  previous: slugSchema.optional(),
  next: slugSchema.optional(),
  kind: name.optional(),
  /** `unknown` counts as playable and is shown as not verified. */
  state: z.enum(missionStates),
  removed: z
    .strictObject({
      on: daySchema.optional(),
      season: name.optional(),
      reason: sentence,
      /** Named only when a source names it. */
      replacedBy: slugSchema.optional(),
    })
    .optional(),
  /** Expansion or season the mission came with. */
  cameWith: name.optional(),
  released: daySchema.optional(),
  /** Where consoles got it on another day than PC. */
  releasedOn: z.partialRecord(z.enum(platforms), daySchema).optional(),
  /** Factions that may play it; missing where no source says. */
  factions: z.array(factionSchema).min(1).optional(),
  recruitVariants: z.array(z.enum(recruitTypes)).optional(),
  /** Lowest levels by rule; the first rule that fits a captain holds. */
  levels: z.array(levelRuleSchema).optional(),
  prerequisites: z.array(slugSchema).optional(),
  giver: name.optional(),
  /** Each giver by name, where captains of different factions have different ones. */
  givers: z
    .array(z.strictObject({ name, for: audienceSchema }))
    .min(2)
    .optional(),
  environments: environmentsSchema.optional(),
  /** One sentence that gives nothing away. */
  summary: sentence.optional(),
  /** What the journal tells before the start. */
  opening: sentence.optional(),
  briefings: z.array(briefingSchema).optional(),
  firstGoal: sentence.optional(),
  /** The plot. Never shown in the open. */
  story: sentence.optional(),
  spoilers: z
    .strictObject({
      /** True hides foes too, because the plot turns on them. */
      hidesFoes: z.boolean(),
      notice: sentence.optional(),
    })
    .optional(),
  enemies: z.array(name).optional(),
  locations: z.array(name).optional(),
  sideQuests: z.array(name).optional(),
  objectives: z.array(objectiveSchema).min(1).optional(),
  /** True where the source's list breaks off. */
  objectivesBreakOff: z.boolean().optional(),
  /** A choice the captain makes for good. */
  choice: z
    .strictObject({
      kind: z.enum(["allegiance"]),
      options: z.array(z.enum(allegiances)).min(2),
      permanent: z.boolean(),
    })
    .optional(),
  events: z.array(eventSchema).optional(),
  rewards: z.array(rewardSchema).optional(),
  accolades: z.array(accoladeSchema).optional(),
  killCounts: killCountSchema.optional(),
  effects: z.array(effectSchema).optional(),
  bugs: z.array(bugSchema).optional(),
  /** What a replay pays by level. */
  replay: z.array(replayRowSchema).optional(),
  cast: castSchema.optional(),
  notes: z.array(sentence).optional(),
  unverified: unverifiedSchema.optional(),
  completeness: z.enum(completenessLevels),
  /** Empty only for a record of which nothing but the title is known. */
  sources: z.array(sourceSchema),
  /** The day the sources were last read. */
  checkedOn: fullDaySchema,
});

export type Mission = DeepReadonly<z.infer<typeof missionSchema>>;
export type Objective = NonNullable<Mission["objectives"]>[number];
export type Bug = NonNullable<Mission["bugs"]>[number];
export type MissionEvent = NonNullable<Mission["events"]>[number];
