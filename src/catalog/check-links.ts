import type { CheckedRecords } from "./check-across.ts";
import type { Finding } from "./problem.ts";

type Link = readonly [at: readonly PropertyKey[], slug: string | undefined];

/** Every slug that a record names has a record of its own. */
export function linkFindings({ missions, taskForces, arcs, events }: CheckedRecords): Finding[] {
  const bySlug = new Map([...missions.values()].map((mission) => [mission.slug, mission]));
  const missionSlugs = new Set(bySlug.keys());
  const taskForceSlugs = new Set([...taskForces.values()].map(({ slug }) => slug));
  const arcSlugs = new Set(arcs.map(({ slug }) => slug));

  const ofMissions = [...missions].flatMap(([file, mission]) => {
    const back = bySlug.get(mission.next ?? "")?.previous;
    const oneWay = back !== undefined && back !== mission.slug;
    return [
      ...missing(file, "arc", arcSlugs, [[["arc"], mission.arc]]),
      ...missing(file, "mission", missionSlugs, [
        [["previous"], mission.previous],
        [["next"], mission.next],
        [["removed", "replacedBy"], mission.removed?.replacedBy],
        ...listed(["prerequisites"], mission.prerequisites),
        ...listed(["killCounts", "otherMissions"], mission.killCounts?.otherMissions),
      ]),
      ...(oneWay
        ? [
            {
              file,
              at: ["next"],
              problem: `"${mission.next}" names "${back}" as the mission before it.`,
              remedy: "Make both agree.",
            },
          ]
        : []),
    ];
  });

  const windows = events?.episodes ?? [];
  const runs = (events?.types ?? []).flatMap((type, index) =>
    (type.runs ?? []).map((run, place) => ({ run, at: ["types", index, "runs", place] })),
  );
  return [
    ...ofMissions,
    ...missing(
      "events.json",
      "arc",
      arcSlugs,
      windows.map(({ arc }, index) => [["episodes", index, "arc"], arc]),
    ),
    ...missing("events.json", "mission", missionSlugs, [
      ...windows.map(({ mission }, index): Link => [["episodes", index, "mission"], mission]),
      ...windows.flatMap(({ missions: named }, index) => listed(["episodes", index, "missions"], named)),
      ...runs.flatMap(({ run, at }) => listed([...at, "missions"], run.missions)),
    ]),
    ...missing(
      "events.json",
      "task force",
      taskForceSlugs,
      runs.flatMap(({ run, at }) => listed([...at, "taskForces"], run.taskForces)),
    ),
  ];
}

function missing(file: string, kind: string, known: ReadonlySet<string>, links: readonly Link[]): Finding[] {
  return links.flatMap(([at, slug]) =>
    slug === undefined || known.has(slug)
      ? []
      : [
          {
            file,
            at,
            problem: `There is no ${kind} "${slug}".`,
            remedy: `Correct the slug, or add that ${kind} with its name only.`,
          },
        ],
  );
}

function listed(at: readonly PropertyKey[], slugs: readonly string[] | undefined): Link[] {
  return (slugs ?? []).map((slug, index) => [[...at, index], slug]);
}
