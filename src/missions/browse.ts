import type { Arc } from "../catalog/arc.ts";
import { type Faction, factions, missionStates, taskForceKinds } from "../catalog/game.ts";
import type { Catalog } from "../catalog/load.ts";
import type { Mission } from "../catalog/mission.ts";
import type { TaskForce } from "../catalog/task-force.ts";

/** The kinds of content that a member can ask for; a mission is a story mission. */
export const contentKinds = ["mission", ...taskForceKinds] as const;
export type ContentKind = (typeof contentKinds)[number];

export const askedStates = missionStates;
export type AskedState = (typeof askedStates)[number];

/** What a list is narrowed to; what is missing narrows nothing. */
export interface Filter {
  readonly arc?: string | undefined;
  readonly faction?: Faction | undefined;
  /** What a captain of this level can start. A lowest level that is not known shuts nobody out. */
  readonly level?: number | undefined;
  readonly kind?: ContentKind | undefined;
  readonly state?: AskedState | undefined;
}

/** One line of the list. */
export interface Listed {
  readonly slug: string;
  readonly title: string;
  readonly kind: ContentKind;
  readonly state: AskedState;
  /** The arc of a mission. */
  readonly arc: Arc | undefined;
  readonly orderInArc: number | undefined;
  readonly lowestLevel: number | undefined;
  readonly factions: readonly Faction[];
}

/** Missions in the order of the arcs and of their places, then group content by title. */
export function browse(catalog: Catalog, filter: Filter): readonly Listed[] {
  const missions = [...catalog.arcs.values()].flatMap((arc) =>
    catalog.missionsIn(arc.slug).map((mission) => listedMission(mission, arc)),
  );
  const taskForces = [...catalog.taskForces.values()]
    .map(listedTaskForce)
    .toSorted((one, other) => one.title.localeCompare(other.title, "en"));
  return [...missions, ...taskForces].filter((one) => passes(one, filter));
}

function passes(one: Listed, { arc, faction, level, kind, state }: Filter): boolean {
  return (
    (arc === undefined || one.arc?.slug === arc) &&
    (faction === undefined || one.factions.includes(faction)) &&
    (level === undefined || (one.lowestLevel ?? 0) <= level) &&
    (kind === undefined || one.kind === kind) &&
    (state === undefined || one.state === state)
  );
}

function listedMission(mission: Mission, arc: Arc): Listed {
  const { slug, title, state, orderInArc } = mission;
  const kind = mission.kind === "patrol" ? "patrol" : "mission";
  return {
    slug,
    title,
    kind,
    state,
    arc,
    orderInArc,
    lowestLevel: lowest(mission.levels),
    factions: mission.factions ?? arc.factions,
  };
}

function listedTaskForce(taskForce: TaskForce): Listed {
  const { slug, title, kind, state } = taskForce;
  return {
    slug,
    title,
    kind,
    state,
    arc: undefined,
    orderInArc: undefined,
    lowestLevel: lowest(taskForce.levels),
    factions: taskForce.factions ?? factions,
  };
}

function lowest(levels: Mission["levels"]): number | undefined {
  return levels === undefined ? undefined : Math.min(...levels.map((rule) => rule.from));
}

const UNSET = "x";

/** A filter as one part of a custom id, where room is short: faction, level, kind, state by their place in the lists. */
export function writeFilter({ arc, faction, level, kind, state }: Filter): string {
  const place = <Value>(list: readonly Value[], value: Value | undefined) =>
    value === undefined ? UNSET : String(list.indexOf(value));
  const parts = [
    place(factions, faction),
    level ?? UNSET,
    place(contentKinds, kind),
    place(askedStates, state),
  ];
  return [...parts, arc ?? UNSET].join(".");
}

/** Reads what `writeFilter` wrote. It came from outside: a part that makes no sense narrows nothing. */
export function readFilter(written: string): Filter {
  const [faction = "", level = "", kind = "", state = "", arc = ""] = written.split(".");
  return {
    faction: at(factions, faction),
    level: /^\d{1,2}$/.test(level) ? Number(level) : undefined,
    kind: at(contentKinds, kind),
    state: at(askedStates, state),
    arc: arc === UNSET || arc === "" ? undefined : arc,
  };
}

function at<Value>(list: readonly Value[], place: string): Value | undefined {
  return /^\d$/.test(place) ? list[Number(place)] : undefined;
}
