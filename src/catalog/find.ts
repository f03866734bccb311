import { fold } from "./fold.ts";
import type { Catalog } from "./load.ts";
import { compact, type Entry, entriesByInitials, entriesByName, namedEntries } from "./names.ts";
import { type TextSearch, textSearch } from "./text-search.ts";

export type { Entry } from "./names.ts";

export interface LeadingMatch {
  readonly entry: Entry;
  /** What was typed after the name. */
  readonly rest: string;
}

export interface CatalogIndex {
  /** The entry of which the text is the slug, the title or an alias. */
  exact(text: string): Entry | undefined;
  /** The entry that the longest leading words name. */
  leading(text: string): LeadingMatch | undefined;
  /** The best matches for what somebody is typing; an exact one always first. */
  search(text: string, limit: number): readonly Entry[];
  /** What somebody may have meant who typed no name exactly. */
  near(text: string, limit: number): readonly Entry[];
  /** Builds the word search ahead of its first use; exact names are there at once. */
  warm(): void;
}

export function catalogIndex(catalog: Catalog): CatalogIndex {
  const all = namedEntries(catalog);
  const byName = entriesByName(all);
  const byInitials = entriesByInitials(all);
  const bySlug = new Map(all.map(({ entry }) => [entry.slug, entry]));
  let built: TextSearch | undefined;

  function words(): TextSearch {
    built ??= textSearch(
      all.map(({ entry, title, ...names }) => ({ id: entry.slug, name: title, ...names })),
    );
    return built;
  }

  function exact(text: string): Entry | undefined {
    return byName.get(compact(text))?.[0];
  }

  function leading(text: string): LeadingMatch | undefined {
    const typed = text.trim().split(/\s+/);
    for (let count = typed.length; count > 0; count--) {
      const entry = exact(typed.slice(0, count).join(" "));
      if (entry) return { entry, rest: typed.slice(count).join(" ") };
    }
    return undefined;
  }

  /** What needs no search: the name itself, its initials, the name with two letters swapped. */
  function sure(text: string): readonly Entry[] {
    const name = compact(text);
    const swapped = swaps(name).flatMap((other) => byName.get(other) ?? []);
    return [...(byName.get(name) ?? []), ...(byInitials.get(name) ?? []), ...swapped];
  }

  function merged(entries: readonly Entry[], slugs: readonly string[], limit: number): readonly Entry[] {
    const found = slugs.flatMap((slug) => bySlug.get(slug) ?? []);
    return [...new Set([...entries, ...found])].slice(0, limit);
  }

  function near(text: string, limit: number): readonly Entry[] {
    const named = leading(text)?.entry;
    const certain = named ? [...sure(text), named] : sure(text);
    return merged(certain, [...words().strict(text), ...words().loose(text)], limit);
  }

  return {
    exact,
    leading,
    search: (text, limit) => {
      const found = merged(sure(text), words().strict(text), limit);
      return found.length > 0 || fold(text) === "" ? found : near(text, limit);
    },
    near,
    warm: () => void words(),
  };
}

function swaps(name: string): string[] {
  if (name.length < 4) return [];
  return Array.from(
    { length: name.length - 1 },
    (_, at) => name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2),
  );
}
