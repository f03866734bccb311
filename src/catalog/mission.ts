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
  cameWithSchema,
  checkedOnSchema,
  daySchema,
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
  sourceSchema,
  sourcesSchema,
  unverifiedSchema,
} from "./schema.ts";

const bugSchema = z.strictObject({
  id: slugSchema.describe("Names the bug for good: buttons and fleets' reports point to it."),
  summary: sentence.describe("What goes wrong, in one sentence."),
  objective: z.string().min(1).optional().describe("The text of the objective concerned, letter by letter."),
  state: z
    .enum(bugStates)
    .describe("workaround: something helps, and workaround says what. unconfirmed: no source is sure of it."),
  workaround: sentence.optional().describe("What helps, in one sentence."),
  factions: z
    .partialRecord(factionSchema, z.enum(bugKnowledge))
    .describe("What the source says of captains of each faction; one that is not named is unknown."),
  note: note.optional(),
  source: sourceSchema.describe("Where the bug was read of."),
});

/** A story mission, as data/missions/<arc>/<slug>.json holds it. */
export const missionSchema = z.strictObject({
  $schema: schemaPathSchema,
  slug: slugSchema.describe("The mission's name in commands and links, and the name of this file."),
  title: name.describe("The title as the game writes it."),
  aliases: z.array(name).optional().describe("Other names and abbreviations that players type."),
  arc: slugSchema.describe("The slug of its arc, as data/arcs.json has it; the name of this file's folder."),
  orderInArc: z
    .int()
    .min(1)
    .optional()
    .describe("The place in the arc, counted from 1; left out where no source gives it."),
  previous: slugSchema.optional().describe("The slug of the mission before it."),
  next: slugSchema.optional().describe("The slug of the mission after it."),
  kind: name
    .optional()
    .describe("What sort of mission the source calls it: patrol, diplomatic, fleet action."),
  state: z.enum(missionStates).describe("unknown counts as playable, and is shown as not verified."),
  removed: z
    .strictObject({
      on: daySchema.optional().describe("When it was removed: a day, a month or a year."),
      season: name.optional().describe("The season that removed it."),
      reason: sentence.describe("Why, as far as the source says."),
      replacedBy: slugSchema
        .optional()
        .describe("The slug of the mission in its place; only where a source names it."),
    })
    .optional()
    .describe("How and when it went, for a mission that was removed."),
  cameWith: cameWithSchema.optional(),
  released: releasedSchema.optional(),
  releasedOn: z
    .partialRecord(z.enum(platforms), daySchema)
    .optional()
    .describe("When it came, by platform, where consoles got it on another day than PC."),
  factions: z
    .array(factionSchema)
    .min(1)
    .optional()
    .describe("Factions that may play it; left out where no source says."),
  recruitVariants: z
    .array(z.enum(recruitTypes))
    .optional()
    .describe("Recruits for whom the mission has steps or scenes of their own."),
  levels: z
    .array(levelRuleSchema)
    .optional()
    .describe("The lowest levels; the first rule that fits a captain holds."),
  prerequisites: z.array(slugSchema).optional().describe("Slugs of missions that have to be done before."),
  giver: name.optional().describe("Who gives the mission."),
  givers: z
    .array(
      z.strictObject({
        name: name.describe("Who gives the mission."),
        for: audienceSchema.describe("To whom they give it."),
      }),
    )
    .min(2)
    .optional()
    .describe("Each giver, where captains of different factions have different ones."),
  environments: environmentsSchema.optional(),
  summary: sentence.optional().describe("One sentence that gives nothing away."),
  opening: sentence.optional().describe("What the journal tells before the start, in our own words."),
  briefings: z.array(briefingSchema).optional().describe("What the giver says, in its variants."),
  firstGoal: sentence.optional().describe("What to do first."),
  story: sentence.optional().describe("The plot. It is never shown in the open."),
  spoilers: z
    .strictObject({
      hidesFoes: z.boolean().describe("True hides the foes too, because the plot turns on them."),
      notice: sentence.optional().describe("A sentence that stands below the plot."),
    })
    .optional()
    .describe("What beside the plot is to be hidden."),
  enemies: z.array(name).optional().describe("Whom captains fight."),
  locations: z.array(name).optional().describe("Where it takes place: systems, planets, stations."),
  sideQuests: z.array(name).optional().describe("Smaller missions that are found on the way."),
  objectives: z.array(objectiveSchema).min(1).optional().describe("The journal's steps, in order."),
  objectivesBreakOff: z.boolean().optional().describe("True where the source's list breaks off."),
  choice: z
    .strictObject({
      kind: z.enum(["allegiance"]).describe("What is chosen."),
      options: z.array(z.enum(allegiances)).min(2).describe("What there is to choose from."),
      permanent: z.boolean().describe("True where it cannot be changed later."),
    })
    .optional()
    .describe("A choice that the captain makes."),
  events: z
    .array(eventSchema)
    .optional()
    .describe(
      "Times in which the mission paid something extra; a fleet's reward takes its rule from the last.",
    ),
  rewards: z.array(rewardSchema).optional().describe("What finishing it gives."),
  accolades: z.array(accoladeSchema).optional().describe("Accolades that can be earned in it."),
  killCounts: killCountSchema
    .optional()
    .describe("Kills in it that count towards accolades earned by counting."),
  effects: z.array(effectSchema).optional().describe("What finishing it changes for good."),
  bugs: z.array(bugSchema).optional().describe("Known bugs; left out where no source names one."),
  replay: z.array(replayRowSchema).optional().describe("What a replay pays by level."),
  cast: castSchema.optional().describe("Who and what appears in it."),
  notes: z.array(sentence).optional().describe("Whatever else is worth knowing, a sentence each."),
  unverified: unverifiedSchema.optional(),
  completeness: z
    .enum(completenessLevels)
    .describe("How much of it is told: from full, as complete as Home, down to title-only."),
  sources: sourcesSchema,
  checkedOn: checkedOnSchema,
});

export type Mission = DeepReadonly<z.infer<typeof missionSchema>>;
export type Objective = NonNullable<Mission["objectives"]>[number];
export type Bug = NonNullable<Mission["bugs"]>[number];
export type MissionEvent = NonNullable<Mission["events"]>[number];
