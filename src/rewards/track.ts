import type { Deliveries } from "../reminders/delivery.ts";

/** `cooldown`: a claim may follow twenty hours after the one before it, whatever the calendar says. */
export const cadences = ["weekly", "daily", "cooldown"] as const;
export type Cadence = (typeof cadences)[number];

/** Whose claims are counted: a member's, or those of each of their captains. */
export const counted = ["account", "captain"] as const;
export type Per = (typeof counted)[number];

/** One of these is taken with each claim. */
export interface Choice {
  readonly name: string;
  readonly quantity: number;
  /** The level from which a captain can use it; anybody can take it. */
  readonly usableFromLevel?: number | undefined;
}

/** How a reward is earned, wherever the rule comes from. */
export interface Rule {
  readonly cadence: Cadence;
  /** How many weeks, or days for the other kinds, it lasts. */
  readonly length: number;
  /** So many claims are all that there is to get. */
  readonly needed: number;
  readonly per: Per;
  readonly minLevel?: number | undefined;
  readonly choices: readonly Choice[];
}

/** A reward that a fleet keeps track of. Who claimed what stands in its periods. */
export interface Track extends Rule {
  readonly trackId: string;
  readonly title: string;
  /** The mission or task force that it is for; missing for an event of the fleet's own. */
  readonly slug?: string | undefined;
  readonly openedBy: string;
  /** Epoch ms; later boundaries fall on the same hour of the wall clock of `zone`. */
  readonly startsAt: number;
  readonly zone: string;
  readonly closedAt?: number | undefined;
  /** How long before a period closes its last call comes. */
  readonly leadMinutes: number;
  /** Who asked to be reminded, in the order in which they did. */
  readonly watchers: readonly string[];
  /** Who does not want to stand in the officers' list. */
  readonly hidden: readonly string[];
  /** Where the board belongs, and the board as soon as it stands. */
  readonly channelId: string;
  /** Whether pictures of the fleet's progress are left out: an officer said so, or Discord refused one. */
  readonly pictures?: "off" | "refused" | undefined;
  readonly board?: { readonly channelId: string; readonly messageId: string } | undefined;
  readonly deliveries: Deliveries;
}

/** Who opened a reward or noted a claim, once they asked to be forgotten. */
export const NOBODY = "0";

export const trackLimits = {
  title: 100,
  weeks: 26,
  days: 62,
  openInGuild: 10,
  keptInGuild: 200,
  /** What is owed to so many fits into one document, however they want to be told. */
  watchers: 500,
  claimsInPeriod: 20_000,
} as const;

/** The most that a track of this kind may last. */
export function longest(cadence: Cadence): number {
  return cadence === "weekly" ? trackLimits.weeks : trackLimits.days;
}
