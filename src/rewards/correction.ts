import { type Claim, type ClaimingCaptain, COOLDOWN_MS, claimsBy, type Period } from "./claims.ts";
import { asStretches, isIn, type Span, spansHeld, spansOf } from "./periods.ts";
import type { Track } from "./track.ts";

/** What an officer picks: a claim is noted where they saw none, or the one that they saw is taken back. */
export interface Turn {
  /** The planned start of the time that it is about. */
  readonly plannedAt: number;
  /** When the claim was made that is taken back; missing where one is noted. */
  readonly takes: number | undefined;
}

/** `1796065200000.note`, `1796065200000.take.1796068800000`: a claim made meanwhile is another one. */
export function turnName({ plannedAt, takes }: Turn): string {
  return takes === undefined ? `${plannedAt}.note` : `${plannedAt}.take.${takes}`;
}

export function readTurn(name: string): Turn | undefined {
  const [, plannedAt, takes] = /^(\d{1,15})\.(?:note|take\.(\d{1,15}))$/.exec(name) ?? [];
  if (plannedAt === undefined) return undefined;
  return { plannedAt: Number(plannedAt), takes: takes === undefined ? undefined : Number(takes) };
}

export interface Correction extends Pick<Turn, "takes"> {
  readonly userId: string;
  /** Whose claim it is, where captains count. */
  readonly captain?: ClaimingCaptain | undefined;
  readonly officerId: string;
  readonly interactionId: string;
  readonly now: number;
}

export type CorrectResult = "noted" | "taken-back" | "again" | "too-close" | "claimed-already" | "gone";

/** The times of which each is corrected for itself: the periods of a track, and the days of one with a cooldown. */
export function stretchesOf(track: Track): readonly Span[] {
  return spansOf(asStretches(track));
}

/** Those that have begun by now, and before it was closed. */
export function begunStretches(track: Track, now: number): readonly Span[] {
  return spansHeld(asStretches(track), now).filter(({ plannedAt }) => plannedAt <= now);
}

export function claimIn(claims: readonly Claim[], span: Span): Claim | undefined {
  return claims.findLast((one) => isIn(one, span));
}

/** An officer turns a claim of a member's. One that is noted later lies in its own stretch all the same. */
export function correctClaim(
  period: Period,
  track: Track,
  stretch: Span,
  { takes, userId, captain, officerId, interactionId, now }: Correction,
): { readonly document: Period; readonly outcome: CorrectResult } {
  const own = claimsBy(period, track.per, { userId, captain });
  if (own.some((one) => one.interactionId === interactionId)) return { document: period, outcome: "again" };
  if (takes !== undefined) {
    const seen = own.find((one) => one.at === takes);
    if (seen === undefined) return { document: period, outcome: "gone" };
    return {
      document: { ...period, claims: period.claims.filter((one) => one !== seen) },
      outcome: "taken-back",
    };
  }
  if (claimIn(own, stretch) !== undefined) return { document: period, outcome: "claimed-already" };
  const at = instantFor(track, stretch, own, now);
  if (at === undefined) return { document: period, outcome: "too-close" };
  const claim: Claim = { userId, at, ...(captain && { captain }), notedBy: officerId, interactionId };
  const claims = [...period.claims, claim].toSorted((one, other) => one.at - other.at);
  return { document: { ...period, claims }, outcome: "noted" };
}

/** The latest instant that fits; with a cooldown it keeps its hours from the claims before and after it. */
function instantFor(
  { cadence }: Track,
  { plannedAt, closesAt }: Span,
  own: readonly Claim[],
  now: number,
): number | undefined {
  const latest = Math.min(Math.max(now, plannedAt), closesAt - 1);
  if (cadence !== "cooldown") return latest;
  const isFree = (at: number) => own.every((one) => Math.abs(one.at - at) >= COOLDOWN_MS);
  const before = own.map(({ at }) => at - COOLDOWN_MS);
  return [latest, ...before.filter((at) => at < latest)]
    .filter((at) => at >= plannedAt && isFree(at))
    .toSorted((one, other) => other - one)[0];
}
