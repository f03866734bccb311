import { type Claim, claimsBy, type Period } from "./claims.ts";
import type { Span } from "./periods.ts";
import type { Track } from "./track.ts";

export interface Correction {
  readonly userId: string;
  readonly officerId: string;
  readonly interactionId: string;
  readonly now: number;
}

export type CorrectResult = "noted" | "taken-back" | "again";

/**
 * An officer turns a claim of a member's: where there is none it is noted, where there is one it is taken back. One
 * that is noted later lies in its own period all the same.
 */
export function correctClaim(
  period: Period,
  { per }: Track,
  { plannedAt, closesAt }: Span,
  { userId, officerId, interactionId, now }: Correction,
): { readonly document: Period; readonly outcome: CorrectResult } {
  const own =
    per === "account"
      ? claimsBy(period, per, { userId })
      : period.claims.filter((one) => one.userId === userId);
  if (own.some((one) => one.interactionId === interactionId)) return { document: period, outcome: "again" };
  const last = own.at(-1);
  if (last !== undefined)
    return {
      document: { ...period, claims: period.claims.filter((one) => one !== last) },
      outcome: "taken-back",
    };
  const at = Math.min(Math.max(now, plannedAt), closesAt - 1);
  const claim: Claim = { userId, at, notedBy: officerId, interactionId };
  return { document: { ...period, claims: [...period.claims, claim] }, outcome: "noted" };
}
