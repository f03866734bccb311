/** The parts of a mission that have a card of their own, in the order of their buttons. */
export const sections = ["briefing", "objectives", "rewards", "bugs", "cast", "story", "sources"] as const;

export type Section = (typeof sections)[number];

/** The parts that a task force has. */
export const taskForceSections = ["briefing", "rewards", "sources"] as const satisfies readonly Section[];

export type TaskForceSection = (typeof taskForceSections)[number];

const WORDS: Readonly<Record<Section, readonly string[]>> = {
  briefing: ["briefing", "brief", "overview", "summary"],
  objectives: ["objectives", "objective", "steps", "goals", "tasks", "walkthrough"],
  rewards: ["rewards", "reward", "accolades", "accolade", "replay", "event"],
  bugs: ["bugs", "bug", "known bugs", "issues"],
  cast: ["cast", "cast & places", "cast and places", "places", "characters", "npcs", "ships"],
  story: ["story", "plot", "synopsis", "spoiler", "spoilers"],
  sources: ["sources", "source", "notes"],
};

/** The section that a member names in their own words. */
export function readSection(words: string): Section | undefined {
  const wanted = words.trim().toLowerCase().replace(/\s+/g, " ");
  return sections.find((section) => WORDS[section].includes(wanted));
}

export function isSection(value: string | undefined): value is Section {
  return sections.some((section) => section === value);
}

export function isTaskForceSection(section: Section): section is TaskForceSection {
  return taskForceSections.some((one) => one === section);
}
