import { misfitOf, type Viewpoint } from "../../captains/viewpoint.ts";
import type { Bug, Objective } from "../../catalog/mission.ts";
import { escapeText } from "../../ui/text.ts";
import { countdown } from "../../ui/times.ts";
import { labels } from "../text/briefing.ts";
import { notForYou, onlyFor } from "../text/names.ts";
import { noObjectives, objectivesBreakOff } from "../text/sections.ts";
import type { Look } from "./look.ts";

/** The whole tree, one block for each stage, so that a page breaks between stages. */
export function objectivesView({ mission, viewpoint, fleetBugs }: Look): readonly string[] {
  if (mission.objectives === undefined) return [noObjectives];
  const tree: Tree = { viewpoint, broken: fleetBugs?.steps ?? brokenSteps(mission.bugs) };
  const stages = mission.objectives.map((stage) =>
    [
      `**${label(stage, tree)}**`,
      ...noteLine(stage, ""),
      ...(stage.steps ?? []).flatMap((step) => stepLines(step, tree, 0)),
    ].join("\n"),
  );
  return mission.objectivesBreakOff ? [...stages, `-# ${objectivesBreakOff}`] : stages;
}

interface Tree {
  readonly viewpoint: Viewpoint;
  /** The steps that a bug concerns. */
  readonly broken: readonly string[];
}

function brokenSteps(bugs: readonly Bug[] = []): readonly string[] {
  return bugs.flatMap(({ objective, state }) =>
    objective === undefined || state === "fixed" ? [] : [objective],
  );
}

function stepLines(step: Objective, tree: Tree, depth: number): readonly string[] {
  const indent = "  ".repeat(depth);
  return [
    `${indent}- ${label(step, tree)}`,
    ...noteLine(step, `${indent}  `),
    ...(step.steps ?? []).flatMap((below) => stepLines(below, tree, depth + 1)),
  ];
}

function noteLine({ note }: Objective, indent: string): readonly string[] {
  return note === undefined ? [] : [`${indent}*${escapeText(note)}*`];
}

function label(step: Objective, { viewpoint, broken }: Tree): string {
  const misfit = misfitOf(step.only, viewpoint);
  const text = escapeText(step.text);
  const marks = [
    step.count === undefined ? undefined : `\`0/${step.count}\``,
    step.timerSeconds === undefined ? undefined : `\`${countdown(step.timerSeconds)}\``,
    step.optional ? `*${labels.optional}*` : undefined,
    broken.includes(step.text) ? labels.knownBug : undefined,
    step.only && (misfit ? notForYou(misfit, step.only) : onlyFor(step.only)),
  ].filter((mark) => mark !== undefined);
  return [misfit ? `~~${text}~~` : text, ...marks].join(" · ");
}
