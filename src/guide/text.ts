import { dayInWords } from "../ui/times.ts";

/** What /help and /about say. */

export const helpTexts = {
  heading: "## What I can do",
  intro:
    "Type a command and press Enter. Names complete as you type, small slips are forgiven, and abbreviations work. Briefings are for everyone in the channel; what a button opens is for you alone.",
  more: "Pick a command to see what can be typed with it.",
  options: "What it takes",
  subcommands: "What it can do",
  takes: (options: string) => `; takes ${options}`,
  examples: "For example",
  needed: "needed",
  noSuchTopic: "I have no help on that. Run /help and pick a command from the list.",
  back: "All commands",
};

export interface Facts {
  readonly version: string;
  readonly missions: number;
  readonly taskForces: number;
  /** The calendar day the data was last checked: `2026-11-20`. */
  readonly checkedOn: string;
}

export const aboutTexts = {
  heading: "## Away Team",
  what: "Mission briefings, known bugs and weekly rewards of Star Trek Online, for fleets on Discord.",
  version: ({ version, missions, taskForces, checkedOn }: Facts) =>
    `Version ${version} · ${missions} missions${taskForces > 0 ? ` and ${taskForces} task forces` : ""} · data last checked on ${dayInWords(checkedOn)}`,
  sources:
    "**Sources** STOWiki, Memory Beta and the other pages that each card names. Facts are theirs; the sentences are our own. What a source does not say is shown as unknown.",
  keeps:
    "**Your data** I read only the commands and buttons that you use here, never the other messages of a channel.",
  disclaimer:
    "A fan project, not affiliated with Cryptic Studios, DECA Games, Gearbox Publishing, CBS Studios or Paramount. Star Trek and Star Trek Online belong to their owners.",
  privacy: "Privacy",
  terms: "Terms",
};
