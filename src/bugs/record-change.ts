import { factionNames } from "../captains/names.ts";
import { type bugKnowledge, type Faction, factions } from "../catalog/game.ts";
import type { Bug } from "../catalog/mission.ts";
import { oneLine, shorten } from "../ui/text.ts";
import { type KnownBug, knownBugs, type Standing } from "./known.ts";
import type { Ledger } from "./ledger.ts";

/** What a fleet gives to the project: the `bugs` of a record as they would be, and the numbers behind them. */
export interface RecordChange {
  readonly about: string;
  readonly slug: string;
  readonly exportedOn: string;
  /** Takes the place of the record's own `bugs`. */
  readonly bugs: readonly Bug[];
  /** How many members met a bug, and for how many it works, by the bug's id. */
  readonly reports: Readonly<Record<string, Partial<Record<Faction, { seen: number; works: number }>>>>;
}

const ABOUT =
  "Proposed `bugs` for the record of this slug. Replace the record's own `bugs` by these, run `npm run data:check`, and keep what can be confirmed; counts come from members of one fleet, who are not named.";

const NOTE_LENGTH = 1_500;

export function recordChange(
  slug: string,
  ofData: readonly Bug[],
  ledger: Ledger,
  exportedOn: string,
): RecordChange {
  const known = knownBugs(slug, ofData, ledger);
  const named = known.map((bug) => ({ bug, id: bug.addedOn === undefined ? bug.bugId : undefined }));
  const taken = new Set(named.flatMap(({ id }) => (id === undefined ? [] : [id])));
  const all = named.map(({ bug, id }) => ({ bug, id: id ?? freshId(bug.summary, taken) }));
  return {
    about: ABOUT,
    slug,
    exportedOn,
    bugs: all.map(({ bug, id }) =>
      proposed(
        bug,
        id,
        ofData.find((one) => one.id === bug.bugId),
        exportedOn,
      ),
    ),
    reports: Object.fromEntries(all.map(({ bug, id }) => [id, reportsOf(bug)])),
  };
}

function proposed(bug: KnownBug, id: string, ofData: Bug | undefined, exportedOn: string): Bug {
  const { summary, objective, workaround, state, fixedHereOn, standings } = bug;
  const known = factions.flatMap((faction) => {
    const knowledge = proposedKnowledge(standings[faction]);
    return knowledge === "unknown" && ofData?.factions[faction] === undefined ? [] : [[faction, knowledge]];
  });
  const note = [bug.note, fleetNote(bug, exportedOn)].filter((part) => part !== undefined).join(" ");
  return {
    id,
    summary,
    ...(objective === undefined ? {} : { objective }),
    state: fixedHereOn === undefined ? state : "fixed",
    ...(workaround === undefined ? {} : { workaround }),
    factions: Object.fromEntries(known) as Bug["factions"],
    ...(note === "" ? {} : { note: shorten(note, NOTE_LENGTH) }),
    source: ofData?.source ?? { title: `Reports of a fleet's officers and members, ${exportedOn}` },
  };
}

/** What a source says is never overruled; where it is silent, whoever met the bug outweighs those who did not. */
function proposedKnowledge({ source, seen, works }: Standing): (typeof bugKnowledge)[number] {
  if (source !== "unknown") return source;
  if (seen > 0) return "confirmed";
  return works > 0 ? "not-affected" : "unknown";
}

function fleetNote({ standings, fixedHereOn }: KnownBug, exportedOn: string): string | undefined {
  const counts = factions.flatMap((faction) => {
    const { seen, works } = standings[faction];
    return seen + works === 0 ? [] : [`${factionNames[faction]} seen by ${seen}, works for ${works}`];
  });
  const told = [
    ...(fixedHereOn === undefined ? [] : [`marked fixed on ${fixedHereOn}`]),
    ...(counts.length === 0 ? [] : [counts.join("; ")]),
  ];
  return told.length === 0 ? undefined : `A fleet's members, ${exportedOn}: ${told.join("; ")}.`;
}

function reportsOf({ standings }: KnownBug) {
  return Object.fromEntries(
    factions.flatMap((faction) => {
      const { seen, works } = standings[faction];
      return seen + works === 0 ? [] : [[faction, { seen, works }]];
    }),
  );
}

/** "The door never opens" becomes `the-door-never-opens`, with a number behind it where that is taken. */
function freshId(summary: string, taken: Set<string>): string {
  const words = oneLine(summary)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const base = words.slice(0, 50).replace(/-[^-]*$/, (rest) => (words.length > 50 ? "" : rest)) || "bug";
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  taken.add(id);
  return id;
}
