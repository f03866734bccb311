import type { Mission } from "../catalog/mission.ts";

/** Where a mission stands in its arc, as far as the order of the arc is known. */
export type PlaceInArc = "first" | "last" | number;

export function placeInArc(
  mission: Pick<Mission, "orderInArc" | "arc">,
  previous: Pick<Mission, "orderInArc" | "arc"> | undefined,
  arcSize: number,
): PlaceInArc | undefined {
  const before = previous?.arc === mission.arc ? previous.orderInArc : undefined;
  const place = mission.orderInArc ?? (before === undefined ? undefined : before + 1);
  if (place === undefined || place > arcSize) return undefined;
  if (place === 1) return "first";
  return place === arcSize ? "last" : place;
}
