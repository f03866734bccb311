import { factionNames } from "../../captains/names.ts";
import { type Faction, factions } from "../../catalog/game.ts";
import { escapeText } from "../../ui/text.ts";
import { dayInWords } from "../../ui/times.ts";
import { isMetBy, isOpen, type KnownBug, type Standing } from "../known.ts";
import type { Saying } from "../ledger.ts";

/** How bugs are spoken of, on every card that shows them. */

const stateNames: Readonly<Record<KnownBug["state"], string>> = {
  open: "open",
  workaround: "open, with a workaround",
  fixed: "fixed",
  unconfirmed: "never settled whether it is a bug",
};

export const bugWords = {
  objective: (step: string) => `Objective: ${step}`,
  workaround: (way: string) => `Workaround: ${way}`,
  noWorkaround: "Workaround: none known",
  source: (title: string) => `Source: ${title}`,
  foundHere: (day: string) => `Found by this fleet; added on ${dayInWords(day)}`,
  youAre: "you",
  you: (says: Saying) => (says === "seen" ? "you have it" : "works for you"),
} as const;

/** "State: fixed on 20 November 2026, says this fleet; the source has it as open". */
export function stateInWords({ state, fixedHereOn, source }: KnownBug): string {
  if (fixedHereOn === undefined) return `State: ${stateNames[state]}`;
  const here = `State: fixed on ${dayInWords(fixedHereOn)}, says this fleet`;
  return source === undefined || state === "fixed"
    ? here
    : `${here}; the source has it as ${stateNames[state]}`;
}

/** The same in a list, where room is short. */
export function stateInShort({ state, fixedHereOn }: KnownBug): string {
  return fixedHereOn === undefined ? stateNames[state] : `fixed on ${dayInWords(fixedHereOn)}`;
}

/** "confirmed by the source · seen by 2 here · works for 1 here". What a source says never hides behind a count. */
export function standingInWords({ source, seen, works }: Standing, isOfFleet: boolean): string {
  const counts = countsInWords({ seen, works });
  const told = isOfFleet ? ofOfficers[source] : ofSource[source];
  if (source !== "unknown") return [told, ...counts].join(" · ");
  if (counts.length === 0) return "unknown";
  return isOfFleet ? counts.join(" · ") : [told, ...counts].join(" · ");
}

const ofSource: Readonly<Record<Standing["source"], string>> = {
  confirmed: "confirmed by the source",
  "not-affected": "not affected, by the source",
  unknown: "not told by the source",
};

const ofOfficers: Readonly<Record<Standing["source"], string>> = {
  ...ofSource,
  confirmed: "named by the officers",
};

export function countsInWords({
  seen,
  works,
}: {
  readonly seen: number;
  readonly works: number;
}): readonly string[] {
  return [
    ...(seen === 0 ? [] : [`seen by ${seen} here`]),
    ...(works === 0 ? [] : [`works for ${works} here`]),
  ];
}

/** Whose captains meet a bug or several, as far as anybody said: "Romulan (source) · Klingon (fleet)". */
export function metByInWords(...bugs: readonly KnownBug[]): string {
  const bySource = bugs.filter(({ source }) => source !== undefined);
  const told = factions.filter((one) => bySource.some((bug) => bug.standings[one].source === "confirmed"));
  const met = factions.filter((one) => !told.includes(one) && bugs.some((bug) => isMetBy(bug, one)));
  const named = (list: readonly Faction[], by: string) =>
    list.length === 0 ? [] : [`${list.map((one) => factionNames[one]).join(", ")} (${by})`];
  return [...named(told, "source"), ...named(met, "fleet")].join(" · ");
}

/** For a briefing: "**2 known bugs** · Romulan (source) · Klingon (fleet) · seen by 3 here". */
export function bugsInShort(bugs: readonly KnownBug[]): string {
  const open = bugs.filter(isOpen);
  const fixed = bugs.length - open.length;
  if (open.length === 0) return `**No open bug** · ${fixed} fixed`;
  const steps = [
    ...new Set(open.flatMap(({ objective }) => (objective === undefined ? [] : [escapeText(objective)]))),
  ];
  const seen = Math.max(...open.map((bug) => bug.seen));
  return [
    `**${plural(open.length, "known bug", "known bugs")}**`,
    steps.slice(0, STEPS_SHOWN).join(", "),
    metByInWords(...open),
    ...countsInWords({ seen, works: 0 }),
    fixed === 0 ? "" : `${fixed} fixed`,
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

const STEPS_SHOWN = 3;

export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
