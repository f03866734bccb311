import type { Entry } from "../catalog/find.ts";
import type { Allegiance, Audience, Career, Faction, RecruitType } from "../catalog/game.ts";
import type { Bug, Mission, MissionEvent } from "../catalog/mission.ts";
import { dayInWords } from "../ui/times.ts";
import { phaseOf } from "./events.ts";
import type { Section } from "./sections.ts";
import type { CaptainKind, Misfit } from "./viewpoint.ts";

/** Every sentence of the mission cards that a member reads. */

export const sectionNames: Readonly<Record<Section, string>> = {
  briefing: "Briefing",
  objectives: "Objectives",
  rewards: "Rewards",
  bugs: "Bugs",
  cast: "Cast & places",
  story: "Story",
  sources: "Sources",
};

export const factionNames: Readonly<Record<Faction, string>> = {
  federation: "Federation",
  klingon: "Klingon",
  romulan: "Romulan",
  jemhadar: "Jem'Hadar",
  tos: "Starfleet (23rd century)",
  discovery: "Starfleet (Discovery)",
};

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

export const careerNames: Readonly<Record<Career, string>> = {
  tactical: "Tactical",
  engineering: "Engineering",
  science: "Science",
};

const allegianceNames: Readonly<Record<Allegiance, string>> = {
  federation: "Federation and allied",
  klingon: "Klingon and allied",
};

