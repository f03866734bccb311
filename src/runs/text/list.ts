export const listTexts = {
  description: "What is coming up: runs with their crews",
  mine: "Only those you signed up for or lead",
  heading: "## Coming up",
  headingMine: "## Your runs",
  none: "No run is planned. `/lfg second wave sat 20:00` plans one, `/lfg isa` calls for a crew right now.",
  noneMine: "You are signed up for no run. `/runs` shows all that are planned.",
  now: "right now",
  seats: (taken: number, seats: number, waiting: number) =>
    waiting === 0 ? `${taken} of ${seats}` : `${taken} of ${seats}, ${waiting} waiting`,
  ledBy: (leader: string) => `led by ${leader}`,
  card: "the card",
  you: { seated: "you are in", waiting: "you are waiting", tentative: "you are tentative" },
  states: { open: undefined, locked: "locked", started: "under way", over: "over" },
  pick: "Open a run",
} as const;

export const listExamples = [
  { typed: "/runs", does: "shows what is coming up, and lets you join, leave or manage a run" },
  { typed: "/runs mine:True", does: "shows the runs you signed up for or lead" },
];
