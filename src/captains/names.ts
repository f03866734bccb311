import type { Career, Faction, RecruitType } from "../catalog/game.ts";
import { type CaptainKind, kindOf, type Viewpoint } from "./viewpoint.ts";

export const captainKindNames: Readonly<Record<CaptainKind, string>> = {
  federation: "Federation (Starfleet, 25th century)",
  klingon: "Klingon (KDF)",
  "romulan-federation": "Romulan, allied with the Federation",
  "romulan-klingon": "Romulan, allied with the Klingon Empire",
  "jemhadar-federation": "Jem'Hadar, allied with the Federation",
  "jemhadar-klingon": "Jem'Hadar, allied with the Klingon Empire",
  tos: "Starfleet (23rd century, Agents of Yesterday)",
  discovery: "Starfleet (Discovery era)",
};

export const factionNames: Readonly<Record<Faction, string>> = {
  federation: "Federation",
  klingon: "Klingon",
  romulan: "Romulan",
  jemhadar: "Jem'Hadar",
  tos: "Starfleet (23rd century)",
  discovery: "Starfleet (Discovery)",
};

export const careerNames: Readonly<Record<Career, string>> = {
  tactical: "Tactical",
  engineering: "Engineering",
  science: "Science",
};

export const recruitNames: Readonly<Record<RecruitType, string>> = {
  "delta-recruit": "Delta recruit",
  "temporal-agent": "Temporal agent",
  "gamma-recruit": "Gamma recruit",
  "klingon-recruit": "Klingon recruit",
};

/** "Klingon (KDF) · Tactical · level 50", as far as it is known. */
export function viewpointInWords(viewpoint: Viewpoint): string {
  const { career, level, recruit } = viewpoint;
  const kind = kindOf(viewpoint);
  return [
    kind && captainKindNames[kind],
    career && careerNames[career],
    level === undefined ? undefined : `level ${level}`,
    recruit === undefined || recruit === "none" ? undefined : recruitNames[recruit],
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
}
