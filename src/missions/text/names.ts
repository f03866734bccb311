import { careerNames, factionNames } from "../../captains/names.ts";
import type { Misfit } from "../../captains/viewpoint.ts";
import type { Allegiance, Audience, RecruitType } from "../../catalog/game.ts";
import type { Page } from "../../ui/pages.ts";
import type { Section } from "../sections.ts";

export const sectionNames: Readonly<Record<Section, string>> = {
  briefing: "Briefing",
  objectives: "Objectives",
  rewards: "Rewards",
  bugs: "Bugs",
  cast: "Cast & places",
  story: "Story",
  sources: "Sources",
};

const allegianceNames: Readonly<Record<Allegiance, string>> = {
  federation: "Federation and allied",
  klingon: "Klingon and allied",
};

export const recruitNames: Readonly<Record<RecruitType, string>> = {
  "delta-recruit": "Delta recruits",
  "temporal-agent": "Temporal agents",
  "gamma-recruit": "Gamma recruits",
  "klingon-recruit": "Klingon recruits",
};

/** Who something is for, in words: "Jem'Hadar captains, on a first play-through". */
export function audienceInWords({ factions, allegiances, careers, recruits, playThrough }: Audience): string {
  const kinds = [
    ...(allegiances ?? []).map((allegiance) => allegianceNames[allegiance]),
    ...(factions ?? []).map((faction) => factionNames[faction]),
    ...(careers ?? []).map((career) => careerNames[career]),
  ];
  const people = kinds.length > 0 ? `${list(kinds)} captains` : undefined;
  const recruit = recruits && list(recruits.map((one) => recruitNames[one]));
  const run = playThrough && (playThrough === "first" ? "on a first play-through" : "on a replay");
  return [people, recruit, run].filter((part) => part !== undefined).join(", ");
}

export function onlyFor(audience: Audience): string {
  return `only ${audienceInWords(audience)}`;
}

const misfitNouns: Readonly<Record<Misfit, string>> = {
  faction: "faction",
  allegiance: "allegiance",
  career: "career",
  recruit: "captain",
};

export function notForYou(misfit: Misfit, audience: Audience): string {
  return `not for this ${misfitNouns[misfit]}: ${onlyFor(audience)}`;
}

/** "a", "a and b", "a, b and c". */
export function list(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

export function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

/** The heading of a section: "Home · Objectives", with the page when there are several. */
export function titleOf(title: string, section: string, { number, of }: Page): string {
  return [title, section, of > 1 ? `${number}/${of}` : undefined]
    .filter((part) => part !== undefined)
    .join(" · ");
}
