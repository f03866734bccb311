import type { Bug, Mission } from "../../catalog/mission.ts";
import { list } from "./names.ts";

export const noObjectives = "No source that was read lists the steps of this mission.";

export const objectivesBreakOff = "The source's list breaks off here: there are more steps.";

export const noBugs =
  "No bug is recorded for this mission. That can also mean that nobody has written one down yet.";

export const noCast = "Nobody and no place is recorded for this mission.";

export const noStory = "No source that was read tells the plot.";

export const howItOpens = "How it opens";
export const storyWarning = "The plot, hidden. Tap it to read it.";

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
  levels: "Where its levels were read",
  ownWords:
    "Facts from these pages in our own words. Something wrong? CONTRIBUTING.md shows how to correct a record.",
  checked: (day: string, completeness: Mission["completeness"]) =>
    `Last checked on ${day}; ${completenessInWords[completeness]}.`,
  unverified: (fields: readonly string[]) =>
    `Not verified: ${list(fields.map((field) => fieldNames[field] ?? field))}.`,
};

/** Fields of a record as a member would call them. */
const fieldNames: Readonly<Record<string, string>> = {
  aliases: "its other names",
  arc: "its arc",
  cameWith: "what it came with",
  "cast.characters": "who appears in it",
  choice: "its choice",
  difficulties: "its difficulties",
  enemies: "its foes",
  environments: "where it plays",
  factions: "who may play it",
  giver: "who gives it",
  kind: "its kind",
  levels: "its level",
  locations: "its places",
  marks: "its marks",
  next: "what follows it",
  orderInArc: "its place in the arc",
  prerequisites: "what it needs first",
  released: "its release day",
  releasedOn: "its release days",
  rememberedAliases: "some abbreviations",
  removed: "when and why it was removed",
  rewards: "its rewards",
  state: "whether it can be played",
  story: "its story",
  summary: "its summary",
  teamNote: "the note on its team",
  teamSize: "its team size",
  title: "its title",
};
