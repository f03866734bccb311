import { factionNames } from "../../captains/names.ts";
import type { Misfit } from "../../captains/viewpoint.ts";
import type { Audience, Faction } from "../../catalog/game.ts";
import type { Bug, Mission } from "../../catalog/mission.ts";
import { escapeText } from "../../ui/text.ts";
import { dayInWords } from "../../ui/times.ts";
import type { PlaceInArc } from "../place.ts";
import { audienceInWords, list, notForYou, plural } from "./names.ts";

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
  reports: "Reports by faction",
  gather: "Gather a crew",
  choice: "A choice for good",
  recruits: "Has more for",
  previousPage: "← Previous",
  nextPage: "Next →",
} as const;

export const titleOnly =
  "Only the title of this mission is known to me. If you know more, CONTRIBUTING.md shows how to add it in five minutes.";

export const briefingTexts = {
  seenAs: (whom: string) => `Drawn for: ${whom}`,
  allFactions: "Playable by all factions",
  someFactions: (names: readonly string[]) => `Playable by ${list(names)} captains`,
  byArc: (whom: string) => `${whom} (by its arc)`,
  probablyPlayable: "Taken to be playable; no source that was read says so",
  levelFrom: (level: number, whom: string | undefined) =>
    whom === undefined ? `level ${level} and up` : `level ${level} and up (${whom})`,
  levelInEvent: (level: number) => `level ${level} and up during its event`,
  removed: ({ on, season, reason }: NonNullable<Mission["removed"]>) => {
    const when = on === undefined ? "" : ` on ${dayInWords(on)}`;
    return `**Removed from the game${when}**${season === undefined ? "" : ` with ${season}`}. ${reason}`;
  },
  removedNoReason: "Removed from the game; no source that was read says when or why.",
  replacedBy: (title: string) => `Its place was taken by ${title}.`,
  cannotPlay: (misfit: Misfit, audience: Audience) => `Not for this captain: ${notForYou(misfit, audience)}.`,
  tooLow: (level: number) => `This captain is below level ${level}.`,
  placeInArc: (place: PlaceInArc) =>
    typeof place === "number" ? `mission ${place} of the arc` : `${place} mission of the arc`,
  cameWith: (name: string, released: string | undefined) =>
    released === undefined ? name : `${name} (${dayInWords(released)})`,
  alsoCalled: (names: readonly string[]) => `also called ${names.join(", ")}`,
  onPlatforms: (days: readonly (readonly [platform: keyof typeof platformNames, day: string])[]) =>
    days.map(([platform, day]) => `${platformNames[platform]} ${dayInWords(day)}`).join(", "),
  variantFor: (audience: Audience) => `For ${audienceInWords(audience)}`,
  noSources: (day: string) => `No source was found · looked for on ${day}`,
  sources: (titles: readonly string[], day: string) => `Sources: ${titles.join(", ")} · checked ${day}`,
  more: (count: number) => `and ${count} more`,
};

const platformNames = { pc: "PC", playstation: "PlayStation", xbox: "Xbox" };

/** "**1 known bug** · Speak with the soldiers · confirmed for Romulan captains". */
export function bugsInShort(bugs: readonly Bug[]): string {
  const confirmed = list(
    bugs.flatMap((bug) =>
      Object.entries(bug.factions).flatMap(([faction, known]) =>
        known === "confirmed" ? [factionNames[faction as Faction]] : [],
      ),
    ),
  );
  const count = `**${plural(bugs.length, "known bug", "known bugs")}**`;
  const steps = list(bugs.flatMap((bug) => (bug.objective === undefined ? [] : [escapeText(bug.objective)])));
  const who = confirmed === "" ? "" : `confirmed for ${confirmed} captains`;
  return [count, steps, who].filter((part) => part !== "").join(" · ");
}
