import { dayInWords } from "../../ui/times.ts";
import { ledgerLimits } from "../ledger.ts";

/** Every sentence for officers. What members typed comes escaped. */

export const officerTexts = {
  heading: (title: string) => `## ${title} · For officers`,
  about: (summary: string) => `About: **${summary}**`,
  sourceStays:
    "-# What a source says stands as it is. A bug of the data that you mark fixed is fixed for this fleet alone.",
  ownOnly: "-# Only this fleet sees what its officers write here.",
  buttons: {
    add: "Add a bug",
    edit: "Edit",
    fix: "Mark fixed",
    reopen: "Open again",
    remove: "Remove",
    removeNow: "Remove for good",
    export: "Export reports",
    back: "Back to the bug",
  },
  form: {
    add: (title: string) => `A bug in ${title}`,
    edit: "Edit the bug",
    summary: "What goes wrong",
    summaryHelp: "One or two sentences, so that somebody else knows it again.",
    objective: "The step concerned",
    objectiveHelp: "The first words of the step are enough. Empty: the mission as a whole.",
    workaround: "Workaround",
    workaroundHelp: "What helps all the same. Empty: none known.",
    factions: "Met by captains of",
    factionsHelp: "Those of which you are sure; members count the rest.",
    fix: "Since when is it fixed?",
    day: "Day",
    dayHelp: "Like 2026-11-20, today or yesterday.",
  },
  added: (summary: string) => `Added: **${summary}**`,
  edited: (summary: string) => `Changed: **${summary}**`,
  fixed: (summary: string, day: string) => `Fixed on ${dayInWords(day)} for this fleet: **${summary}**`,
  reopened: (summary: string) => `Open again: **${summary}**`,
  removed: (summary: string) => `Removed: **${summary}**`,
  askRemove: (summary: string, voices: number) =>
    `I would remove **${summary}**${voices === 0 ? "" : `, and what ${voices === 1 ? "one member" : `${voices} members`} said of it`}. This cannot be undone; **Mark fixed** keeps it.`,
  exported: (file: string) =>
    `What this fleet knows of the mission's bugs, as \`${file}\`: the \`bugs\` of its record as they would be, and who met them, in numbers. Nobody is named. CONTRIBUTING.md shows how to bring it to the project.`,
  nothingToExport: "This fleet has said nothing of this mission's bugs yet, so there is nothing to export.",
  refused: {
    officersDeed: "do that",
    unknown:
      "This fleet has no such bug of its own. It may have been removed; run /bugs again to see what there is.",
    empty: "A bug needs a summary that can be read. Type what goes wrong.",
    "too-many": `This fleet has ${ledgerLimits.own} bugs of its own, and I keep no more. Remove one that is fixed first.`,
    "too-many-here": `This mission has ${ledgerLimits.ownOnOne} bugs of this fleet's own, and I keep no more for one. Remove one that is fixed first.`,
    day: (typed: string) =>
      `I could not read “${typed}” as a day up to today. Type it like \`2026-11-20\`, \`today\` or \`yesterday\`. Nothing was changed.`,
  },
} as const;
