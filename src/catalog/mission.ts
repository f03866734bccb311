import { z } from "zod";
import { allegiances, platforms, recruitTypes } from "./game.ts";
import type { DeepReadonly } from "./readonly.ts";
import {
  audienceSchema,
  daySchema,
  environmentsSchema,
  factionSchema,
  fullDaySchema,
  levelRuleSchema,
  levelSchema,
  nameSchema as name,
  rewardSchema,
  sentenceSchema as sentence,
  slugSchema,
  sourceSchema,
  unverifiedSchema,
} from "./schema.ts";

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

const briefingSchema = z.strictObject({
  /** Who hears this variant; everyone when missing. */
  for: audienceSchema.optional(),
  speaker: name.optional(),
  text: sentence,
});

const choiceSchema = z.strictObject({
  name,
  quantity: z.int().min(1),
  /** The level from which a captain can use it; anybody can take it. */
  usableFromLevel: levelSchema.optional(),
  note: sentence.optional(),
});

/** A time during which the mission paid something extra. */
const eventSchema = z.strictObject({
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

const accoladeSchema = z.strictObject({
  /** Missing where the source does not give the name. */
  name: name.optional(),
  points: z.int().min(0).optional(),
  how: sentence,
  for: audienceSchema.optional(),
  note: sentence.optional(),
});

/** Kills in this mission that count towards accolades earned by counting. */
const killCountSchema = z.strictObject({
  target: name,
  perStage: z.array(z.strictObject({ stage: name, kills: z.int().min(1) })).min(1),
  total: z.int().min(1),
  feeds: z.array(name).min(1),
  otherMissions: z.array(slugSchema).optional(),
  note: sentence.optional(),
});

/** What finishing the mission changes for good. */
const effectSchema = z.strictObject({
  subject: name,
  for: audienceSchema.optional(),
  before: sentence,
  after: sentence,
});

export const bugStates = ["open", "workaround", "fixed", "unconfirmed"] as const;
export const bugKnowledge = ["confirmed", "not-affected", "unknown"] as const;

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

const replayRowSchema = z.strictObject({
  fromLevel: levelSchema,
  toLevel: levelSchema,
  rank: name,
  skillPoints: z.int().min(0),
  expertise: z.int().min(0),
  /** The mark of the items, as the game writes it: `VIII`. */
  mark: z.string().regex(/^[IVX]+$/),
});

const placeSchema = z.strictObject({ name, within: z.array(name).optional(), note: sentence.optional() });

const shipSchema = z
  .strictObject({
    name: name.optional(),
    class: name.optional(),
    /** What the source says instead of a class: `random Federation escort, cruiser or science vessel`. */
    drawnFrom: name.optional(),
    note: sentence.optional(),
  })
  .refine((ship) => ship.name ?? ship.class, "A ship has a name or a class.");

const castSchema = z.strictObject({
  characters: z.array(z.strictObject({ name, note: sentence.optional() })).optional(),
  places: z.array(placeSchema).optional(),
  species: z.array(z.strictObject({ name, note: sentence.optional() })).optional(),
  titles: z.array(name).optional(),
  ships: z.array(shipSchema).optional(),
  organisations: z.array(name).optional(),
  technology: z.array(name).optional(),
  /** What is spoken of but does not appear. */
  referencedOnly: z
    .strictObject({
      characters: z.array(name).optional(),
      places: z.array(name).optional(),
      species: z.array(name).optional(),
      organisations: z.array(name).optional(),
    })
    .optional(),
  notes: z.array(sentence).optional(),
});

export const missionStates = ["playable", "removed", "unknown"] as const;
export const completenessLevels = ["full", "good", "partial", "stub", "title-only"] as const;

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
