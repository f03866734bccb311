import {
  type Allegiance,
  type Audience,
  allegiances,
  type Career,
  careers,
  type Faction,
  factions,
  MAX_LEVEL,
  type RecruitType,
  recruitTypes,
} from "../catalog/game.ts";

/** Whose eyes a mission is seen with. Whatever is missing is not known, and hides nothing. */
export interface Viewpoint {
  readonly faction?: Faction;
  /** Whom the captain fights for; a Romulan or Jem'Hadar captain chooses. */
  readonly allegiance?: Allegiance;
  readonly career?: Career;
  readonly level?: number;
  /** `none`: no recruit, which is more than not knowing. */
  readonly recruit?: RecruitType | "none";
}

/** A kind of captain: a faction, and for those who choose it, the allegiance. */
export const captainKinds = [
  "federation",
  "klingon",
  "romulan-federation",
  "romulan-klingon",
  "jemhadar-federation",
  "jemhadar-klingon",
  "tos",
  "discovery",
] as const;

export type CaptainKind = (typeof captainKinds)[number];

const OWN_ALLEGIANCE: Partial<Record<Faction, Allegiance>> = {
  federation: "federation",
  klingon: "klingon",
  tos: "federation",
  discovery: "federation",
};

export function viewpointOf(kind?: CaptainKind, career?: Career, level?: number): Viewpoint {
  const [faction, chosen] = (kind?.split("-") ?? []) as [Faction?, Allegiance?];
  const allegiance = chosen ?? (faction && OWN_ALLEGIANCE[faction]);
  return {
    ...(faction && { faction }),
    ...(allegiance && { allegiance }),
    ...(career && { career }),
    ...(level !== undefined && { level }),
  };
}

/** What was asked for wins over what the captain is; a faction that was asked for brings its own allegiance. */
export function seenBy(own: Viewpoint, asked: Viewpoint): Viewpoint {
  if (asked.faction === undefined) return { ...own, ...asked };
  const { faction: _faction, allegiance: _allegiance, ...rest } = own;
  return { ...rest, ...asked };
}

/** The kind that a faction and an allegiance make, when both are known. */
export function kindOf({ faction, allegiance }: Viewpoint): CaptainKind | undefined {
  return captainKinds.find((kind) => {
    const known = viewpointOf(kind);
    return known.faction === faction && known.allegiance === allegiance;
  });
}

/** Why something is not for a captain: the part of the audience that shuts them out. */
export type Misfit = "faction" | "allegiance" | "career" | "recruit";

/** What shuts this captain out, or `undefined` when nothing known does. Which play-through it is is never known. */
export function misfitOf(audience: Audience | undefined, viewpoint: Viewpoint): Misfit | undefined {
  const shutsOut = (list: readonly string[] | undefined, own: string | undefined) =>
    list !== undefined && own !== undefined && !list.includes(own);
  if (shutsOut(audience?.factions, viewpoint.faction)) return "faction";
  if (shutsOut(audience?.allegiances, viewpoint.allegiance)) return "allegiance";
  if (shutsOut(audience?.careers, viewpoint.career)) return "career";
  if (shutsOut(audience?.recruits, viewpoint.recruit)) return "recruit";
  return undefined;
}

const recruits = [...recruitTypes, "none"] as const;

const FACTION_LETTERS: Readonly<Record<Faction, string>> = {
  federation: "f",
  klingon: "k",
  romulan: "r",
  jemhadar: "j",
  tos: "t",
  discovery: "d",
};
const ALLEGIANCE_LETTERS: Readonly<Record<Allegiance, string>> = { federation: "f", klingon: "k" };
const CAREER_LETTERS: Readonly<Record<Career, string>> = { tactical: "t", engineering: "e", science: "s" };
const RECRUIT_LETTERS: Readonly<Record<RecruitType | "none", string>> = {
  "delta-recruit": "d",
  "temporal-agent": "t",
  "gamma-recruit": "g",
  "klingon-recruit": "k",
  none: "n",
};
const UNKNOWN = "x";

/** A viewpoint as part of a custom id, where room is short: `rft50d`, with `x` for what is not known. */
export function writeViewpoint({ faction, allegiance, career, level, recruit }: Viewpoint): string {
  return [
    faction ? FACTION_LETTERS[faction] : UNKNOWN,
    allegiance ? ALLEGIANCE_LETTERS[allegiance] : UNKNOWN,
    career ? CAREER_LETTERS[career] : UNKNOWN,
    level ?? UNKNOWN,
    recruit ? RECRUIT_LETTERS[recruit] : "",
  ].join("");
}

/** Reads what `writeViewpoint` wrote. It came from outside: a part that makes no sense is not known. */
export function readViewpoint(written: string): Viewpoint {
  const faction = factions.find((one) => FACTION_LETTERS[one] === written[0]);
  const allegiance = allegiances.find((one) => ALLEGIANCE_LETTERS[one] === written[1]);
  const career = careers.find((one) => CAREER_LETTERS[one] === written[2]);
  const [, digits = "", letter] = /^(x|\d{1,2})([a-z]?)$/.exec(written.slice(3)) ?? [];
  const level = /^\d/.test(digits) ? Number(digits) : undefined;
  const recruit = recruits.find((one) => RECRUIT_LETTERS[one] === letter);
  return {
    ...(faction && { faction }),
    ...(allegiance && { allegiance }),
    ...(career && { career }),
    ...(level !== undefined && level <= MAX_LEVEL && { level }),
    ...(recruit && { recruit }),
  };
}
