import { ledgerLimits, type Saying } from "../ledger.ts";

/** Every sentence about what members say of bugs. What members typed comes escaped. */

export const voiceTexts = {
  noted: {
    seen: (faction: string) => `Noted: you have this as ${faction}.`,
    works: (faction: string) => `Noted: as ${faction} it works for you.`,
  },
  same: {
    seen: (faction: string) => `You said so already: you have this as ${faction}. You count once.`,
    works: (faction: string) => `You said so already: as ${faction} it works for you. You count once.`,
  },
  takenBack: (faction: string) => `Taken back: you say nothing of this as ${faction} any more.`,
  nothingToTakeBack: (faction: string) => `You had said nothing of this as ${faction}.`,
  ask: {
    seen: (summary: string) => `**${summary}**\nWith a captain of which faction did you meet it?`,
    works: (summary: string) => `**${summary}**\nWith a captain of which faction did it work?`,
  } satisfies Record<Saying, unknown>,
  noCaptain: "-# `/captain add` tells me of your captain, and I need not ask again.",
  pick: "The captain's faction",
  needsFleet: "Only a fleet can count that. Press it in your fleet's server.",
  tooMany: `This fleet has told me of bugs ${ledgerLimits.voices.toLocaleString("en-US")} times, and I keep no more. What was said of a bug goes when an officer removes it.`,
} as const;
