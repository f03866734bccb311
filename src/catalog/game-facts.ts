import { z } from "zod";
import { careers, difficultyLevels, MAX_LEVEL, platforms, recruitTypes } from "./game.ts";
import type { DeepReadonly } from "./readonly.ts";
import {
  allegianceSchema,
  cameWithSchema,
  checkedOnSchema,
  daySchema,
  factionSchema,
  levelSchema,
  nameSchema as name,
  noteSchema as note,
  notesSchema,
  releasedSchema,
  schemaPathSchema,
  sentenceSchema as sentence,
  slugSchema,
  sourcesSchema as sources,
  unverifiedSchema,
} from "./schema.ts";

const notes = notesSchema.optional();
const unverified = unverifiedSchema.optional();
const ladderNames = z.enum(["starfleet", "klingon", "romulan", "dominion"]);

const factionFactsSchema = z.strictObject({
  slug: factionSchema.describe("Which faction."),
  name: name.describe("Its name as the game writes it."),
  short: z.array(name).min(1).describe("What players call it: KDF."),
  levels: z
    .strictObject({
      from: levelSchema.describe("The level at which a captain of it begins."),
      to: levelSchema.describe("The highest level."),
    })
    .describe("The levels that its captains have."),
  allegiances: z
    .array(allegianceSchema)
    .min(1)
    .describe("One is given; of several the captain chooses one for good."),
  allegianceNote: sentence.optional().describe("What a source says of that choice."),
  hub: name.optional().describe("Where its captains gather."),
  hubNote: sentence.optional().describe("What a source says of that place."),
  released: releasedSchema,
  cameWith: cameWithSchema.optional(),
  ranks: ladderNames.describe("Which ladder of ranks its captains climb."),
  variants: z
    .array(
      z.strictObject({
        allegiance: allegianceSchema.describe("The allegiance that makes the variant."),
        name: name.describe("What captains with it are called."),
      }),
    )
    .min(1)
    .optional()
    .describe("What its captains are called by allegiance."),
  notes,
  unverified,
  sources,
});

const recruitFactsSchema = z.strictObject({
  slug: z.enum(recruitTypes).describe("Which sort of recruit."),
  name: name.describe("Its name as the game writes it."),
  theme: sentence.optional().describe("What these recruits are about."),
  factions: z.array(factionSchema).min(1).optional().describe("Factions that could make such a captain."),
  windows: z
    .array(
      z.strictObject({
        starts: daySchema.describe("The first day, or the month or year of it."),
        ends: daySchema.optional().describe("The last day, or the month or year of it."),
        note: note.optional(),
      }),
    )
    .optional()
    .describe("Times in which such a captain could be made."),
  rules: z.array(sentence).min(1).optional().describe("What is different for them, a sentence each."),
  notes,
  unverified,
  sources,
});

const rankStepSchema = z.strictObject({
  level: levelSchema.describe("The level from which the rank is held."),
  rank: name.describe("The rank."),
});

const teamSizeSchema = z.strictObject({
  what: name.describe("What the team is for."),
  size: z.int().min(1).max(50).describe("How many captains make a team."),
  min: z.int().min(1).optional().describe("How many it takes at least."),
  note: note.optional(),
  sources,
});

const roleSchema = z.strictObject({
  slug: slugSchema.describe("Names the role."),
  name: name.describe("What players call it."),
  measuredBy: sentence.describe("What tells how well it is filled."),
  tools: z.array(name).min(1).optional().describe("What is used for it."),
  sources,
});

const reputationSchema = z.strictObject({
  unlockLevel: levelSchema.describe("The level from which reputations are open."),
  tiers: z
    .array(
      z.strictObject({
        tier: z.int().min(1).describe("Which tier."),
        xpTotal: z.int().min(1).describe("Reputation experience that reaches it, from the beginning."),
      }),
    )
    .min(1)
    .describe("What reaches each tier."),
  dailyProject: z
    .strictObject({
      marks: z.int().min(1).describe("Marks that it costs."),
      xp: z.int().min(1).describe("Reputation experience that it gives."),
      cooldownHours: z.int().min(1).describe("Hours until it can be begun again."),
      dailiesToTier5: z.int().min(1).describe("How many of it reach tier 5."),
      daysToTier5: z.int().min(1).describe("How many days that takes."),
    })
    .describe("The project that can be begun each day."),
  accountRule: sentence.describe("What further captains of an account get for less."),
  bonus: sentence.describe("What comes on top."),
  list: z
    .array(
      z.strictObject({
        name: name.describe("The reputation's name."),
        mark: name.describe("The marks that it takes."),
        cameWith: cameWithSchema.optional(),
        unverified,
      }),
    )
    .min(1)
    .describe("Every reputation."),
  notes,
  sources,
});

