import type { Audience } from "../catalog/game.ts";
import type { Catalog } from "../catalog/load.ts";
import type { Mission } from "../catalog/mission.ts";

/** What a run is made for, mission or task force alike, as far as a crew has to know. */
export interface Content {
  readonly slug: string;
  readonly title: string;
  readonly state: Mission["state"];
  readonly teamSize: number | undefined;
  /** Who may play it; nobody is shut out where no source says. */
  readonly factions: Audience["factions"];
  readonly levels: readonly LevelRule[];
  /** The lowest level during an event of its own. */
  readonly eventLevel: number | undefined;
}

interface LevelRule {
  readonly from: number;
  readonly for?: Audience | undefined;
}

export function contentOf(catalog: Catalog, slug: string): Content | undefined {
  const mission = catalog.missions.get(slug);
  if (mission !== undefined) {
    const eventLevels = (mission.events ?? []).flatMap(({ minLevel }) => minLevel ?? []);
    return {
      ...common(mission),
      teamSize: undefined,
      eventLevel: eventLevels.length === 0 ? undefined : Math.min(...eventLevels),
    };
  }
  const taskForce = catalog.taskForces.get(slug);
  return (
    taskForce && {
      ...common(taskForce),
      teamSize: taskForce.teamSize,
      eventLevel: undefined,
    }
  );
}

/** What can be played instead of a mission that was taken out of the game: the others of its arc. */
export function playableInArcOf(catalog: Catalog, slug: string): readonly Mission[] {
  const mission = catalog.missions.get(slug);
  return mission === undefined
    ? []
    : catalog.missionsIn(mission.arc).filter((one) => one.state !== "removed" && one.slug !== slug);
}

function common(
  of: Pick<Mission, "slug" | "title" | "state"> & {
    readonly factions?: Audience["factions"];
    readonly levels?: readonly LevelRule[] | undefined;
  },
): Pick<Content, "slug" | "title" | "state" | "factions" | "levels"> {
  return { slug: of.slug, title: of.title, state: of.state, factions: of.factions, levels: of.levels ?? [] };
}
