import type { Entry } from "../../catalog/find.ts";

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

/** A mission in a list: "Shutdown · Cardassian Struggle · removed 2015". */
export function entryInList({ title, arcName, state }: Entry, removedOn: string | undefined): string {
  const removed =
    state === "removed" ? ["removed", removedOn?.slice(0, 4)].filter((part) => part).join(" ") : "";
  return [title, arcName, removed].filter((part) => part !== "").join(" · ");
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
    typed: "/mission name:home faction:Klingon level:50",
    does: "strikes out what is not for such a captain and marks the level",
  },
];
