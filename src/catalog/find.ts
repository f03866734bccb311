import MiniSearch from "minisearch";
import { fold } from "./fold.ts";
import type { Catalog } from "./load.ts";
import type { Mission } from "./mission.ts";
import type { TaskForce } from "./task-force.ts";

/** A mission or a task force, as a list or an autocomplete choice names it. */
export interface Entry {
  readonly kind: "mission" | "task-force";
  readonly slug: string;
  readonly title: string;
  /** The arc of a mission; the group or kind of a task force. */
  readonly arcName: string;
  readonly state: Mission["state"];
}

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
  /** Builds the search ahead of its first use. */
  warm(): void;
}

interface Names {
  readonly entry: Entry;
  readonly titles: readonly string[];
  readonly aliases: readonly string[];
}

export function catalogIndex(catalog: Catalog): CatalogIndex {
  const all = namesIn(catalog);
  const byName = exactNames(all);
  const byId = new Map(all.map(({ entry }) => [entry.slug, entry]));
  let built: MiniSearch | undefined;

  function engine(): MiniSearch {
    built ??= buildSearch(all);
    return built;
  }

  function exact(text: string): Entry | undefined {
    return byName.get(compact(text))?.[0];
  }

  function leading(text: string): LeadingMatch | undefined {
    const words = text.trim().split(/\s+/);
    for (let count = words.length; count > 0; count--) {
      const entry = exact(words.slice(0, count).join(" "));
      if (entry) return { entry, rest: words.slice(count).join(" ") };
    }
    return undefined;
  }

  function ranked(text: string, limit: number, loose: boolean): readonly Entry[] {
    const first = byName.get(compact(text)) ?? [];
    const found = engine()
      .search(fold(text), loose ? LOOSE : STRICT)
      .map(({ id }) => byId.get(id as string))
      .filter((entry) => entry !== undefined);
    return [...new Set([...first, ...found])].slice(0, limit);
  }

  return {
    exact,
    leading,
    search: (text, limit) => {
      const strict = ranked(text, limit, false);
      return strict.length > 0 ? strict : ranked(text, limit, true);
    },
    near: (text, limit) => ranked(text, limit, true),
    warm: () => void engine(),
  };
}

const FIELDS = ["title", "alias", "acronym", "arc"];
const STRICT = {
  combineWith: "AND",
  prefix: true,
  fuzzy: (term: string) => (term.length > 3 ? 0.25 : false),
  boost: { title: 3, alias: 3, acronym: 2, arc: 0.3 },
} as const;
const LOOSE = { ...STRICT, combineWith: "OR", fuzzy: 0.35 } as const;

function buildSearch(all: readonly Names[]): MiniSearch {
  const engine = new MiniSearch({ fields: FIELDS, processTerm: (term) => term || null });
  engine.addAll(
    all.map(({ entry, titles, aliases }) => ({
      id: entry.slug,
      title: titles.map(fold).join(" "),
      alias: aliases.map(fold).join(" "),
      acronym: titles.map(acronym).join(" "),
      arc: fold(entry.arcName),
    })),
  );
  return engine;
}

function exactNames(all: readonly Names[]): ReadonlyMap<string, readonly Entry[]> {
  const byName = new Map<string, Entry[]>();
  const add = (name: string, entry: Entry) => {
    const entries = byName.get(compact(name)) ?? [];
    if (!entries.includes(entry)) byName.set(compact(name), [...entries, entry]);
  };
  for (const { entry } of all) add(entry.slug, entry);
  for (const { entry, titles } of all) for (const title of titles) add(title, entry);
  for (const { entry, aliases } of all) for (const alias of aliases) add(alias, entry);
  byName.delete("");
  return byName;
}

function namesIn(catalog: Catalog): Names[] {
  const missions = [...catalog.missions.values()].map((mission) => ({
    entry: missionEntry(mission, catalog),
    titles: [mission.title],
    aliases: mission.aliases ?? [],
  }));
  const taskForces = [...catalog.taskForces.values()].map((taskForce) => ({
    entry: taskForceEntry(taskForce),
    titles: [taskForce.title],
    aliases: [...(taskForce.aliases ?? []), ...(taskForce.rememberedAliases ?? [])],
  }));
  return [...missions, ...taskForces];
}

function missionEntry({ slug, title, arc, state }: Mission, catalog: Catalog): Entry {
  return { kind: "mission", slug, title, arcName: catalog.arcs.get(arc)?.name ?? arc, state };
}

function taskForceEntry({ slug, title, kind, storyGroup, state }: TaskForce): Entry {
  return { kind: "task-force", slug, title, arcName: storyGroup ?? kind, state };
}

/** Words do not count here, so that `secondwave` and `second wave` are one name. */
function compact(text: string): string {
  return fold(text).replaceAll(" ", "");
}

function acronym(title: string): string {
  const words = fold(title).split(" ");
  return words.length > 1 ? words.map((word) => word.charAt(0)).join("") : "";
}
