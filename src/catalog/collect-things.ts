import type { Catalog } from "./load.ts";
import type { Mission } from "./mission.ts";
import { compact, type Entry, namedEntries } from "./names.ts";
import type { TaskForce } from "./task-force.ts";
import type { Appearance, Thing, ThingKind } from "./things.ts";

/** One mention of a thing in a record. */
interface Mention {
  readonly name: string;
  readonly kind: ThingKind;
  readonly note?: string | undefined;
  readonly within?: string | undefined;
  readonly referencedOnly?: boolean;
}

interface Mentioned {
  readonly entry: Entry;
  readonly mention: Mention;
}

/** Everything that records name, by key; the same name in several records, or as several kinds, is one thing. */
export function namedThings(catalog: Catalog): ReadonlyMap<string, Thing> {
  const mentions = new Map<string, Mentioned[]>();
  for (const { entry } of namedEntries(catalog)) {
    const mission = catalog.missions.get(entry.slug);
    const taskForce = catalog.taskForces.get(entry.slug);
    const named = mission ? inMission(mission) : taskForce ? inTaskForce(taskForce) : [];
    for (const mention of named) {
      const key = compact(mention.name).slice(0, LONGEST_KEY);
      const known = mentions.get(key);
      if (known) known.push({ entry, mention });
      else if (key) mentions.set(key, [{ entry, mention }]);
    }
  }
  mergePlurals(mentions);
  return new Map([...mentions].map(([key, list]) => [key, thing(key, list)]));
}

const LONGEST_KEY = 100;

function thing(key: string, list: readonly Mentioned[]): Thing {
  const byEntry = Map.groupBy(list, ({ entry }) => entry);
  return {
    key,
    name: list[0]?.mention.name ?? key,
    kinds: distinct(list.map(({ mention }) => mention.kind)),
    within: distinct(list.flatMap(({ mention }) => mention.within ?? [])),
    appearances: [...byEntry].map(([entry, mentions]) =>
      appearance(
        entry,
        mentions.map(({ mention }) => mention),
      ),
    ),
  };
}

function appearance(entry: Entry, mentions: readonly Mention[]): Appearance {
  return {
    entry,
    kinds: distinct(mentions.map(({ kind }) => kind)),
    notes: distinct(mentions.flatMap(({ note }) => note ?? [])),
    referencedOnly: mentions.every(({ referencedOnly }) => referencedOnly === true),
  };
}

/** "Tholians" in one record are the "Tholian" of another; "Quark's" is not Quark. */
function mergePlurals(mentions: Map<string, Mentioned[]>): void {
  for (const [key, list] of mentions) {
    const singular = key.endsWith("s") ? mentions.get(key.slice(0, -1)) : undefined;
    if (!singular || !list.every(isPeople) || !singular.every(isPeople)) continue;
    singular.push(...list);
    mentions.delete(key);
  }
}

function isPeople({ mention }: Mentioned): boolean {
  return mention.kind === "enemy" || mention.kind === "species";
}

function inMission(mission: Mission): Mention[] {
  const { cast, events, rewards, accolades, killCounts, effects } = mission;
  const referenced = cast?.referencedOnly;
  const givers = mission.givers?.map(({ name }) => name) ?? [mission.giver];
  return [
    ...of("character", cast?.characters),
    ...bare("character", [...givers, ...(mission.briefings ?? []).map(({ speaker }) => speaker)]),
    ...places(cast?.places),
    ...bare("place", mission.locations),
    ...of("species", cast?.species),
    ...(cast?.ships ?? []).flatMap(ship),
    ...bare("organisation", cast?.organisations),
    ...bare("technology", cast?.technology),
    ...bare("enemy", mission.enemies),
    ...bare("enemy", [killCounts?.target]),
    ...(rewards ?? []).map(({ name, note }) => ({ name, note, kind: "item" as const })),
    ...(events ?? []).flatMap((event) => [
      ...bare("item", [event.rewardBox]),
      ...(event.choices ?? []).map(({ name, note }) => ({ name, note, kind: "item" as const })),
    ]),
    ...bare(
      "item",
      effects?.map(({ subject }) => subject),
    ),
    ...(accolades ?? []).flatMap(({ name, how }) =>
      name ? [{ name, note: how, kind: "accolade" as const }] : [],
    ),
    ...bare("accolade", killCounts?.feeds),
    ...spokenOf("character", referenced?.characters),
    ...spokenOf("place", referenced?.places),
    ...spokenOf("species", referenced?.species),
    ...spokenOf("organisation", referenced?.organisations),
  ];
}

function inTaskForce(taskForce: TaskForce): Mention[] {
  const rewards = [
    ...(taskForce.rewards ?? []),
    ...(taskForce.difficulties ?? []).flatMap((each) => each.rewards ?? []),
  ];
  return [
    ...bare(
      "enemy",
      taskForce.enemies?.filter((name) => !name.startsWith("Random")),
    ),
    ...bare("place", [taskForce.system]),
    ...bare("item", taskForce.marks),
    ...rewards.map(({ name }) => ({ name, kind: "item" as const })),
  ];
}

/** "Borg (Control)" is the Borg, with a note. */
function bare(kind: ThingKind, names: readonly (string | undefined)[] | undefined): Mention[] {
  return (names ?? []).flatMap((text) => {
    if (text === undefined) return [];
    const [, name, note] = /^(.+?) \(([^()]+)\)$/.exec(text) ?? [];
    return name ? [{ name, note, kind }] : [{ name: text, kind }];
  });
}

function of(
  kind: ThingKind,
  named: readonly { readonly name: string; readonly note?: string | undefined }[] = [],
): Mention[] {
  return named.map(({ name, note }) => ({ name, note, kind }));
}

function spokenOf(kind: ThingKind, names: readonly string[] = []): Mention[] {
  return names.map((name) => ({ name, kind, referencedOnly: true }));
}

function places(list: NonNullable<Mission["cast"]>["places"] = []): Mention[] {
  return list.flatMap(({ name, note, within }) => [
    { name, note, kind: "place" as const },
    ...(within ?? []).map((inner) => ({ name: inner, kind: "place" as const, within: name })),
  ]);
}

/** A ship with a name is found by it and by its class. */
function ship({
  name,
  class: shipClass,
  drawnFrom,
  note,
}: NonNullable<NonNullable<Mission["cast"]>["ships"]>[number]): Mention[] {
  const told = [shipClass, drawnFrom, note].filter((text) => text !== undefined).join("; ");
  return [
    ...(name ? [{ name, note: told || undefined, kind: "ship" as const }] : []),
    ...(shipClass ? [{ name: shipClass, note: name, kind: "ship" as const }] : []),
  ];
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
