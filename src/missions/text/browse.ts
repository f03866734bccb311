import { factionNames } from "../../captains/names.ts";
import type { AskedState, ContentKind, Filter, Listed } from "../browse.ts";
import { plural } from "./names.ts";
import { taskForceTexts } from "./task-force.ts";

export const kindNames: Readonly<Record<ContentKind, string>> = {
  mission: "Story mission",
  ...taskForceTexts.kinds,
};

export const askedStateNames: Readonly<Record<AskedState, string>> = {
  playable: "Playable",
  removed: "Removed from the game",
  unknown: "Not verified",
};

export const browseTexts = {
  heading: "Missions",
  none: "Nothing I know fits all of that. Leave one of the filters out.",
  pick: "Open one",
  noSuchArc: (typed: string) =>
    `I know no arc called “${typed}”. Pick one from the list that opens as you type.`,
  count: (count: number, first: number, last: number) =>
    count === 0 ? "none" : `${first}–${last} of ${plural(count, "entry", "entries")}`,
  narrowedTo: ({ faction, level, kind, state }: Filter) =>
    [
      kind && kindNames[kind],
      faction && `${factionNames[faction]} captains`,
      level === undefined ? undefined : `level ${level} or lower, or not known`,
      state && askedStateNames[state],
    ]
      .filter((part) => part !== undefined)
      .join(" · "),
  details: ({ arc, kind, state, lowestLevel, orderInArc }: Listed, withArc: boolean) =>
    [
      withArc && arc ? arc.name : undefined,
      !withArc && orderInArc !== undefined ? `mission ${orderInArc}` : undefined,
      kind === "mission" ? undefined : kindNames[kind],
      lowestLevel === undefined ? undefined : `level ${lowestLevel}+`,
      state === "removed" ? "removed" : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(" · "),
};

export const browseExamples = [
  { typed: "/missions arc:Gamma Quadrant", does: "lists the missions of an arc in order" },
  { typed: "/missions faction:Klingon level:20", does: "lists what a Klingon captain of level 20 can start" },
  { typed: "/missions kind:Task force operation", does: "lists the task force operations" },
];
