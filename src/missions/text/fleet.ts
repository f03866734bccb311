import type { Difficulty } from "../../guilds/overrides.ts";

const difficultyNames: Readonly<Record<Difficulty, string>> = {
  normal: "Normal",
  advanced: "Advanced",
  elite: "Elite",
};

/** What a fleet's own word on a record looks like. */
export const fleetTexts = {
  heading: "**Your fleet says**",
  difficulty: (difficulty: Difficulty) => `difficulty ${difficultyNames[difficulty]}`,
  level: (level: number) => `from level ${level}`,
  aliases: (names: readonly string[]) => `also called ${names.map((name) => `“${name}”`).join(", ")}`,
  notSourced: "This is the fleet's own; no source says so.",
} as const;

/** A fleet's own name in the list that opens while typing: "fun run (your fleet) · Home · Gamma Quadrant". */
export function fleetsName(alias: string, label: string): string {
  return `${alias} (your fleet) · ${label}`;
}
