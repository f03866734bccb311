import { overrideLimits } from "../overrides.ts";

/** Every sentence of /fleet override. Titles and what members typed come escaped. */
export const overrideTexts = {
  heading: (title: string) => `## ${title}, as your fleet says it`,
  nothing:
    "Your fleet says nothing of its own. `/fleet override` takes a difficulty, a level, another name or a note.",
  shown:
    "It stands on the briefing in this server, marked as your fleet's own. The sources stay as they are.",
  setBy: (userId: string) => `-# Said last by <@${userId}>`,
  listHeading: "## What your fleet says of missions",
  emptyList:
    "Your fleet has nothing to say of its own yet. `/fleet override mission:home note:…` puts a note on a briefing in this server.",
  difficulty: { normal: "Normal", advanced: "Advanced", elite: "Elite" },
  facts: {
    difficulty: (name: string) => `**Difficulty** ${name}`,
    level: (level: number) => `**Level** from ${level}`,
    aliases: (names: readonly string[]) => `**Also called** ${names.join(", ")}`,
    note: (note: string) => `**Note** ${note}`,
  },
  previous: "← Previous",
  next: "Next →",
  drop: "Back to the sources",
  dropped: (title: string) => `Your fleet says nothing of its own of **${title}** any more.`,
  unknown: (typed: string) =>
    `I know no mission called “${typed}”. Pick one from the list that opens as you type.`,
  refused: {
    "too-many": `Your fleet has its own word on ${overrideLimits.records} missions, and I keep no more for one server. Take one back first: \`/fleet override\` lists them.`,
    "too-many-aliases": `That mission has ${overrideLimits.aliases} names of your fleet, and I keep no more for one mission. Take its words back first.`,
    empty: "That has no letters that can be shown. Type another one.",
    "alias-taken": (alias: string, title: string) =>
      `“${alias}” already leads to **${title}** here. Pick another name.`,
  },
} as const;
