import type { Member } from "../../src/bot/asker.ts";
import { phaseAt, spansOf } from "../../src/rewards/periods.ts";
import { boardLink } from "../../src/rewards/public-board.ts";
import { openTracks, periodKey, trackKey, tracksOf } from "../../src/rewards/store.ts";
import { openTexts as say } from "../../src/rewards/text/open.ts";
import { type Track, trackLimits } from "../../src/rewards/track.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { escapeText } from "../../src/ui/text.ts";
import type { RewardsNeeds } from "./needs.ts";

/** Whether a reward can be open beside the others: once for a mission or event, and not too many at a time. */
export async function insistOnRoom(
  { store, clock }: RewardsNeeds,
  { guildId }: Member,
  track: Track,
): Promise<void> {
  const open = (await openTracks(store, guildId, clock.now())).filter(
    ({ trackId }) => trackId !== track.trackId,
  );
  const same = open.find(({ slug, title }) =>
    track.slug === undefined ? title === track.title : slug === track.slug,
  );
  if (same !== undefined) throw alreadyOpen(guildId, same);
  if (open.length >= trackLimits.openInGuild)
    throw new Refusal(say.refused.tooManyOpen(trackLimits.openInGuild));
}

export function alreadyOpen(guildId: string, track: Track): Refusal {
  const link = boardLink(guildId, track);
  return new Refusal(say.refused.alreadyOpen(escapeText(track.title), link === undefined ? "" : `: ${link}`));
}

/** History goes back so many rewards: of those that are over the oldest goes, its periods first. */
export async function letGoOfOldest({ store, clock }: RewardsNeeds, { guildId }: Member): Promise<void> {
  const kept = await tracksOf(store, guildId);
  const tooMany = kept.length - trackLimits.keptInGuild;
  if (tooMany <= 0) return;
  const over = kept.filter((one) => phaseAt(one, clock.now()).is === "over");
  for (const track of over.slice(-tooMany)) {
    for (const { plannedAt } of spansOf(track))
      await store.remove(periodKey(guildId, track.trackId, plannedAt));
    await store.remove(trackKey(guildId, track.trackId));
  }
}