const fleetFactsSchema = z.strictObject({
  maxMembers: z.int().min(1).describe("How many members a fleet has at most."),
  armadaMaxFleets: z.int().min(1).describe("How many fleets an armada has at most."),
  armadaRule: sentence.describe("How an armada is built."),
  inGameTools: z.array(name).min(1).describe("What the game itself offers to fleets."),
  holdings: z
    .array(
      z.strictObject({
        name: name.describe("The holding's name."),
        added: daySchema.describe("When it came: a day, a month or a year."),
        tiers: z.int().min(1).describe("How many tiers it has."),
      }),
    )
    .min(1)
    .describe("What a fleet can build."),
  notes,
  sources,
});

/** data/game.json: the rules and words of the game that no single record owns. */
export const gameSchema = z.strictObject({
  $schema: schemaPathSchema,
  checkedOn: checkedOnSchema,
  maxLevel: z
    .strictObject({ level: z.literal(MAX_LEVEL).describe("That level."), sources })
    .describe("The highest level that a captain reaches."),
  factions: z.array(factionFactsSchema).min(1).describe("The ways to start a captain."),
  recruits: z.array(recruitFactsSchema).min(1).describe("The sorts of recruits."),
  careers: z
    .array(
      z.strictObject({
        slug: z.enum(careers).describe("Which career."),
        name: name.describe("Its name as the game writes it."),
        short: name.describe("What players call it."),
      }),
    )
    .min(1)
    .describe("The careers of captains."),
  ranks: z
    .strictObject({
      ladders: z
        .record(ladderNames, z.array(rankStepSchema).min(1))
        .describe("The ranks of each ladder, from the lowest."),
      notes,
      sources,
    })
    .describe("What captains are called, by level."),
  experience: z
    .strictObject({
      levels: z
        .array(
          z.strictObject({
            level: levelSchema.describe("Which level."),
            xp: z.int().min(0).describe("Experience that reaches it, from the beginning."),
          }),
        )
        .min(1)
        .describe("What reaches each level."),
      sources,
    })
    .describe("How much experience the levels take."),
  markGrades: z
    .strictObject({
      levels: z
        .array(
          z.strictObject({
            fromLevel: levelSchema.describe("The level from which these drop."),
            marks: z.array(name).min(1).describe("The marks of the items: VII, VIII."),
          }),
        )
        .min(1)
        .describe("Which marks drop from which level on."),
      notes,
      unverified,
      sources,
    })
    .describe("The marks in which items drop, by level."),
  starshipTiers: z
    .strictObject({
      levels: z
        .array(
          z.strictObject({
            fromLevel: levelSchema.describe("The level from which it can be flown."),
            tier: name.describe("The tier."),
          }),
        )
        .min(1)
        .describe("Which tier can be flown from which level on."),
      sources,
    })
    .describe("The tiers of starships, by level."),
  teamSizes: z.array(teamSizeSchema).min(1).describe("How many captains go together."),
  roles: z.array(roleSchema).min(1).describe("The roles in a team."),
  difficulties: z
    .strictObject({
      levels: z
        .array(
          z.strictObject({
            slug: z.enum(difficultyLevels).describe("Which difficulty."),
            note: note.optional(),
          }),
        )
        .min(1)
        .describe("The difficulties, the easiest first."),
      sources,
    })
    .describe("The difficulties of group content."),
  reputation: reputationSchema.describe("The rules of reputations."),
  fleets: fleetFactsSchema.describe("The rules of fleets and armadas."),
  platforms: z
    .array(
      z.strictObject({
        slug: z.enum(platforms).describe("Which platform."),
        name: name.describe("Its name."),
      }),
    )
    .min(1)
    .describe("Where the game is played."),
  facts: z
    .array(
      z.strictObject({
        about: name.describe("What the rule is about."),
        fact: sentence.describe("The rule, in our own words."),
        sources,
      }),
    )
    .min(1)
    .describe("Rules told in a sentence."),
});

export type Game = DeepReadonly<z.infer<typeof gameSchema>>;
