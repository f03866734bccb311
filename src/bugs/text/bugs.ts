import { plural } from "./words.ts";

/** Every sentence of /bugs that is for reading. What members typed comes escaped. */

export const bugsTexts = {
  description: "Known bugs: what the sources say, and what this fleet has seen, faction by faction",
  options: {
    mission: "The mission; leave it out to list what is open",
    faction: "Only what captains of this faction are known to meet",
    private: "Only you see the answer",
  },
  heading: "Known bugs",
  place: (number: number, of: number, open: number) =>
    of === 1
      ? open === 1
        ? "1 known bug, open"
        : "1 known bug, fixed"
      : `Bug ${number} of ${of} · ${open} open`,
  countedAt: (time: string) => `Counted ${time}; any button shows the counts as they are then.`,
  inDirect: "What a fleet has seen stands on the same card in its server.",
  none: "No bug is recorded for this mission. That can also mean that nobody has written one down yet.",
  noneYet: "Officers of this fleet write down what it finds, under **For officers**.",
  buttons: {
    seen: "I have this too",
    works: "Works for me",
    takeBack: (faction: string) => `Take back: ${faction}`,
    officers: "For officers",
    briefing: "Briefing",
    previous: "← Previous",
    next: "Next →",
  },
  another: "Another bug of this mission",
  list: {
    heading: (faction: string | undefined) =>
      faction === undefined ? "Open bugs" : `Open bugs that ${faction} captains meet`,
    count: (count: number, first: number, last: number) =>
      `${first}–${last} of ${plural(count, "bug", "bugs")}`,
    none: "No bug that is open is known here.",
    noneFor: (faction: string) =>
      `No open bug is known to be met by ${faction} captains. That can also mean that nobody has said so yet.`,
    howToAdd: "`/bugs` with a mission behind it shows all of its bugs, and is where officers add one.",
    open: "Open one",
    filter: "Filter by faction",
    everyone: "All factions",
  },
  leftOver: (rest: string) => `-# I could not read “${rest}” behind the name, so I left it out.`,
  unknownMission: (typed: string) => `I know no mission called “${typed}”.`,
  didYouMean: "Did you mean one of these?",
  nothingNear: "Nothing I know is near it. Type `/bugs` and pick from the list that opens as you type.",
  noSuchMission: "I no longer know that mission. Run /bugs again and pick one from the list.",
  noSuchBug: "I know no such bug here. It may have been removed; run /bugs again to see what there is.",
} as const;

export const bugsExamples = [
  {
    typed: "/bugs mission:home",
    does: "shows the known bugs of Home, faction by faction, with who has seen them",
  },
  { typed: "/bugs", does: "lists every bug that is open, the one seen most first" },
  { typed: "/bugs faction:Romulan", does: "lists what Romulan captains are known to meet" },
];
