import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Click } from "../../src/bot/command.ts";
import { changeChoice, undoClaim } from "../../src/rewards/claims.ts";
import { spansOf } from "../../src/rewards/periods.ts";
import { periodKey, periods } from "../../src/rewards/store.ts";
import { claimTexts as say } from "../../src/rewards/text/claim.ts";
import { periodName } from "../../src/rewards/text/words.ts";
import { claimedAnswer } from "../../src/rewards/view/claim.ts";
import { takenName } from "../../src/rewards/view/pieces.ts";
import { text } from "../../src/ui/card.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { placed, reply } from "../../src/ui/reply.ts";
import { escapeText } from "../../src/ui/text.ts";
import { choiceAt, claimed } from "./claim.ts";
import { knownTrack, memberOf, type RewardsNeeds } from "./needs.ts";

export async function undo(needs: RewardsNeeds, click: Click): Promise<APIInteractionResponse> {
  const { track, span, key, named } = await ownClaim(needs, click);
  const result = await needs.store.decide(key, periods, (stored) =>
    stored === undefined
      ? { document: stored, outcome: { outcome: "gone" as const } }
      : undoClaim(stored, named, { now: needs.clock.now(), isOfficer: false }),
  );
  if (result.outcome !== "amended") throw new Refusal(notAmended[result.outcome]);
  return reply(placed(click.onPrivateCard), [
    text(say.undone(escapeText(track.title), periodName(track, span.number))),
  ]);
}

/** The other reward was taken. */
export async function change(needs: RewardsNeeds, click: Click): Promise<APIInteractionResponse> {
  const { member, track, span, key, named } = await ownClaim(needs, click);
  const choice = choiceAt(track, click.args[3]);
  const result = await needs.store.decide(key, periods, (stored) =>
    stored === undefined
      ? { document: stored, outcome: { outcome: "gone" as const } }
      : changeChoice(stored, named, choice, needs.clock.now()),
  );
  if (result.outcome !== "amended") throw new Refusal(notAmended[result.outcome]);
  const name = takenName(track, result.claim) ?? "";
  const notice = say.changed(escapeText(track.title), periodName(track, span.number), name);
  const answer = await claimed(needs, member, track, span, result.claim);
  return reply(placed(click.onPrivateCard), claimedAnswer({ ...answer, notice }));
}

const notAmended = { "too-late": say.tooLate, gone: say.claimGone } as const;

/** The claim that a button names: always the presser's own. */
async function ownClaim(needs: RewardsNeeds, { asker, args: [trackId, plannedAt, at] }: Click) {
  const member = memberOf(asker);
  const track = await knownTrack(needs, member, trackId);
  const span = spansOf(track).find((one) => String(one.plannedAt) === plannedAt);
  if (span === undefined) throw new Refusal(say.claimGone);
  const key = periodKey(member.guildId, track.trackId, span.plannedAt);
  return { member, track, span, key, named: { userId: member.userId, at: Number(at) } };
}
