import { type Faction, factions } from "../catalog/game.ts";
import type { Catalog } from "../catalog/load.ts";
import type { Bug } from "../catalog/mission.ts";
import { type BugName, isOwn, type Kept, keptOf, type Ledger } from "./ledger.ts";

/** What is known of a bug for captains of one faction: by its source, and by the members of one fleet. */
export interface Standing {
  readonly source: "confirmed" | "not-affected" | "unknown";
  readonly seen: number;
  readonly works: number;
}

/** A bug as a fleet knows it: what the source says, and what the fleet says, side by side. */
export interface KnownBug extends BugName {
  /** Short enough for a custom id. */
  readonly handle: string;
  readonly summary: string;
  readonly objective?: string | undefined;
  readonly workaround?: string | undefined;
  readonly note?: string | undefined;
  /** What the source says; a bug of the fleet's own is open or has a workaround. */
  readonly state: Bug["state"];
  /** Where the data has it from; missing for a bug of the fleet's own. */
  readonly source?: string | undefined;
  readonly addedOn?: string | undefined;
  /** The day on which the fleet's officers marked it fixed. */
  readonly fixedHereOn?: string | undefined;
  readonly standings: Readonly<Record<Faction, Standing>>;
  readonly seen: number;
  readonly works: number;
}

/** The bugs of one record: the open ones first, and of these the ones seen most. */
export function knownBugs(slug: string, ofData: readonly Bug[], ledger: Ledger): readonly KnownBug[] {
  const own = ledger.bugs.filter((kept) => kept.slug === slug);
  return mostSeenFirst([
    ...ofData.map((bug) => fromData(slug, bug, keptOf(ledger, { slug, bugId: bug.id }))),
    ...own.flatMap(fromFleet),
  ]);
}

/** How many bugs of a record a fleet has to reckon with. */
export function openCount(catalog: Pick<Catalog, "missions">, slug: string, ledger: Ledger): number {
  return knownBugs(slug, catalog.missions.get(slug)?.bugs ?? [], ledger).filter(isOpen).length;
}

export function mostSeenFirst(bugs: readonly KnownBug[]): readonly KnownBug[] {
  return bugs.toSorted((one, other) => Number(isOpen(other)) - Number(isOpen(one)) || other.seen - one.seen);
}

export function isOpen({ state, fixedHereOn }: KnownBug): boolean {
  return state !== "fixed" && fixedHereOn === undefined;
}

/** Whether captains of a faction are known to meet it, by the source or by somebody of the fleet. */
export function isMetBy({ standings }: KnownBug, faction: Faction): boolean {
  const { source, seen } = standings[faction];
  return source === "confirmed" || seen > 0;
}

/** A bug in a custom id, where a record's slug and the bug's would not fit side by side. */
export function handleOf(bug: BugName): string {
  return isOwn(bug) ? bug.bugId : hashed(`${bug.slug}/${bug.bugId}`);
}

/** FNV-1a, 32 bits. */
function hashed(words: string): string {
  let hash = 0x811c9dc5;
  for (const unit of words) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}

function fromData(slug: string, bug: Bug, kept: Kept | undefined): KnownBug {
  const { id: bugId, summary, objective, workaround, note, state, source } = bug;
  return {
    slug,
    bugId,
    handle: handleOf({ slug, bugId }),
    summary,
    objective,
    workaround,
    note,
    state,
    source: source.title,
    fixedHereOn: kept?.fixedOn,
    ...counted((faction) => bug.factions[faction] ?? "unknown", kept),
  };
}

function fromFleet(kept: Kept): readonly KnownBug[] {
  const { slug, bugId, own, fixedOn } = kept;
  if (own === undefined) return [];
  const { factions: met, ...told } = own;
  return [
    {
      slug,
      bugId,
      handle: handleOf(kept),
      ...told,
      state: own.workaround === undefined ? "open" : "workaround",
      fixedHereOn: fixedOn,
      ...counted((faction) => (met.includes(faction) ? "confirmed" : "unknown"), kept),
    },
  ];
}

function counted(sourceOf: (faction: Faction) => Standing["source"], kept: Kept | undefined) {
  const count = (says: string, faction?: Faction) =>
    kept?.voices.filter(
      (voice) => voice.says === says && (faction === undefined || voice.faction === faction),
    ).length ?? 0;
  const standings = Object.fromEntries(
    factions.map((faction) => [
      faction,
      { source: sourceOf(faction), seen: count("seen", faction), works: count("works", faction) },
    ]),
  ) as Record<Faction, Standing>;
  return { standings, seen: members(kept, "seen"), works: members(kept, "works") };
}

/** A member who speaks for two factions is one member. */
function members(kept: Kept | undefined, says: string): number {
  return new Set(kept?.voices.filter((voice) => voice.says === says).map(({ userId }) => userId)).size;
}
