import type { TaskForce } from "../../catalog/task-force.ts";
import { list, plural } from "./names.ts";

const kinds: Readonly<Record<TaskForce["kind"], string>> = {
  tfo: "Task force operation",
  "event-tfo": "Event task force operation",
  "red-alert": "Red Alert",
  patrol: "Patrol",
  battlezone: "Battlezone",
  "adventure-zone": "Adventure zone",
  "fleet-action": "Fleet action",
};

export const taskForceTexts = {
  kinds,
  difficulties: { normal: "Normal", advanced: "Advanced", elite: "Elite" },
  difficultyHeading: "Difficulties",
  jobs: "Jobs on the map",
  optionalObjectives: "Optional objectives",
  tips: "Tips",
  marks: "Pays these marks",
  alsoPays: "Pays besides",
  noRewards: "No reward of it is recorded.",
  removed: "Removed from the game",
  teamUnknown: "no source that was read gives the team size",
  team: (size: number) => `team of ${size}`,
  players: (count: number) => plural(count, "player", "players"),
  craft: (name: string) => `flown in a ${name}`,
  timeLimit: (time: string) => `time limit \`${time}\``,
  cooldown: (minutes: number) => `open again after ${plural(minutes, "minute", "minutes")}`,
  variants: (names: readonly string[]) => `Also as ${list(names)}`,
  onlyLevels: (levels: readonly string[]) =>
    `${levels.join(" · ")} (no source that was read tells them apart)`,
  noSuchSection: (names: readonly string[]) =>
    `A task force has no such part; it has ${list(names)}. Run /mission again with one of these.`,
};
