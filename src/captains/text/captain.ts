import { type Captain, captainLimits, type Platform, viewpointOfCaptain } from "../captain.ts";
import { recruitNames, viewpointInWords } from "../names.ts";

/** Every sentence of /captain. Names come escaped. */

const platformNames: Readonly<Record<Platform, string>> = {
  pc: "PC",
  playstation: "PlayStation",
  xbox: "Xbox",
};

export const captainTexts = {
  description: "Your captains: who flies, and whom briefings are for",
  add: "Tell me of a captain of yours",
  edit: "Change what I know of a captain",
  list: "Your captains, and which one is the default",
  remove: "Forget a captain",
  options: {
    name: "The captain's name",
    which: "The captain; pick from the list",
    newName: "A new name",
    kind: "Faction, and for Romulans and Jem'Hadar the allegiance",
    career: "Career",
    level: "Level, 1 to 65",
    recruit: "Recruit type; some steps and rewards are for recruits only",
    platform: "Where you play",
    makeDefault: "Make this the captain that briefings are for",
  },
  recruits: { ...recruitNames, none: "No recruit" },
  platforms: platformNames,
  heading: "## Your captains",
  none: "You have told me of no captain yet. `/captain add` takes a name and a faction, and briefings then show what is for that captain, and rosters name them.",
  used: "Briefings that only you see are drawn for the default captain: what cannot apply is struck out, with the reason. When you join a run, you pick whom you take.",
  chooseDefault: "Make another captain the default",
  isDefault: "default",
  added: (name: string) => `**${name}** is on your list.`,
  nowDefault: (name: string) => `Briefings that only you see are now drawn for **${name}**.`,
  changed: (name: string) => `**${name}** is changed.`,
  removed: (name: string) => `**${name}** is forgotten.`,
  removedDefault: (name: string, next: string | undefined) =>
    next === undefined
      ? `**${name}** is forgotten. You have no captain left; briefings are drawn for everybody again.`
      : `**${name}** is forgotten. **${next}** is your default captain now.`,
  nothingToChange: "You named nothing to change. Add an option behind the captain, like `level:65`.",
  refused: {
    nameless: "That name has no letters that can be shown. Type another one.",
    "too-many": `You have ${captainLimits.captains} captains, and I keep no more for one member. Remove one with \`/captain remove\` first.`,
    unknown:
      "You have no captain of that name. Pick one from the list that opens as you type, or see `/captain list`.",
    "name-taken": (name: string) =>
      `You already have a captain called **${name}**. Change that one with \`/captain edit\`, or pick another name.`,
  },
} as const;

export const captainExamples = [
  {
    typed: "/captain add name:T'Rin faction:Romulan, allied with the Federation",
    does: "tells me of a captain; briefings then know what is for them",
  },
  { typed: "/captain list", does: "shows your captains and lets you pick the default" },
];

/** The captain's facts in words, without the name: "Klingon (KDF) · Tactical · level 50 · PC". */
export function factsInWords(captain: Captain): string {
  const known = viewpointInWords(viewpointOfCaptain(captain));
  return captain.platform === undefined ? known : `${known} · ${platformNames[captain.platform]}`;
}
