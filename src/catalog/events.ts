import { z } from "zod";
import type { DeepReadonly } from "./readonly.ts";
import {
  daySchema,
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
const count = z.int().min(1);
const points = z.strictObject({ episode: count, tfo: count, patrol: count });

/** How something recurs: a rhythm, who it counts for, what the sources say beside it. */
const cadenceSchema = z.strictObject({
  slug: slugSchema,
  name,
  years: name.optional(),
  rhythm: sentence.optional(),
  /** A rule about a reward rather than about a rhythm. */
  fact: sentence.optional(),
  per: sentence.optional(),
  levelRule: sentence.optional(),
  releaseDay: name.optional(),
  releaseTime: sentence.optional(),
  rewardShape: sentence.optional(),
  first: sentence.optional(),
  after: sentence.optional(),
  ended: sentence.optional(),
  claim: sentence.optional(),
  afterCompletion: sentence.optional(),
  buyout: sentence.optional(),
  prize: sentence.optional(),
  bonus: sentence.optional(),
  dailyProgress: z.strictObject({ amount: count, unit: sentence }).optional(),
  advice: sentence.optional(),
  appliesTo: z.array(sentence).min(1).optional(),
  seenIn: z.array(sentence).min(1).optional(),
  needed: z
    .array(
      z.strictObject({
        event: name,
        needed: count,
        ofDays: count,
        points: points.optional(),
        note: sentence.optional(),
      }),
    )
    .min(1)
    .optional(),
  examples: z.array(sentence).min(1).optional(),
  notes,
  unverified,
  sources,
});

/** A window in which a mission, or a whole series, paid something extra. */
const episodeWindowSchema = z.strictObject({
  title: name,
  kind: name,
  /** The mission; missing where the window was that of an arc. */
  mission: slugSchema.optional(),
  arc: slugSchema.optional(),
  missions: z.array(slugSchema).min(1).optional(),
  starts: daySchema,
  ends: daySchema.optional(),
  weeks: count.optional(),
  per: sentence.optional(),
  minLevels: z
    .strictObject({ everyone: levelSchema, federation: levelSchema, klingon: levelSchema })
    .partial()
    .optional(),
  weeklyRewards: z
    .array(z.strictObject({ week: count, items: z.array(name).min(1) }))
    .min(1)
    .optional(),
  choices: z.record(name, z.array(name).min(1)).optional(),
  maxClaims: count.optional(),
  notes,
  unverified,
  sources,
});

const eventRunSchema = z.strictObject({
  name: name.optional(),
  /** `2023-12-05`, a month, or a year; missing where the source gives none. */
  starts: daySchema.optional(),
  ends: daySchema.optional(),
  /** `04-11 to 05-02`, where the year is not known. */
  days: name.optional(),
  announced: daySchema.optional(),
  lastsDays: count.optional(),
  weeks: count.optional(),
  needed: count.optional(),
  points: points.optional(),
  platform: name.optional(),
  prize: sentence.optional(),
  rules: z.array(sentence).min(1).optional(),
  missions: z.array(slugSchema).min(1).optional(),
  /** Story episodes of which the catalogue has no record. */
  otherEpisodes: z.array(name).min(1).optional(),
  taskForces: z.array(slugSchema).min(1).optional(),
  alerts: z.array(name).min(1).optional(),
  note: sentence.optional(),
});

const eventTypeSchema = z.strictObject({
  slug: slugSchema,
  name,
  season: name,
  place: name.optional(),
  prize: sentence.optional(),
  minLevel: levelSchema.optional(),
  minLevelNote: sentence.optional(),
  activities: z.array(name).min(1).optional(),
  runs: z.array(eventRunSchema).min(1).optional(),
  notes,
  unverified,
  sources,
});

/** data/events.json: how rewards recur, which episodes had a window, which events come back. */
export const eventsSchema = z.strictObject({
  $schema: z.string(),
  checkedOn: fullDaySchema,
  cadences: z.array(cadenceSchema).min(1),
  episodes: z.array(episodeWindowSchema).min(1),
  types: z.array(eventTypeSchema).min(1),
});

export type GameEvents = DeepReadonly<z.infer<typeof eventsSchema>>;
