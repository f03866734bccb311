/** The six ways to start a captain. Romulan and Jem'Hadar captains also declare for one of the two allegiances. */
export const factions = ["federation", "klingon", "romulan", "jemhadar", "tos", "discovery"] as const;
export const allegiances = ["federation", "klingon"] as const;
export const careers = ["tactical", "engineering", "science"] as const;
export const recruitTypes = ["delta-recruit", "temporal-agent", "gamma-recruit", "klingon-recruit"] as const;
export const platforms = ["pc", "playstation", "xbox"] as const;
export const environments = ["space", "ground", "social"] as const;
export const difficultyLevels = ["normal", "advanced", "elite"] as const;
export const taskForceKinds = [
  "tfo",
  "event-tfo",
  "red-alert",
  "patrol",
  "battlezone",
  "adventure-zone",
  "fleet-action",
] as const;

/** `unknown` counts as playable and is shown as not verified. */
export const missionStates = ["playable", "removed", "unknown"] as const;
export const completenessLevels = ["full", "good", "partial", "stub", "title-only"] as const;
export const bugStates = ["open", "workaround", "fixed", "unconfirmed"] as const;
/** What a source says of a bug for captains of one faction. */
export const bugKnowledge = ["confirmed", "not-affected", "unknown"] as const;

/** The highest level a captain reaches (data/game.json has the source). */
export const MAX_LEVEL = 65;

export type Faction = (typeof factions)[number];
export type Allegiance = (typeof allegiances)[number];
export type Career = (typeof careers)[number];
export type RecruitType = (typeof recruitTypes)[number];

/** Who something is for. Each list narrows; a list that is missing narrows nothing. */
export interface Audience {
  readonly factions?: readonly Faction[] | undefined;
  readonly allegiances?: readonly Allegiance[] | undefined;
  readonly careers?: readonly Career[] | undefined;
  readonly recruits?: readonly RecruitType[] | undefined;
  readonly playThrough?: "first" | "replay" | undefined;
}

/** Where a fact was read. A page without `url` is a text that came with the project. */
export interface Source {
  readonly title: string;
  readonly url?: string | undefined;
}
