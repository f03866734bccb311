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

/** An entry and what it is called, the surest name first. */
export interface NamedEntry {
  readonly entry: Entry;
  readonly title: string;
  readonly aliases: readonly string[];
  /** The arc, or the group of patrols, when it has a name of its own. */
  readonly group: string | undefined;
}

export function namedEntries(catalog: Catalog): NamedEntry[] {
  const missions = [...catalog.missions.values()].map((mission) => ({
    entry: missionEntry(mission, catalog),
    title: mission.title,
    aliases: mission.aliases ?? [],
    group: catalog.arcs.get(mission.arc)?.name,
  }));
  const taskForces = [...catalog.taskForces.values()].map((taskForce) => ({
    entry: taskForceEntry(taskForce),
    title: taskForce.title,
    aliases: [...(taskForce.aliases ?? []), ...(taskForce.rememberedAliases ?? [])],
    group: taskForce.storyGroup,
  }));
  return [...missions, ...taskForces];
}

/** Where words begin and end does not count here, so that `secondwave` and `second wave` are one name. */
export function compact(text: string): string {
  return fold(text).replaceAll(" ", "");
}

/**
 * The entries of each name. Where several share one, a slug comes before a title, a title before an alias, and last
 * come names without what stands in brackets.
 */
export function entriesByName(all: readonly NamedEntry[]): ReadonlyMap<string, readonly Entry[]> {
  const byName = new Map<string, Entry[]>();
  const add = (name: string, entry: Entry) => {
    const key = compact(name);
    const entries = byName.get(key);
    if (!entries) byName.set(key, [entry]);
    else if (!entries.includes(entry)) entries.push(entry);
  };
  for (const { entry } of all) add(entry.slug, entry);
  for (const { entry, title } of all) add(title, entry);
  for (const { entry, aliases } of all) for (const alias of aliases) add(alias, entry);
  for (const { entry, title, aliases } of all) {
    for (const name of [title, ...aliases]) if (name.endsWith(")")) add(name.replace(/\(.*\)$/, ""), entry);
  }
  byName.delete("");
  return byName;
}

const SMALL_WORDS = new Set(["a", "and", "at", "by", "for", "in", "is", "of", "on", "the", "to"]);

/**
 * The entries whose title has these initials, with small words counted, without "the", or without any: `sts`, `itc`,
 * `atn`. Task forces come first, because they are what people abbreviate.
 */
export function entriesByInitials(all: readonly NamedEntry[]): ReadonlyMap<string, readonly Entry[]> {
  const byInitials = new Map<string, Entry[]>();
  for (const { entry, title } of all.toSorted(taskForcesFirst)) {
    const words = title.split(/\s+/).map(fold).filter(Boolean);
    const withoutThe = words.filter((word) => word !== "the");
    const telling = words.filter((word) => !SMALL_WORDS.has(word));
    for (const initials of new Set([words, withoutThe, telling].map(initialsOf))) {
      if (initials.length < 3) continue;
      const entries = byInitials.get(initials);
      if (entries) entries.push(entry);
      else byInitials.set(initials, [entry]);
    }
  }
  return byInitials;
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.charAt(0)).join("");
}

function taskForcesFirst(one: NamedEntry, other: NamedEntry): number {
  return Number(one.entry.kind === "mission") - Number(other.entry.kind === "mission");
}

function missionEntry({ slug, title, arc, state }: Mission, catalog: Catalog): Entry {
  return { kind: "mission", slug, title, arcName: catalog.arcs.get(arc)?.name ?? arc, state };
}

function taskForceEntry({ slug, title, kind, storyGroup, state }: TaskForce): Entry {
  return { kind: "task-force", slug, title, arcName: storyGroup ?? KIND_NAMES[kind], state };
}

const KIND_NAMES: Readonly<Record<TaskForce["kind"], string>> = {
  tfo: "Task Force Operation",
  "event-tfo": "Event Task Force Operation",
  "red-alert": "Red Alert",
  patrol: "Patrol",
  battlezone: "Battlezone",
  "adventure-zone": "Adventure zone",
  "fleet-action": "Fleet action",
};
