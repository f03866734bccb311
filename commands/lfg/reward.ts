import type { Member } from "../../src/bot/asker.ts";
import { afterQuietHours } from "../../src/captains/direct-time.ts";
import { isOfficer } from "../../src/guilds/officer.ts";
import { directWishes } from "../../src/reminders/direct-wishes.ts";
import { wantedInCrew, withCrewCalled } from "../../src/rewards/crew.ts";
import { standingsOf } from "../../src/rewards/standings.ts";
import { isTrackId, periodsOf, trackKey, tracks } from "../../src/rewards/store.ts";
import { standingsTexts as say } from "../../src/rewards/text/standings.ts";
import type { Draft } from "../../src/runs/draft.ts";
import type { Run } from "../../src/runs/run.ts";
import { escapeText } from "../../src/ui/text.ts";
import { type LfgNeeds, settingsOf } from "./needs.ts";

/** An officer gathered for a reward: who still needs it and asked to be told is told. What the officer reads of that. */
export async function tellWhoNeedsIt(
  needs: LfgNeeds,
  member: Member,
  { reward = "" }: Draft,
  run: Run,
): Promise<readonly string[]> {
  const { store, clock } = needs;
  const { guildId, userId } = member;
  if (!isTrackId(reward) || !isOfficer(member, await settingsOf(needs, member))) return [];
  const key = trackKey(guildId, reward);
  const track = await store.read(key, tracks);
  if (track?.slug !== run.slug) return [];

  const now = clock.now();
  const standings = standingsOf(track, await periodsOf(store, guildId, track, now), now);
  const wanted = wantedInCrew(track, standings).filter((one) => one !== userId);
  if (wanted.length === 0) return [say.nobodyToTell(escapeText(track.title))];
  const directly = (await directWishes(store, guildId, wanted)).map((wish) => ({
    userId: wish.userId,
    at: afterQuietHours(now, wish.quiet, wish.zone),
  }));
  await store.update(key, tracks, (before) => before && withCrewCalled(before, run.runId, directly, now));
  return [say.told(wanted.length, escapeText(track.title))];
}
