import type { Viewpoint } from "../../captains/viewpoint.ts";
import type { Arc } from "../../catalog/arc.ts";
import type { Mission } from "../../catalog/mission.ts";
import type { Override } from "../../guilds/overrides.ts";

/** A mission that a card can lead to. */
export type Neighbour = Pick<Mission, "slug" | "title" | "arc" | "orderInArc">;

/** The bugs of a record as one fleet knows them, ready to be shown. */
export interface FleetBugs {
  readonly open: number;
  readonly inShort: string;
  readonly blocks: readonly string[];
  /** The steps that an open one concerns. */
  readonly steps: readonly string[];
}

/** Everything a mission's cards are drawn from. */
export interface Look {
  readonly mission: Mission;
  readonly arc: Arc;
  readonly previous?: Neighbour | undefined;
  readonly next?: Neighbour | undefined;
  /** How many missions of the arc there are. */
  readonly arcSize: number;
  readonly viewpoint: Viewpoint;
  /** `open`: a member who asked for it, on a card that nobody else sees. */
  readonly plot: "hidden" | "open";
  /** What the asker's fleet says of this mission for itself. */
  readonly fleet: Override | undefined;
  /** Missing as long as the fleet has said nothing of this mission's bugs. */
  readonly fleetBugs: FleetBugs | undefined;
  /** The calendar day on STO's clock: `2018-06-28`. */
  readonly today: string;
  /** The title of a record by its slug, or the slug in words where there is no record. */
  titleOf(slug: string): string;
}
