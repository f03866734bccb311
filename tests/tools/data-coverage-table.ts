import type { Catalog } from "../../src/catalog/load.ts";
import type { Mission } from "../../src/catalog/mission.ts";
import type { TaskForce } from "../../src/catalog/task-force.ts";

type Column<T> = readonly [heading: string, has: (record: T) => boolean];

const MISSION_COLUMNS: readonly Column<Mission>[] = [
  ["goals", ({ objectives, objectivesBreakOff }) => objectives !== undefined && objectivesBreakOff !== true],
  ["briefing", ({ briefings }) => briefings !== undefined],
  ["story", ({ story }) => story !== undefined],
  ["levels", ({ levels }) => levels !== undefined],
  ["giver", ({ giver }) => giver !== undefined],
  ["rewards", ({ rewards }) => rewards !== undefined],
  ["cast", ({ cast }) => cast !== undefined],
  ["released", ({ released, releasedOn }) => (released ?? releasedOn) !== undefined],
  ["state", ({ state }) => state !== "unknown"],
  ["sources", ({ sources }) => sources.length > 0],
];
const TASK_FORCE_COLUMNS: readonly Column<TaskForce>[] = [
  ["levels", ({ levels }) => levels !== undefined],
  ["team", ({ teamSize, teamNote }) => (teamSize ?? teamNote) !== undefined],
  ["difficult.", ({ difficulties, variants }) => (difficulties ?? variants) !== undefined],
  ["enemies", ({ enemies }) => enemies !== undefined],
  ["jobs", ({ jobs }) => jobs !== undefined],
  ["tips", ({ tips }) => tips !== undefined],
  ["marks", ({ marks }) => marks !== undefined],
  ["optional", ({ optionalObjectives }) => optionalObjectives !== undefined],
  ["released", ({ released, cameWith }) => (released ?? cameWith) !== undefined],
  ["sources", ({ sources }) => sources.length > 0],
];

/** How many records have each field, by arc and by kind of task force. */
export function coverageTable(catalog: Catalog): string {
  const arcs = [...catalog.arcs.values()].map((arc): [string, readonly Mission[]] => [
    arc.slug,
    catalog.missionsIn(arc.slug),
  ]);
  const kinds = [...Map.groupBy(catalog.taskForces.values(), ({ kind }) => kind)];
  return [
    ...table("arc", MISSION_COLUMNS, [...arcs, ["all missions", [...catalog.missions.values()]]]),
    "",
    ...table("task forces", TASK_FORCE_COLUMNS, [
      ...kinds,
      ["all task forces", [...catalog.taskForces.values()]],
    ]),
  ].join("\n");
}

/** The slugs of the records that have a field of this heading missing. */
export function lacking(catalog: Catalog, heading: string): readonly string[] {
  const without = <T extends { readonly slug: string }>(
    columns: readonly Column<T>[],
    records: Iterable<T>,
  ) => {
    const has = columns.find(([name]) => name === heading)?.[1];
    return has ? [...records].filter((record) => !has(record)).map(({ slug }) => slug) : [];
  };
  return [
    ...without(MISSION_COLUMNS, catalog.missions.values()),
    ...without(TASK_FORCE_COLUMNS, catalog.taskForces.values()),
  ];
}

function table<T>(
  title: string,
  columns: readonly Column<T>[],
  rows: readonly (readonly [string, readonly T[]])[],
): string[] {
  const header = [title, "records", ...columns.map(([heading]) => heading)];
  const body = rows.map(([name, records]) => [
    name,
    String(records.length),
    ...columns.map(([, has]) => share(records.filter(has).length, records.length)),
  ]);
  const widths = header.map((heading, at) =>
    Math.max(heading.length, ...body.map((row) => row[at]?.length ?? 0)),
  );
  return [header, ...body].map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  "),
  );
}

/** A full column is a dash, so that what is missing stands out. */
function share(count: number, of: number): string {
  return count === of ? "-" : String(count);
}
