import type { Mission, Objective } from "./mission.ts";
import type { Finding } from "./problem.ts";

/** What a mission says twice has to agree with itself. */
export function missionProblems(file: string, mission: Mission): Finding[] {
  const found = (at: readonly PropertyKey[], problem: string, remedy: string): Finding => ({
    file,
    at,
    problem,
    remedy,
  });
  return [
    ...nameProblems(file, mission),
    ...stateProblems(),
    ...eventProblems(),
    ...killProblems(),
    ...bugProblems(),
    ...replayProblems(),
    ...sourceProblems(),
  ];

  function stateProblems(): Finding[] {
    if (!mission.removed || mission.state === "removed") return [];
    return [
      found(["removed"], `The mission is ${mission.state}.`, 'Set state to "removed", or take this out.'),
    ];
  }

  function eventProblems(): Finding[] {
    const events = mission.events ?? [];
    return events.flatMap(({ starts, ends }, index) => {
      const earlier = events[index - 1];
      if (ends < starts)
        return [
          found(
            ["events", index, "ends"],
            `The event ends on ${ends}, before it starts.`,
            "Check both days.",
          ),
        ];
      if (earlier && starts < earlier.starts)
        return [
          found(["events", index, "starts"], "The events are not in order.", "Put the earliest first."),
        ];
      return [];
    });
  }

  function killProblems(): Finding[] {
    const counts = mission.killCounts;
    if (!counts) return [];
    const sum = counts.perStage.reduce((kills, stage) => kills + stage.kills, 0);
    const stages = new Set(mission.objectives?.map(({ text }) => text));
    const sums =
      sum === counts.total
        ? []
        : [
            found(
              ["killCounts", "total"],
              `The stages add up to ${sum}, not ${counts.total}.`,
              "Correct one of them.",
            ),
          ];
    const unknown = counts.perStage.flatMap(({ stage }, index) =>
      stages.has(stage)
        ? []
        : [
            found(
              ["killCounts", "perStage", index, "stage"],
              `"${stage}" is no stage of the objectives.`,
              "Copy the stage's text.",
            ),
          ],
    );
    return [...sums, ...unknown];
  }

  function bugProblems(): Finding[] {
    const texts = new Set(allTexts(mission.objectives ?? []));
    const ids = new Set<string>();
    return (mission.bugs ?? []).flatMap(({ id, objective, state, workaround }, index) => {
      const again = ids.has(id);
      ids.add(id);
      return [
        ...(again
          ? [found(["bugs", index, "id"], `Another bug is called "${id}".`, "Choose another id.")]
          : []),
        ...(objective !== undefined && !texts.has(objective)
          ? [
              found(
                ["bugs", index, "objective"],
                `"${objective}" is no objective of the mission.`,
                "Copy the objective's text.",
              ),
            ]
          : []),
        ...(state === "workaround" && workaround === undefined
          ? [
              found(
                ["bugs", index, "state"],
                "No workaround is told.",
                "Add workaround, or set the state to open.",
              ),
            ]
          : []),
      ];
    });
  }

  function replayProblems(): Finding[] {
    const rows = mission.replay ?? [];
    return rows.flatMap(({ fromLevel, toLevel }, index) => {
      const before = rows[index - 1];
      return toLevel < fromLevel || (before && fromLevel <= before.toLevel)
        ? [found(["replay", index], "The levels overlap or run backwards.", "Order the rows by level.")]
        : [];
    });
  }

  function sourceProblems(): Finding[] {
    return mission.sources.length > 0 || mission.completeness === "title-only"
      ? []
      : [
          found(
            ["sources"],
            "No source is named.",
            'Name where the facts were read, or set completeness to "title-only".',
          ),
        ];
  }
}

function nameProblems(file: string, { slug, arc }: Mission): Finding[] {
  const expected = `missions/${arc}/${slug}.json`;
  if (file === expected) return [];
  return [
    {
      file,
      at: ["slug"],
      problem: "The file is not where arc and slug put it.",
      remedy: `Move it to ${expected}.`,
    },
  ];
}

function allTexts(objectives: readonly Objective[]): string[] {
  return objectives.flatMap((objective) => [objective.text, ...allTexts(objective.steps ?? [])]);
}
