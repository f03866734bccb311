import type { Mission, MissionEvent } from "../../catalog/mission.ts";
import { daysInWords } from "../../ui/times.ts";
import { phaseOf } from "../events.ts";
import { list, notForYou, onlyFor, plural } from "./names.ts";

export const noRewards = "No reward of this mission is recorded.";

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
  const days = daysInWords(event.starts, event.ends);
  const verb = { ahead: "Starts later", running: "**Running now**", over: "Over" }[phaseOf(event, today)];
  return `${verb}: ${days}${level}`;
}

export function eventInShort(event: MissionEvent, today: string): string {
  const verb = { ahead: "will run", running: "**running now**,", over: "ran" }[phaseOf(event, today)];
  const choice = (event.choices ?? []).map((one) => one.name).join(" *or* ");
  const rule = eventRule(event);
  return `${choice === "" ? rule : `${rule}: ${choice}`} (${verb} ${daysInWords(event.starts, event.ends)})`;
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