const recruitNames: Readonly<Record<RecruitType, string>> = {
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

export const labels = {
  first: "First",
  foes: "Foes",
  places: "Places",
  giver: "From",
  event: "Event",
  needs: "Needs first",
  sideQuests: "On the side",
  optional: "optional",
  knownBug: "known bug",
  choice: "A choice for good",
  previousPage: "← Previous",
  nextPage: "Next →",
} as const;

export const noObjectives = "No source that was read lists the steps of this mission.";
export const objectivesBreakOff = "The source's list breaks off here: there are more steps.";
export const noRewards = "No reward of this mission is recorded.";
export const noBugs =
  "No bug is recorded for this mission. That can also mean that nobody has written one down yet.";
export const noCast = "Nobody and no place is recorded for this mission.";
export const noStory = "No source that was read tells the plot.";
export const storyWarning = "The plot, hidden. Tap it to read it.";
export const titleOnly =
  "Only the title of this mission is known to me. If you know more, CONTRIBUTING.md shows how to add it in five minutes.";

/** "Weekly reward, once per account and week, four in all". */
export function eventRule({ cadence, per, maxClaims }: MissionEvent): string {
  const rhythm = {
    weekly: "Weekly reward",
    daily: "Daily reward",
    "rerun-week": "Reward of a repeat week",
    irregular: "Reward",
  }[cadence];
  const unit = { weekly: "week", daily: "day", "rerun-week": "repeat", irregular: "time" }[cadence];
  const once = per === undefined ? undefined : `once per ${per} and ${unit}`;
  const total = maxClaims === undefined ? undefined : `${countInWords(maxClaims)} in all`;
  return [rhythm, once, total].filter((part) => part !== undefined).join(", ");
}

/** When the event is, in the tense of today; a day is STO's own, Pacific time. */
export function eventWindow(event: MissionEvent, today: string): string {
  const level = event.minLevel === undefined ? "" : ` · level ${event.minLevel} and up`;
  const days = `${dayInWords(event.starts)} – ${dayInWords(event.ends)}`;
  const verb = { ahead: "Starts later", running: "**Running now**", over: "Over" }[phaseOf(event, today)];
  return `${verb}: ${days}${level}`;
}

export function eventInShort(event: MissionEvent, today: string): string {
  const verb = { ahead: "will run", running: "**running now**,", over: "ran" }[phaseOf(event, today)];
  const choice = (event.choices ?? []).map((one) => one.name).join(" *or* ");
  const rule = eventRule(event);
  return `${choice === "" ? rule : `${rule}: ${choice}`} (${verb} ${dayInWords(event.starts)} – ${dayInWords(event.ends)})`;
}

function countInWords(count: number): string {
  return (
    ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"][count] ??
    `${count}`
  );
}

type ReplayRow = NonNullable<Mission["replay"]>[number];

export const rewardTexts = {
  forFinishing: "For finishing it",
  effects: "What changes for good",
  accolades: "Accolades",
  replay: "On a replay",
  oneOf: "One of these with each claim:",
  unnamedAccolade: "An accolade whose name no source gives",
  yourLevel: "your level",
  onlyFor,
  notForYou,
  box: (name: string) => `Comes in: ${name}`,
  usableFrom: (level: number) => `usable from level ${level}`,
  points: (points: number) => plural(points, "point", "points"),
  effect: (subject: string, before: string, after: string) =>
    `**${subject}** · before: ${before} · after: ${after}`,
  kills: (total: number, target: string) => `${total} kills that count (${target})`,
  feeds: (names: readonly string[]) => `They count towards ${list(names.map((name) => `**${name}**`))}.`,
  alsoIn: (titles: readonly string[]) => `They can also be had in ${list(titles)}.`,
  replayRow: (row: ReplayRow, rank: string) =>
    `Level ${levels(row)} (${rank}): ${row.skillPoints.toLocaleString("en-US")} skill points, ${row.expertise.toLocaleString("en-US")} expertise, Mark ${row.mark}`,
};

function levels({ fromLevel, toLevel }: ReplayRow): string {
  return fromLevel === toLevel ? `${fromLevel}` : `${fromLevel}–${toLevel}`;
}

const bugStateNames: Readonly<Record<Bug["state"], string>> = {
  open: "Open",
  workaround: "Open, with a workaround",
  fixed: "Fixed",
  unconfirmed: "Never settled whether it is a bug",
};

export const bugTexts = {
  knowledge: {
    confirmed: "confirmed by the source",
    "not-affected": "not affected, by the source",
    unknown: "unknown",
  },
  you: "you",
  noWorkaround: "Workaround: none known",
  state: (state: Bug["state"]) => `State: ${bugStateNames[state]}`,
  workaround: (text: string) => `Workaround: ${text}`,
  objective: (text: string) => `Objective: ${text}`,
  source: (title: string) => `Source: ${title}`,
} as const;

/** "**1 known bug** · an optional step … (confirmed: Romulan)". */
export function bugsInShort(bugs: readonly Bug[]): string {
  const confirmed = list(
    bugs.flatMap((bug) =>
      Object.entries(bug.factions).flatMap(([faction, known]) =>
        known === "confirmed" ? [factionNames[faction as Faction]] : [],
      ),
    ),
  );
  const count = `**${plural(bugs.length, "known bug", "known bugs")}**`;
  return confirmed === "" ? count : `${count} · confirmed for ${confirmed} captains`;
}

export const castTexts = {
  characters: "Characters",
  places: "Places",
  species: "Species",
  titles: "Titles",
  ships: "Ships",
  organisations: "Organisations",
  technology: "Technology",
  referencedOnly: "Spoken of only",
} as const;

const completenessInWords: Readonly<Record<Mission["completeness"], string>> = {
  full: "every fact of its pages is carried over",
  good: "most of it is known",
  partial: "parts of it are known",
  stub: "little is known",
  "title-only": "only the title is known",
};

export const sourceTexts = {
  heading: "Where this was read",
  notes: "Also said there",
  ownWords:
    "Facts from these pages in our own words. Something wrong? CONTRIBUTING.md shows how to correct a record.",
  checked: (day: string, completeness: Mission["completeness"]) =>
    `Last checked on ${day}; ${completenessInWords[completeness]}.`,
  unverified: (fields: readonly string[]) => `Not verified: ${list(fields)}.`,
};

export const briefingTexts = {
  allFactions: "Playable by all factions",
  someFactions: (names: readonly string[]) => `Playable by ${list(names)} captains`,
  factionsUnknown: "No source that was read says which factions may play it",
  probablyPlayable: "Taken to be playable; no source that was read says so",
  levelFrom: (level: number, whom: string | undefined) =>
    whom === undefined ? `level ${level} and up` : `level ${level} and up (${whom})`,
  levelInEvent: (level: number) => `level ${level} and up during its event`,
  removed: ({ on, season, reason }: NonNullable<Mission["removed"]>) => {
    const when = on === undefined ? "" : ` on ${dayInWords(on)}`;
    return `**Removed from the game${when}**${season === undefined ? "" : ` with ${season}`}. ${reason}`;
  },
  replacedBy: (title: string) => `Its place was taken by ${title}.`,
  cannotPlay: (misfit: Misfit, audience: Audience) => `Not for this captain: ${notForYou(misfit, audience)}.`,
  tooLow: (level: number) => `This captain is below level ${level}.`,
  placeInArc: (place: "first" | "last" | number) =>
    typeof place === "number" ? `mission ${place} of the arc` : `${place} mission of the arc`,
  cameWith: (name: string, released: string | undefined) =>
    released === undefined ? name : `${name} (${dayInWords(released)})`,
  variantFor: (audience: Audience) => `For ${audienceInWords(audience)}`,
  variantForAll: "For everyone",
  foesHidden: "hidden, they give the plot away",
  sources: (titles: readonly string[], day: string) => `Sources: ${titles.join(", ")} · checked ${day}`,
  more: (count: number) => `and ${count} more`,
};

export const mistakes = {
  noSuchSection:
    "That part of a mission does not exist. Run /mission again and pick a section from the list.",
  noSuchMission: "I no longer know that mission. Run /mission again and pick one from the list.",
};

export const questions = {
  unknown: (typed: string) => `I know no mission called “${typed}”.`,
  didYouMean: "Did you mean one of these?",
  nothingNear: "Nothing I know is near it. Type `/mission` and pick from the list that opens as you type.",
  leftOver: (title: string, rest: string) => `I know **${title}**, but I could not read “${rest}” behind it.`,
  sectionsAre: "Behind a title you can type one of its parts. Pick one here:",
};

const stateNames: Readonly<Record<Mission["state"], string | undefined>> = {
  playable: undefined,
  unknown: undefined,
  removed: "removed",
};

/** A mission in a list: "Shutdown · Cardassian Struggle · removed". */
export function entryInList({ title, arcName, state }: Entry): string {
  return [title, arcName, stateNames[state]].filter((part) => part !== undefined).join(" · ");
}

/** A slug as words, for a record that is named but not held: "war-games" is "war games". */
export function inWords(slug: string): string {
  return slug.replaceAll("-", " ");
}

export const missionExamples = [
  { typed: "/mission home", does: "posts the briefing of Home here" },
  { typed: "/mission home objectives", does: "posts its steps, with counters, timers and who a step is for" },
  { typed: "/mission name:second wave private:True", does: "shows it to you alone" },
  {
    typed: "/mission name:home faction:Romulan level:50",
    does: "strikes out what is not for such a captain and marks the level",
  },
];
