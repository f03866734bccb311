import { factionNames } from "../../captains/names.ts";
import type { Viewpoint } from "../../captains/viewpoint.ts";
import { factions } from "../../catalog/game.ts";
import type { Bug } from "../../catalog/mission.ts";
import { escapeText } from "../../ui/text.ts";
import { noBugs, bugTexts as say } from "../text/sections.ts";
import type { Look } from "./look.ts";

export function bugsView({ mission, viewpoint, fleetBugs }: Look): readonly string[] {
  if (fleetBugs !== undefined) return fleetBugs.blocks;
  return mission.bugs === undefined || mission.bugs.length === 0
    ? [noBugs]
    : mission.bugs.map((bug) => bugBlock(bug, viewpoint));
}

/** One line for each faction: a table is not readable on a phone. */
function bugBlock(bug: Bug, viewpoint: Viewpoint): string {
  const rows = factions.map((faction) => {
    const row = `${factionNames[faction]}: ${say.knowledge[bug.factions[faction] ?? "unknown"]}`;
    return faction === viewpoint.faction ? `- **${row}** · ${say.you}` : `- ${row}`;
  });
  return [
    `**${escapeText(bug.summary)}**`,
    ...(bug.objective === undefined ? [] : [say.objective(escapeText(bug.objective))]),
    say.state(bug.state),
    bug.workaround === undefined ? say.noWorkaround : say.workaround(escapeText(bug.workaround)),
    ...rows,
    ...(bug.note === undefined ? [] : [escapeText(bug.note)]),
    `-# ${say.source(escapeText(bug.source.title))}`,
  ].join("\n");
}
