import { afterQuietHours } from "../captains/direct-time.ts";
import { type Deliveries, type Delivery, type Occurrence, type Planned, plan } from "./delivery.ts";
import type { DirectWish } from "./direct-wishes.ts";

/** The kind of most direct messages that are planned ahead. */
export const DIRECT = "direct";

/** A message as one member wants it. */
export interface WantedDirect extends Omit<Occurrence, "kind"> {
  readonly wish: DirectWish;
}

/** Names what a member is told of once, whatever their lead and quiet hours make of its time. */
export type OccasionOf = (one: Pick<Occurrence, "about" | "until">) => string;

/** These are all the direct messages of a kind from now on; what was told of, or may have been, is not again. */
export function planDirects(
  deliveries: Deliveries,
  wanted: readonly WantedDirect[],
  now: number,
  { occasionOf, kind = DIRECT }: { readonly occasionOf: OccasionOf; readonly kind?: string },
): Deliveries {
  const own = deliveries.all.filter((one) => one.kind === kind);
  const told = new Set(own.filter(({ state }) => TOLD.has(state)).map(occasionOf));
  const coming = new Map(own.filter((one) => one.state === "planned").map((one) => [occasionOf(one), one]));
  const occurrences = wanted.flatMap((one) => {
    const occasion = occasionOf(one);
    if (told.has(occasion)) return [];
    if (one.at <= now) return left(coming.get(occasion), one, now);
    const { wish: _wish, ...occurrence } = one;
    return [occurrence];
  });
  return plan(deliveries, kind, occurrences, now);
}

const TOLD: ReadonlySet<Delivery["state"]> = new Set(["claimed", "sent", "failed"]);

/** A wish for a time that is over leaves the message that was coming, but not within quiet hours. */
function left(
  coming: Planned | undefined,
  { until, wish: { quiet, zone } }: WantedDirect,
  now: number,
): readonly Omit<Occurrence, "kind">[] {
  if (coming === undefined) return [];
  const at = Math.max(coming.at, now);
  const quietEndsAt = afterQuietHours(at, quiet, zone);
  if (quietEndsAt === at) return [coming];
  return quietEndsAt < until ? [{ about: coming.about, at: quietEndsAt, until }] : [];
}

/** Whether a member needs no mention, because a direct message tells them. One that they want no more does not. */
export function isToldDirectly(
  { all }: Deliveries,
  isAbout: (one: Delivery) => boolean,
  { wantsDirect }: { readonly wantsDirect: boolean },
): boolean {
  return all.some(
    (one) =>
      one.kind === DIRECT &&
      (one.state === "sent" || one.state === "claimed" || (one.state === "planned" && wantsDirect)) &&
      isAbout(one),
  );
}
