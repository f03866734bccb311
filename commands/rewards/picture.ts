import type { Click } from "../../src/bot/command.ts";
import { type Deferred, deferred, lateMessage } from "../../src/bot/deferred.ts";
import { chartInWords, chartOf } from "../../src/rewards/chart.ts";
import { periodsOf } from "../../src/rewards/store.ts";
import { pictureTexts as say } from "../../src/rewards/text/picture.ts";
import { pictureCard } from "../../src/rewards/view/picture.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { knownTrack, memberOf, type RewardsNeeds } from "./needs.ts";

const FILE = "progress.png";

/** The fleet's progress as a picture: drawn when somebody asks, off the path of every other answer. */
export async function picture(needs: RewardsNeeds, { asker, args: [trackId] }: Click): Promise<Deferred> {
  const member = memberOf(asker);
  const track = await knownTrack(needs, member, trackId);
  const now = needs.clock.now();
  if (track.startsAt > now) throw new Refusal(say.nothing);
  return deferred(async () => {
    const chart = chartOf(track, await periodsOf(needs.store, member.guildId, track, now), now);
    const data = await needs.draw(chart);
    return lateMessage(pictureCard(track, FILE, chartInWords(track, chart)), [{ name: FILE, data }]);
  });
}
