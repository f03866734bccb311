import type { APIContainerComponent, APIInteractionResponse } from "discord-api-types/v10";
import type { Rendered } from "../../src/bot/rendered.ts";
import { writeViewpoint } from "../../src/captains/viewpoint.ts";
import type { Catalog } from "../../src/catalog/load.ts";
import type { Override } from "../../src/guilds/overrides.ts";
import { isTaskForceSection, type Section, taskForceSections } from "../../src/missions/sections.ts";
import { sectionNames } from "../../src/missions/text/names.ts";
import { inWords, mistakes } from "../../src/missions/text/questions.ts";
import { taskForceTexts } from "../../src/missions/text/task-force.ts";
import { missionCard } from "../../src/missions/view/card.ts";
import type { Ask } from "../../src/missions/view/questions.ts";
import { taskForceCard } from "../../src/missions/view/task-force.ts";
import type { Clock } from "../../src/time/clock.ts";
import { stoDay } from "../../src/time/days.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { reply } from "../../src/ui/reply.ts";
import type { KeyedBugs } from "./bugs.ts";

export interface CardNeeds {
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly rendered: Rendered;
}

interface Wanted {
  readonly slug: string;
  readonly section: Section;
  readonly page: number;
  readonly ask: Ask;
  /** What the asker's fleet says of the record for itself. */
  readonly fleet: Override | undefined;
  readonly fleetBugs: KeyedBugs | undefined;
}

/** The card of a mission or task force, rendered once for everybody who asks the same on the same day. */
export function missionAnswer(needs: CardNeeds, wanted: Wanted): APIInteractionResponse {
  const { slug, section, page, fleet, fleetBugs } = wanted;
  const { placement, viewpoint, plot = "hidden" } = wanted.ask;
  const today = stoDay(needs.clock.now());
  const said = fleet === undefined ? "" : JSON.stringify(fleet);
  const met = fleetBugs?.key ?? "";
  const asked = [section, page, placement, writeViewpoint(viewpoint), plot];
  const key = ["mission", slug, ...asked, today, said, met].join("|");
  return needs.rendered(key, () => reply(placement, [draw(needs.catalog, wanted, today)]));
}

function draw(
  catalog: Catalog,
  { slug, section, page, ask, fleet, fleetBugs: known }: Wanted,
  today: string,
): APIContainerComponent {
  const { viewpoint, plot = "hidden" } = ask;
  const fleetBugs = known?.shown(viewpoint.faction);
  const taskForce = catalog.taskForces.get(slug);
  if (taskForce !== undefined) {
    if (isTaskForceSection(section))
      return taskForceCard(taskForce, { viewpoint, fleet, fleetBugs }, section, page);
    throw new Refusal(taskForceTexts.noSuchSection(taskForceSections.map((one) => sectionNames[one])));
  }
  const mission = catalog.missions.get(slug);
  const arc = mission && catalog.arcs.get(mission.arc);
  if (mission === undefined || arc === undefined) throw new Refusal(mistakes.noSuchMission);

  const titleOf = (other: string) => catalog.missions.get(other)?.title ?? inWords(other);
  const arcSize = catalog.missionsIn(arc.slug).length;
  const neighbours = catalog.neighbours(mission);
  const look = { mission, arc, arcSize, ...neighbours, viewpoint, plot, fleet, fleetBugs, today, titleOf };
  return missionCard(look, section, page);
}
