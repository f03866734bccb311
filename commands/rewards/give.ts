import type { Member } from "../../src/bot/asker.ts";
import { type ClaimingCaptain, givenTo } from "../../src/rewards/claims.ts";
import { periodKey, periods, periodsOf } from "../../src/rewards/store.ts";
import { claimTexts as say } from "../../src/rewards/text/claim.ts";
import type { Track } from "../../src/rewards/track.ts";
import { escapeText } from "../../src/ui/text.ts";
import type { RewardsNeeds } from "./needs.ts";

/**
 * Whoever claims for their first captain means the one whom they claimed for before: what they claimed without a
 * captain counts for that one. Resolves to what is to be said of it, if there was any.
 */
export async function giveEarlier(
  { store, clock }: RewardsNeeds,
  { guildId, userId }: Member,
  track: Track,
  captain: ClaimingCaptain | undefined,
): Promise<readonly string[]> {
  if (track.per === "account" || captain === undefined) return [];
  const whose = { userId, captain };
  const all = await periodsOf(store, guildId, track, clock.now());
  const changed = all.filter((period) => givenTo(period, whose) !== period);
  for (const { plannedAt } of changed)
    await store.update(
      periodKey(guildId, track.trackId, plannedAt),
      periods,
      (period) => period && givenTo(period, whose),
    );
  return changed.length === 0 ? [] : [say.given(escapeText(track.title), escapeText(captain.name))];
}
