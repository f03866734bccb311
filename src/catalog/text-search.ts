import MiniSearch, { type SearchOptions } from "minisearch";
import { APOSTROPHES, fold } from "./fold.ts";

export interface Searchable {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** What it belongs to, found with less weight. */
  readonly group?: string | undefined;
}

/** Finds ids by words in any order. */
export interface TextSearch {
  /** Every word begins a word of the names; where none does, every word with a typo or two. */
  strict(text: string): readonly string[];
  /** Any word may fit, and with more typos. */
  loose(text: string): readonly string[];
}

export function textSearch(all: readonly Searchable[]): TextSearch {
  const engine = new MiniSearch({
    fields: ["name", "alias", "whole", "group"],
    tokenize: wordsOf,
    processTerm: spelled,
  });
  const documents = all.map(({ id, name, aliases, group }) => ({
    id,
    name: bothSpellings(name),
    alias: aliases.map(bothSpellings).join(" "),
    whole: unspaced(name),
    group: group ?? "",
  }));
  engine.addAll(documents);
  const begins = beginsAny(
    documents.flatMap(({ name, alias, whole, group }) => wordsOf(`${name} ${alias} ${whole} ${group}`)),
  );

  const misspelt: SearchOptions = { ...BEGUN, fuzzy: (word) => (begins(word) ? false : typosIn(word)) };
  const loose: SearchOptions = {
    ...misspelt,
    combineWith: "OR",
    fuzzy: (word) => (begins(word) ? false : typosIn(word) + 1),
  };
  const ids = (text: string, options: SearchOptions) =>
    engine.search(begunWord(text.slice(0, LONGEST)), options).map(({ id }) => String(id));

  return {
    strict: (text) => {
      const begun = ids(text, BEGUN);
      return begun.length > 0 ? begun : ids(text, misspelt);
    },
    loose: (text) => ids(text, loose),
  };
}

/** The one letter of a word that has just been begun fits nearly everything, so it waits for the second. */
function begunWord(text: string): string {
  return text.replace(/(?<=\S\s+)\p{L}$/u, "");
}

/** Nobody types a longer name, and matching one letter by letter takes time. */
const LONGEST = 80;
const BEGUN: SearchOptions = {
  combineWith: "AND",
  prefix: (word, place, words) => word.length > 1 || place === words.length - 1,
  boost: { name: 3, alias: 3, whole: 1, group: 0.3 },
};
/** How many letters of a word may be wrong: one in four, and never more than two. */
function typosIn(word: string): number {
  return word.length < 4 ? 0 : Math.min(2, Math.round(word.length / 4));
}

/** Whether a text is the beginning of one of the words. */
function beginsAny(words: readonly string[]): (text: string) => boolean {
  const sorted = [...new Set(words)].sort();
  return (text) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? "") < text) low = middle + 1;
      else high = middle;
    }
    return sorted[low]?.startsWith(text) ?? false;
  };
}

/** What players write for longer names. */
const SHORTHANDS: Readonly<Record<string, string>> = {
  ds9: "deep space 9",
  esd: "earth spacedock",
  tfo: "task force operation",
};

function wordsOf(text: string): string[] {
  return fold(text)
    .replace(/\bsb ?(?=\d)/g, "starbase ")
    .split(" ")
    .flatMap((word) => (SHORTHANDS[word] ?? word).split(" "));
}

/** "Gre'thor" is found as grethor and as gre thor. */
function bothSpellings(name: string): string {
  return name.includes("'") ? `${name} ${name.replaceAll(APOSTROPHES, " ")}` : name;
}

/** "House Pegh" is found as housepegh, too. */
function unspaced(name: string): string {
  return name.includes(" ") ? fold(name).replaceAll(" ", "") : "";
}

/** Words are folded when they are split, so nothing is left to do. */
function spelled(word: string): string {
  return word;
}
