import type { CaptainKind } from "../../captains/viewpoint.ts";
import type { Faction } from "../../catalog/game.ts";
import type { Rhythm } from "../../time/recurrence.ts";
import type { difficulties, Role } from "../run.ts";

/** A captain's side, short enough for a roster that is read on a phone. */
export const sideNames: Readonly<Record<CaptainKind, string>> = {
  federation: "Federation",
  klingon: "Klingon",
  "romulan-federation": "Romulan (Federation)",
  "romulan-klingon": "Romulan (Klingon)",
  "jemhadar-federation": "Jem'Hadar (Federation)",
  "jemhadar-klingon": "Jem'Hadar (Klingon)",
  tos: "23rd century",
  discovery: "Discovery",
};

export const factionNames: Readonly<Record<Faction, string>> = {
  federation: "Federation",
  klingon: "Klingon",
  romulan: "Romulan",
  jemhadar: "Jem'Hadar",
  tos: "23rd-century Starfleet",
  discovery: "Discovery-era Starfleet",
};

export const roleNames: Readonly<Record<Role, string>> = {
  tank: "tank",
  heal: "heal",
  damage: "damage",
  tactical: "tactical",
  engineering: "engineering",
  science: "science",
};

export const difficultyNames: Readonly<Record<(typeof difficulties)[number], string>> = {
  normal: "Normal",
  advanced: "Advanced",
  elite: "Elite",
};

export const rhythmNames: Readonly<Record<Rhythm, string>> = {
  daily: "every day",
  weekly: "every week",
  fortnightly: "every two weeks",
};

/** "a", "a and b", "a, b and c". */
export function list(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function minutes(count: number): string {
  return plural(count, "minute", "minutes");
}
