import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Arc } from "./arc.ts";
import type { GameEvents } from "./events.ts";
import type { Game } from "./game-facts.ts";
import type { Mission } from "./mission.ts";
import { fingerprint, type RecordFile, readRecordFiles } from "./record-files.ts";
import { type Sentences, withSentences } from "./sentences.ts";
import type { TaskForce } from "./task-force.ts";

export interface Neighbours {
  readonly previous?: Mission | undefined;
  readonly next?: Mission | undefined;
}

/** Everything the bot knows of the game, read once at start. */
export interface Catalog {
  readonly missions: ReadonlyMap<string, Mission>;
  readonly taskForces: ReadonlyMap<string, TaskForce>;
  /** In the order in which the arcs are played, those without a known place last. */
  readonly arcs: ReadonlyMap<string, Arc>;
  readonly game: Game;
  readonly events: GameEvents;
  /** The day the newest record was last compared with its sources. */
  readonly checkedOn: string;
  /** The missions of an arc: in order as far as the order is known, then by title. */
  missionsIn(arcSlug: string): readonly Mission[];
  neighbours(mission: Mission): Neighbours;
}

const STAMP = "catalogue-checked";

/**
 * Throws a CatalogError when a record is wrong. The check is left out when a stamp in `cacheDirectory` says that
 * exactly these files passed it before.
 */
export async function loadCatalog(directory: string, cacheDirectory?: string): Promise<Catalog> {
  const files = readRecordFiles(directory);
  const print = fingerprint(files);
  if (readStamp(cacheDirectory) !== print) {
    const { checkRecords } = await import("./check.ts");
    checkRecords(files);
    writeStamp(cacheDirectory, print);
  }
  return catalogOf(files);
}

function catalogOf(files: readonly RecordFile[]): Catalog {
  const sentences = parsed<{ sentences: Sentences }>(files, "sentences.json").sentences;
  const missions = bySlug(recordsIn<Mission>(files, "missions/", sentences));
  const taskForces = bySlug(recordsIn<TaskForce>(files, "task-forces/", sentences));
  const arcs = bySlug(parsed<{ arcs: readonly Arc[] }>(files, "arcs.json").arcs.toSorted(byOrder));
  const byArc = Map.groupBy([...missions.values()].toSorted(byPlace), (mission) => mission.arc);
  const before = new Map([...missions.values()].map((mission) => [mission.next, mission]));
  const after = new Map([...missions.values()].map((mission) => [mission.previous, mission]));

  return {
    missions,
    taskForces,
    arcs,
    game: parsed<Game>(files, "game.json"),
    events: parsed<GameEvents>(files, "events.json"),
    checkedOn: newest([...missions.values(), ...taskForces.values()].map((record) => record.checkedOn)),
    missionsIn: (arcSlug) => byArc.get(arcSlug) ?? [],
    neighbours: (mission) => ({
      previous: missions.get(mission.previous ?? "") ?? before.get(mission.slug) ?? inPlace(mission, -1),
      next: missions.get(mission.next ?? "") ?? after.get(mission.slug) ?? inPlace(mission, 1),
    }),
  };

  /** Nobody, where two missions hold the place: which of them comes depends on the captain. */
  function inPlace({ arc, orderInArc }: Mission, step: number): Mission | undefined {
    if (orderInArc === undefined) return undefined;
    const found = byArc.get(arc)?.filter((other) => other.orderInArc === orderInArc + step) ?? [];
    return found.length === 1 ? found[0] : undefined;
  }
}

function recordsIn<T>(files: readonly RecordFile[], folder: string, sentences: Sentences): T[] {
  return files
    .filter(({ file }) => file.startsWith(folder))
    .map(({ text }) => JSON.parse(withSentences(text, sentences)) as T);
}

function parsed<T>(files: readonly RecordFile[], name: string): T {
  return JSON.parse(files.find(({ file }) => file === name)?.text ?? "null") as T;
}

function bySlug<T extends { readonly slug: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.slug, record]));
}

function byOrder(one: Arc, other: Arc): number {
  return (one.order ?? Number.MAX_SAFE_INTEGER) - (other.order ?? Number.MAX_SAFE_INTEGER);
}

function byPlace(one: Mission, other: Mission): number {
  const place = (mission: Mission) => mission.orderInArc ?? Number.MAX_SAFE_INTEGER;
  return place(one) - place(other) || (one.title < other.title ? -1 : 1);
}

function newest(days: readonly string[]): string {
  return days.reduce((latest, day) => (day > latest ? day : latest), "");
}

function readStamp(cacheDirectory: string | undefined): string | undefined {
  if (cacheDirectory === undefined) return undefined;
  try {
    return readFileSync(join(cacheDirectory, STAMP), "utf8");
  } catch {
    return undefined;
  }
}

/** Without a stamp the next start checks again, so a cache that cannot be written costs time and nothing else. */
function writeStamp(cacheDirectory: string | undefined, print: string): void {
  if (cacheDirectory === undefined) return;
  try {
    mkdirSync(cacheDirectory, { recursive: true });
    writeFileSync(join(cacheDirectory, STAMP), print);
  } catch {
    return;
  }
}
