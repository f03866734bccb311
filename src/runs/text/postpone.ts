import { plural } from "./words.ts";

export const postponeTexts = {
  description: "The game is down: move the runs that are about to begin, and keep their crews",
  options: {
    by: "How much later: 2 hours, 1 day. Or when the first of them starts: tomorrow 20:00",
    within: "Which runs: those that begin within this time; 24 hours when left out",
  },
  unreadable: (typed: string) =>
    `I could not read “${typed}” as a length of time or a time. Type it like \`2 hours\`, \`1 day 2 hours\` or \`tomorrow 20:00\`.`,
  again: "Nothing was moved. Name the day and the hour, like `tomorrow 20:00`.",
  tooLong: "I move runs by a minute to two weeks, and look at most two weeks ahead.",
  none: (until: string) =>
    `No planned run begins until ${until}, so there is nothing to move. \`within\` looks further ahead: \`within:3 days\`.`,
  tooLittle:
    "The runs that I would move have begun, and moved by so little they would still lie in the past. Name a longer time.",
  overtaken:
    "Another officer moved runs since you were asked, so I moved nothing yet. This is how it is now:",
  window: (until: string) => `-# These are all that begin until ${until}; \`within\` takes more or fewer.`,
  series: "-# The next run of a series comes at its usual hour.",
  ask: (count: number, by: string) =>
    `**Move ${plural(count, "run", "runs")} by ${by}?** Nothing has moved yet. Crews stay as they are, and everyone who signed up is told once for each run.`,
  line: (title: string, from: string, to: string) => `- **${title}** from ${from} to ${to}`,
  more: (count: number) => `…and ${count} more`,
  keep: "Leave all as it is",
  kept: "Nothing was moved.",
  move: (count: number) => `Move ${plural(count, "run", "runs")}`,
  doneBefore: "These runs were moved already, by the same press. Nothing was moved twice.",
  done: (count: number) => `${plural(count, "run is", "runs are")} moved. Cards and crews are told.`,
} as const;
