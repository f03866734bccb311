import { handleOf, isMetBy, isOpen, type KnownBug, knownBugs, mostSeenFirst } from "../../src/bugs/known.ts";
import type { BugName, Ledger } from "../../src/bugs/ledger.ts";
import type { ListedBug } from "../../src/bugs/view/list.ts";
import { fold } from "../../src/catalog/fold.ts";
import type { Faction } from "../../src/catalog/game.ts";
import type { Catalog } from "../../src/catalog/load.ts";
import type { Bug, Objective } from "../../src/catalog/mission.ts";

/** What a bug can be a bug of. */
export interface Affected {
  readonly slug: string;
  readonly title: string;
  readonly bugs: readonly Bug[];
  readonly isRemoved: boolean;
}

export function affected({ missions, taskForces }: Catalog, slug: string): Affected | undefined {
  const mission = missions.get(slug);
  const record = mission ?? taskForces.get(slug);
  if (record === undefined) return undefined;
  const { title, state } = record;
  return { slug, title, bugs: mission?.bugs ?? [], isRemoved: state === "removed" };
}

/** The bug that a custom id names; of another fleet's own bugs it finds none. */
export function bugNamed(catalog: Catalog, ledger: Ledger, handle: string): BugName | undefined {
  return ledger.bugs.find(({ bugId }) => bugId === handle) ?? ofData(catalog).get(handle);
}

/** Everything that is open in the game as it is now, the bug seen most first. */
export function openBugs(
  catalog: Catalog,
  ledger: Ledger,
  faction: Faction | undefined,
): readonly ListedBug[] {
  const slugs = new Set([
    ...[...ofData(catalog).values()].map(({ slug }) => slug),
    ...ledger.bugs.map(({ slug }) => slug),
  ]);
  const open = [...slugs].flatMap((slug) => {
    const record = affected(catalog, slug);
    return record === undefined || record.isRemoved ? [] : openOf(record, ledger, faction);
  });
  return mostSeenFirst(open).map((bug) => ({ bug, title: affected(catalog, bug.slug)?.title ?? bug.slug }));
}

function openOf({ slug, bugs }: Affected, ledger: Ledger, faction: Faction | undefined): readonly KnownBug[] {
  const open = knownBugs(slug, bugs, ledger).filter(isOpen);
  return faction === undefined ? open : open.filter((bug) => isMetBy(bug, faction));
}

const handles = new WeakMap<Catalog, ReadonlyMap<string, BugName>>();

/** Made once for a catalogue, when a bug is asked for first. */
function ofData(catalog: Catalog): ReadonlyMap<string, BugName> {
  const known = handles.get(catalog);
  if (known !== undefined) return known;
  const made = new Map(
    [...catalog.missions.values()].flatMap(({ slug, bugs = [] }) =>
      bugs.map(({ id: bugId }) => [handleOf({ slug, bugId }), { slug, bugId }] as const),
    ),
  );
  handles.set(catalog, made);
  return made;
}

/** The step of a mission that somebody means by its first words, or by any; else the words as they were typed. */
export function stepLike({ missions }: Catalog, slug: string, typed: string): string {
  const wanted = fold(typed);
  if (wanted === "") return "";
  const steps = everyStep(missions.get(slug)?.objectives);
  const step =
    steps.find((one) => fold(one) === wanted) ??
    steps.find((one) => fold(one).startsWith(wanted)) ??
    steps.find((one) => fold(one).includes(wanted));
  return step ?? typed;
}

function everyStep(objectives: readonly Objective[] = []): readonly string[] {
  return objectives.flatMap(({ text, steps }) => [text, ...everyStep(steps)]);
}
