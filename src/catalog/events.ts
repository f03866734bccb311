import { z } from "zod";
import type { DeepReadonly } from "./readonly.ts";
import {
  checkedOnSchema,
  daySchema,
  levelSchema,
  nameSchema as name,
  noteSchema as note,
  notesSchema,
  schemaPathSchema,
  sentenceSchema as sentence,
  slugSchema,
  sourcesSchema as sources,
  unverifiedSchema,
} from "./schema.ts";

const notes = notesSchema.optional();
const unverified = unverifiedSchema.optional();
const count = z.int().min(1);
const points = z
  .strictObject({
    episode: count.describe("Points for a story episode."),
    tfo: count.describe("Points for a task force operation."),
    patrol: count.describe("Points for a patrol."),
  })
  .describe("How many event points one of each pays.");

const neededSchema = z.strictObject({
  event: name.describe("Which event."),
  needed: count.describe("How many days of progress complete it."),
  ofDays: count.describe("How many days it lasts."),
  points: points.optional(),
  note: note.optional(),
});

/** How something recurs: a rhythm, who it counts for, what the sources say beside it. */
const cadenceSchema = z.strictObject({
  slug: slugSchema.describe("Names the rule."),
  name: name.describe("What is ruled: a sort of event or of reward."),
  years: name.optional().describe("In which years it held: 2010-2014."),
  rhythm: sentence.optional().describe("How often it comes, in our own words."),
  fact: sentence.optional().describe("A rule about a reward rather than about a rhythm."),
  per: sentence.optional().describe("Whose claims count: the account's or the captain's."),
  levelRule: sentence.optional().describe("From what level it is open."),
  releaseDay: name.optional().describe("The day of the week on which a new one comes."),
  releaseTime: sentence.optional().describe("The hour at which it comes, with its zone."),
  rewardShape: sentence.optional().describe("What the reward looks like."),
  first: sentence.optional().describe("The first one there was."),
  after: sentence.optional().describe("What became of it later."),
  ended: sentence.optional().describe("How and when it ended."),
  claim: sentence.optional().describe("How it is claimed."),
  afterCompletion: sentence.optional().describe("What more progress gives once it is complete."),
  buyout: sentence.optional().describe("What it costs to buy the rest of the progress."),
  prize: sentence.optional().describe("What completing it gives."),
  bonus: sentence.optional().describe("What comes on top."),
  dailyProgress: z
    .strictObject({
      amount: count.describe("How much progress a day allows."),
      unit: sentence.describe("What the progress is counted in."),
    })
    .optional()
    .describe("The most progress that one day allows."),
  advice: sentence.optional().describe("What a fleet should make of it."),
  appliesTo: z.array(sentence).min(1).optional().describe("What it goes for."),
  seenIn: z.array(sentence).min(1).optional().describe("Where it was seen to be so."),
  needed: z.array(neededSchema).min(1).optional().describe("How many days each event asked for."),
  examples: z.array(sentence).min(1).optional().describe("Cases of it."),
  notes,
  unverified,
  sources,
});

const weeklyRewardSchema = z.strictObject({
  week: count.describe("Which week, counted from 1."),
  items: z.array(name).min(1).describe("What that week gave."),
});

/** A window in which a mission, or a whole series, paid something extra. */
const episodeWindowSchema = z.strictObject({
  title: name.describe("The mission's or the series' title."),
  kind: name.describe("What sort of window: featured episode, series re-run."),
  mission: slugSchema
    .optional()
    .describe("The mission's slug; left out where the window was that of an arc."),
  arc: slugSchema.optional().describe("The arc's slug, where the window was that of an arc."),
  missions: z.array(slugSchema).min(1).optional().describe("Slugs of the missions that took part."),
  starts: daySchema.describe("The first day, or the month or year of it."),
  ends: daySchema.optional().describe("The last day, or the month or year of it."),
  weeks: count.optional().describe("How many weeks it lasted."),
  per: sentence.optional().describe("Whose claims counted: the account's or the captain's."),
  minLevels: z
    .strictObject({
      everyone: levelSchema.describe("For every captain."),
      federation: levelSchema.describe("For captains of the Federation."),
      klingon: levelSchema.describe("For captains of the Klingon Empire."),
    })
    .partial()
    .optional()
    .describe("The lowest levels during the window."),
  weeklyRewards: z.array(weeklyRewardSchema).min(1).optional().describe("What each week gave."),
  choices: z
    .record(name, z.array(name).min(1))
    .optional()
    .describe("For a reward that is a choice: what there was to choose from."),
  maxClaims: count.optional().describe("How many claims were possible in all."),
  notes,
  unverified,
  sources,
});

const eventRunSchema = z.strictObject({
  name: name.optional().describe("What this one was called."),
  starts: daySchema
    .optional()
    .describe("The first day: 2023-12-05, a month, or a year; left out where no source says."),
  ends: daySchema.optional().describe("The last day, or the month or year of it."),
  days: name.optional().describe("04-11 to 05-02, where the year is not known."),
  announced: daySchema.optional().describe("When it was announced."),
  lastsDays: count.optional().describe("How many days it lasted."),
  weeks: count.optional().describe("How many weeks it lasted."),
  needed: count.optional().describe("How many days of progress completed it."),
  points: points.optional(),
  platform: name.optional().describe("Where it took place, if not everywhere: PC, consoles."),
  prize: sentence.optional().describe("What completing it gave."),
  rules: z.array(sentence).min(1).optional().describe("Its own rules, a sentence each."),
  missions: z.array(slugSchema).min(1).optional().describe("Slugs of the missions that counted."),
  otherEpisodes: z
    .array(name)
    .min(1)
    .optional()
    .describe("Story episodes that counted and of which the catalogue has no record."),
  taskForces: z.array(slugSchema).min(1).optional().describe("Slugs of the task forces that counted."),
  alerts: z.array(name).min(1).optional().describe("Red alerts that counted."),
  note: note.optional(),
});

const eventTypeSchema = z.strictObject({
  slug: slugSchema.describe("Names the event."),
  name: name.describe("What the event is called."),
  season: name.describe("When in the year it comes."),
  place: name.optional().describe("Where it takes place."),
  prize: sentence.optional().describe("What completing it gives."),
  minLevel: levelSchema.optional().describe("The lowest level that can take part."),
  minLevelNote: sentence.optional().describe("What a source says of that level."),
  activities: z.array(name).min(1).optional().describe("What can be done at it."),
  runs: z.array(eventRunSchema).min(1).optional().describe("The times it took place that a source tells of."),
  notes,
  unverified,
  sources,
});

/** data/events.json: how rewards recur, which episodes had a window, which events come back. */
export const eventsSchema = z.strictObject({
  $schema: schemaPathSchema,
  checkedOn: checkedOnSchema,
  cadences: z.array(cadenceSchema).min(1).describe("How rewards and events recur."),
  episodes: z
    .array(episodeWindowSchema)
    .min(1)
    .describe("Windows in which a mission or a series paid something extra."),
  types: z.array(eventTypeSchema).min(1).describe("Events that come back."),
});

export type GameEvents = DeepReadonly<z.infer<typeof eventsSchema>>;
