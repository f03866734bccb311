import type { Per, Track } from "./track.ts";
import { trackLimits } from "./track.ts";

/** A captain as it was called when the claim was made. */
export interface ClaimingCaptain {
  readonly captainId: string;
  readonly name: string;
}

export interface Claim {
  readonly userId: string;
  /** Epoch ms; with the member it names the claim. */
  readonly at: number;
  /** Which of the track's choices was taken, counted from 0. */
  readonly choice?: number | undefined;
  readonly captain?: ClaimingCaptain | undefined;
  /** The officer who noted it for the member. */
  readonly notedBy?: string | undefined;
  /** By which click; heard twice, it is one claim. */
  readonly interactionId: string;
}

/** What was claimed in one period of a track: the aggregate that is written. Totals are derived from these. */
export interface Period {
  readonly trackId: string;
  readonly plannedAt: number;
  /** In the order in which they were made. */
  readonly claims: readonly Claim[];
}

export const COOLDOWN_MS = 20 * 3_600_000;
/** So long a member may take a claim back, or take the other reward instead. */
export const SECOND_THOUGHTS_MS = 10 * 60_000;

export type ClaimResult =
  | { readonly outcome: "claimed"; readonly claim: Claim }
  /** This very click, delivered once more. */
  | { readonly outcome: "again"; readonly claim: Claim }
  | { readonly outcome: "already"; readonly claim: Claim }
  | { readonly outcome: "too-soon"; readonly claim: Claim; readonly nextAt: number }
  | { readonly outcome: "full" };

export interface Ruling<Outcome> {
  readonly document: Period;
  readonly outcome: Outcome;
}

/** One claim in a period, of each member or of each of their captains. */
export function claimReward(
  period: Period,
  { cadence, per }: Pick<Track, "cadence" | "per">,
  wish: Claim,
): Ruling<ClaimResult> {
  const own = claimsBy(period, per, wish);
  const heard = own.find(({ interactionId }) => interactionId === wish.interactionId);
  if (heard !== undefined) return { document: period, outcome: { outcome: "again", claim: heard } };

  const last = own.at(-1);
  if (last !== undefined && cadence !== "cooldown")
    return { document: period, outcome: { outcome: "already", claim: last } };
  const nextAt = (last?.at ?? Number.NEGATIVE_INFINITY) + COOLDOWN_MS;
  if (last !== undefined && wish.at < nextAt)
    return { document: period, outcome: { outcome: "too-soon", claim: last, nextAt } };
  if (period.claims.length >= trackLimits.claimsInPeriod)
    return { document: period, outcome: { outcome: "full" } };
  return {
    document: { ...period, claims: [...period.claims, wish] },
    outcome: { outcome: "claimed", claim: wish },
  };
}

/** What a member claimed before they told of a captain is that captain's, unless they claimed for that one as well. */
export function givenTo(period: Period, { userId, captain }: Pick<Claim, "userId" | "captain">): Period {
  const own = period.claims.filter((one) => one.userId === userId);
  const hasClaimed = own.some((one) => one.captain?.captainId === captain?.captainId);
  if (hasClaimed || own.every((one) => one.captain !== undefined)) return period;
  const isNobodys = (one: Claim) => one.userId === userId && one.captain === undefined;
  return { ...period, claims: period.claims.map((one) => (isNobodys(one) ? { ...one, captain } : one)) };
}

export interface Named {
  readonly userId: string;
  readonly at: number;
}

export type AmendResult =
  | { readonly outcome: "amended"; readonly claim: Claim }
  | { readonly outcome: "too-late" | "gone" };

/** Takes a claim back: its member for ten minutes, an officer at any time. */
export function undoClaim(
  period: Period,
  named: Named,
  { now, isOfficer }: { readonly now: number; readonly isOfficer: boolean },
): Ruling<AmendResult> {
  const claim = claimNamed(period, named);
  if (claim === undefined) return { document: period, outcome: { outcome: "gone" } };
  if (!isOfficer && !isFresh(claim, now)) return { document: period, outcome: { outcome: "too-late" } };
  return {
    document: { ...period, claims: period.claims.filter((one) => one !== claim) },
    outcome: { outcome: "amended", claim },
  };
}

/** Another reward was taken than was said. */
export function changeChoice(period: Period, named: Named, choice: number, now: number): Ruling<AmendResult> {
  const claim = claimNamed(period, named);
  if (claim === undefined) return { document: period, outcome: { outcome: "gone" } };
  if (!isFresh(claim, now)) return { document: period, outcome: { outcome: "too-late" } };
  const changed = { ...claim, choice };
  return {
    document: { ...period, claims: period.claims.map((one) => (one === claim ? changed : one)) },
    outcome: { outcome: "amended", claim: changed },
  };
}

export function isFresh({ at }: Claim, now: number): boolean {
  return now - at <= SECOND_THOUGHTS_MS;
}

/** Per captain, a claim without one stands for a captain of its own. */
export function claimsBy(
  { claims }: Pick<Period, "claims">,
  per: Per,
  { userId, captain }: Pick<Claim, "userId" | "captain">,
): readonly Claim[] {
  return claims.filter(
    (one) => one.userId === userId && (per === "account" || one.captain?.captainId === captain?.captainId),
  );
}

function claimNamed({ claims }: Period, { userId, at }: Named): Claim | undefined {
  return claims.find((one) => one.userId === userId && one.at === at);
}
