import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Member } from "../../src/bot/asker.ts";
import type { Click, Submission } from "../../src/bot/command.ts";
import { type Draft, findDraft } from "../../src/runs/draft.ts";
import { difficulties } from "../../src/runs/run.ts";
import { runIdFor } from "../../src/runs/store.ts";
import { gatherTexts as say } from "../../src/runs/text/gather.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { placed } from "../../src/ui/reply.ts";
import { gather } from "./gather.ts";
import { type LfgNeeds, memberOf } from "./needs.ts";

/** From a mission's card, or from a reward's standings: what it is for stands in the custom id. */
export function gatherByForm(
  needs: LfgNeeds,
  { asker, args: [slug = "", reward], field }: Submission,
): Promise<APIInteractionResponse> {
  const member = memberOf(asker);
  const said = (name: string) => field(name).trim() || undefined;
  const seatsTyped = said("seats");
  return gather(
    needs,
    member,
    {
      ...newDraft(needs, member, slug),
      when: said("when"),
      seats: seatsTyped === undefined ? undefined : /^\d+$/.test(seatsTyped) ? Number(seatsTyped) : 0,
      difficulty: difficulties.find((one) => one === field("difficulty")),
      roles: said("roles"),
      note: said("note"),
      reward,
    },
    "private",
  );
}

/** Nothing is said yet but the mission. */
export function newDraft({ clock }: LfgNeeds, member: Member, mission: string): Draft {
  return {
    draftId: runIdFor(member.interactionId),
    userId: member.userId,
    channelId: member.channelId ?? "0",
    madeAt: clock.now(),
    mission,
  };
}

type Answered = Click | Submission;

/** The draft of a question's button; a refusal when it is somebody else's, or too old. */
export async function ownDraft(
  { store, clock }: LfgNeeds,
  { asker, args: [draftId = ""] }: Answered,
): Promise<Draft> {
  const member = memberOf(asker);
  const draft = await findDraft(store, member.guildId, draftId, { ...member, now: clock.now() });
  if (draft === undefined) throw new Refusal(say.draftGone);
  return draft;
}

/** One question is answered; the next is asked, or the card is posted. */
export async function goOn(
  needs: LfgNeeds,
  answered: Answered,
  learnt: () => Partial<Draft>,
): Promise<APIInteractionResponse> {
  const draft = await ownDraft(needs, answered);
  return await gather(
    needs,
    memberOf(answered.asker),
    { ...draft, ...learnt() },
    placed(answered.onPrivateCard),
  );
}
