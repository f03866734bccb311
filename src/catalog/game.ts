import { z } from "zod";
import type { DeepReadonly } from "./readonly.ts";

/** The six ways to start a captain. Romulan and Jem'Hadar captains also declare for one of the two allegiances. */
export const factions = ["federation", "klingon", "romulan", "jemhadar", "tos", "discovery"] as const;
export const allegiances = ["federation", "klingon"] as const;
export const careers = ["tactical", "engineering", "science"] as const;
export const recruitTypes = ["delta-recruit", "temporal-agent", "gamma-recruit", "klingon-recruit"] as const;
export const platforms = ["pc", "playstation", "xbox"] as const;
export const environments = ["space", "ground", "social"] as const;

/** The highest level a captain reaches (data/game.json has the source). */
export const MAX_LEVEL = 65;

export type Faction = (typeof factions)[number];
export type Allegiance = (typeof allegiances)[number];
export type Career = (typeof careers)[number];
export type RecruitType = (typeof recruitTypes)[number];

export const factionSchema = z.enum(factions);
export const levelSchema = z.int().min(0).max(MAX_LEVEL);

/** A calendar day as the sources give it, in no particular time zone: `2018-06-28`, or `2018-06`, or `2018`. */
export const daySchema = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    "Write a day as 2018-06-28, 2018-06 or 2018.",
  );

/** A whole calendar day: `2018-06-28`. */
export const fullDaySchema = z.iso.date("Write a day as 2018-06-28.");

/** Lower-case words joined by hyphens; also the name of the record's file. */
export const slugSchema = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "A slug is lower-case letters, digits and single hyphens.");

/** Who something is for. Each list narrows; a list that is missing narrows nothing. */
export const audienceSchema = z.strictObject({
  factions: z.array(factionSchema).min(1).optional(),
  allegiances: z.array(z.enum(allegiances)).min(1).optional(),
  careers: z.array(z.enum(careers)).min(1).optional(),
  recruits: z.array(z.enum(recruitTypes)).min(1).optional(),
  playThrough: z.enum(["first", "replay"]).optional(),
});

/** Where a fact was read. A page without `url` is a text that came with the project. */
export const sourceSchema = z.strictObject({
  title: z.string().min(1).max(120),
  url: z.url({ protocol: /^https?$/ }).optional(),
});

export type Audience = DeepReadonly<z.infer<typeof audienceSchema>>;
export type Source = DeepReadonly<z.infer<typeof sourceSchema>>;
