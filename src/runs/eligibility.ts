import { misfitOf, viewpointOf } from "../captains/viewpoint.ts";
import type { Audience } from "../catalog/game.ts";
import type { Content } from "./content.ts";
import type { RosterCaptain } from "./run.ts";

/** Why a captain cannot come along. */
export type Ineligible =
  | { readonly because: "faction"; readonly factions: NonNullable<Audience["factions"]> }
  /** The content's own lowest level, or the run's. */
  | { readonly because: "level" | "min-level"; readonly from: number };

/** Who comes along of a member's captains, or why none of them can; neither for a member without captains. */
export interface Fit {
  readonly captain?: RosterCaptain;
  readonly refused?: { readonly captain: RosterCaptain; readonly why: Ineligible };
}

/** The first that can come; the reason is that of the first. */
export function fitting(
  content: Content | undefined,
  minLevel: number | undefined,
  captains: readonly RosterCaptain[],
): Fit {
  const whyNot = (captain: RosterCaptain) => content && ineligible(content, minLevel, captain);
  const captain = captains.find((one) => whyNot(one) === undefined);
  if (captain !== undefined) return { captain };
  const [first] = captains;
  const why = first && whyNot(first);
  return first && why ? { refused: { captain: first, why } } : {};
}

/** What is known shuts out; what nobody told of a captain does not. */
export function ineligible(
  content: Content,
  minLevel: number | undefined,
  { kind, career, level }: RosterCaptain,
): Ineligible | undefined {
  const viewpoint = viewpointOf(kind, career, level);
  const { factions } = content;
  if (factions !== undefined && misfitOf({ factions }, viewpoint) !== undefined)
    return { because: "faction", factions };
  if (level === undefined) return undefined;

  const rule = content.levels.find((one) => misfitOf(one.for, viewpoint) === undefined);
  const from = Math.min(rule?.from ?? 0, content.eventLevel ?? Number.POSITIVE_INFINITY);
  if (level < from) return { because: "level", from };
  return minLevel !== undefined && level < minLevel ? { because: "min-level", from: minLevel } : undefined;
}
