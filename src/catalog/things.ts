import { namedThings } from "./collect-things.ts";
import type { Catalog } from "./load.ts";
import { compact, type Entry } from "./names.ts";
import { type TextSearch, textSearch } from "./text-search.ts";

export type ThingKind =
  | "character"
  | "place"
  | "species"
  | "ship"
  | "organisation"
  | "technology"
  | "item"
  | "accolade"
  | "enemy";

/** A record that names the thing, and as what. */
export interface Appearance {
  readonly entry: Entry;
  readonly kinds: readonly ThingKind[];
  /** What the record says beside the name. */
  readonly notes: readonly string[];
  /** True where the thing is only spoken of. */
  readonly referencedOnly: boolean;
}

/** Anything that records name: a person, a place, a reward. */
export interface Thing {
  /** Short enough for the value of an autocomplete choice. */
  readonly key: string;
  readonly name: string;
  readonly kinds: readonly ThingKind[];
  /** Places it is part of. */
  readonly within: readonly string[];
  readonly appearances: readonly Appearance[];
}

export interface ThingsIndex {
  /** The thing of this key or name. */
  exact(text: string): Thing | undefined;
  /** The best matches for what somebody is typing; an exact one always first. */
  search(text: string, limit: number): readonly Thing[];
  /** Builds the index ahead of its first use. */
  warm(): void;
}

export function thingsIndex(catalog: Catalog): ThingsIndex {
  let things: ReadonlyMap<string, Thing> | undefined;
  let words: TextSearch | undefined;

  function all(): ReadonlyMap<string, Thing> {
    things ??= namedThings(catalog);
    return things;
  }

  function byWords(): TextSearch {
    words ??= textSearch([...all().values()].map(({ key, name }) => ({ id: key, name, aliases: [] })));
    return words;
  }

  function exact(text: string): Thing | undefined {
    return all().get(compact(text)) ?? all().get(compact(text).replace(/s$/, ""));
  }

  return {
    exact,
    search: (text, limit) => {
      const strict = byWords().strict(text);
      const keys = strict.length > 0 ? strict : byWords().loose(text);
      const found = [exact(text), ...keys.map((key) => all().get(key))].filter(
        (thing) => thing !== undefined,
      );
      return [...new Set(found)].slice(0, limit);
    },
    warm: () => void byWords(),
  };
}
