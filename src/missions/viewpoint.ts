import {
  type Allegiance,
  type Audience,
  allegiances,
  type Career,
  careers,
  type Faction,
  factions,
  MAX_LEVEL,
} from "../catalog/game.ts";

/** Whose eyes a mission is seen with. Whatever is missing is not known, and hides nothing. */
export interface Viewpoint {
  readonly faction?: Faction;
  /** Whom the captain fights for; a Romulan or Jem'Hadar captain chooses. */
  readonly allegiance?: Allegiance;
  readonly career?: Career;
  readonly level?: number;
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

/** Why something is not for a captain: the part of the audience that shuts them out. */
export type Misfit = "faction" | "allegiance" | "career";

/** What shuts this captain out, or `undefined` when nothing known does. A recruit type or play-through is never known. */
export function misfitOf(audience: Audience | undefined, viewpoint: Viewpoint): Misfit | undefined {
  const shutsOut = (list: readonly string[] | undefined, own: string | undefined) =>
    list !== undefined && own !== undefined && !list.includes(own);
  if (shutsOut(audience?.factions, viewpoint.faction)) return "faction";
  if (shutsOut(audience?.allegiances, viewpoint.allegiance)) return "allegiance";
  if (shutsOut(audience?.careers, viewpoint.career)) return "career";
  return undefined;
}

const UNKNOWN = "x";

/** A viewpoint as part of a custom id: `romulan.federation.science.50`, with `x` for what is not known. */
export function writeViewpoint({ faction, allegiance, career, level }: Viewpoint): string {
  return [faction, allegiance, career, level].map((part) => part ?? UNKNOWN).join(".");
}

/** Reads what `writeViewpoint` wrote. It came from outside: a part that makes no sense is not known. */
export function readViewpoint(written: string): Viewpoint {
  const [faction, allegiance, career, level] = written.split(".");
  const known = <Value extends string>(list: readonly Value[], value: string | undefined) =>
    list.find((one) => one === value);
  const number = level !== undefined && /^\d{1,2}$/.test(level) ? Number(level) : undefined;
  const kind = known(factions, faction);
  const side = known(allegiances, allegiance);
  const job = known(careers, career);
  return {
    ...(kind && { faction: kind }),
    ...(side && { allegiance: side }),
    ...(job && { career: job }),
    ...(number !== undefined && number <= MAX_LEVEL && { level: number }),
  };
}
