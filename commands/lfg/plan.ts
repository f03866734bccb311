import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import type { Member } from "../../src/bot/asker.ts";
import { overrideOf, overrides, overridesKey } from "../../src/guilds/overrides.ts";
import { type CallResult, callCrew, crowded, type TooMany } from "../../src/runs/call.ts";
import type { Content } from "../../src/runs/content.ts";
import type { Draft } from "../../src/runs/draft.ts";
import { fitting } from "../../src/runs/eligibility.ts";
import { cardLink } from "../../src/runs/public-card.ts";
import type { RosterCaptain, Run } from "../../src/runs/run.ts";
import { joinRun } from "../../src/runs/sign-up.ts";
import { openRuns } from "../../src/runs/store.ts";
import { ineligibleInWords } from "../../src/runs/text/answers.ts";
import { gatherTexts as say } from "../../src/runs/text/gather.ts";
import { anotherLikeIt } from "../../src/runs/view/gather.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { escapeText } from "../../src/ui/text.ts";
import { timestamp } from "../../src/ui/times.ts";
import { type LfgNeeds, rosterCaptains, settingsOf, userOf } from "./needs.ts";

/** The run as it would be, and as whom its leader comes: with a seat in it, unless the roles are asked about first. */
export interface Plan {
  readonly run: Run;
  readonly captain: RosterCaptain | undefined;
}

/** What cannot be is refused in words. */
export async function planOf(
  needs: LfgNeeds,
  member: Member,
  draft: Draft,
  content: Content,
  startsAt: number | undefined,
): Promise<Plan> {
  const { runsChannelId, leadMinutes } = await settingsOf(needs, member);
  const fleets = overrideOf(await needs.store.read(overridesKey(member.guildId), overrides), content.slug);
  const wish = {
    ...draft,
    difficulty: draft.difficulty ?? fleets?.difficulty,
    minLevel: draft.minLevel ?? fleets?.level,
  };
  const called = callCrew(content, wish, {
    runId: draft.draftId,
    leaderId: member.userId,
    channelId: runsChannelId ?? draft.channelId,
    now: needs.clock.now(),
    startsAt,
    leadMinutes,
  });
  if (called.outcome !== "called") throw new Refusal(refusalOf(called));

  const captains = rosterCaptains(await userOf(needs, member));
  const { captain, refused } = fitting(content, wish.minLevel, captains);
  if (refused !== undefined) throw new Refusal(say.yourCaptains(ineligibleInWords(refused.why)));
  return { run: joinRun(called.run, { userId: member.userId, captain }).run, captain };
}

function refusalOf(result: Exclude<CallResult, { readonly outcome: "called" }>): string {
  switch (result.outcome) {
    case "roles-unreadable":
      return say.rolesUnreadable;
    case "roles-too-few":
      return say.rolesTooFew(result.places, result.seats);
    case "bad-seats":
      return say.badSeats;
    case "note-too-long":
      return say.noteTooLong;
  }
}

export const tooManyInWords: Readonly<Record<TooMany, string>> = {
  "too-many-of-yours": say.tooManyOfYours,
  "too-many-here": say.tooManyHere,
};

/** What has to be agreed to first; a refusal when there are too many runs already. */
export async function obstacleTo(
  { store, clock }: LfgNeeds,
  { guildId }: Member,
  planned: Run,
  { isAnyway, draftId }: Draft,
): Promise<APIMessageTopLevelComponent[] | undefined> {
  const open = (await openRuns(store, guildId, clock.now())).filter(({ runId }) => runId !== planned.runId);
  const found = crowded(open, planned);
  switch (found?.because) {
    case "too-many-of-yours":
    case "too-many-here":
      throw new Refusal(tooManyInWords[found.because]);
    case "one-like-it": {
      if (isAnyway) return undefined;
      const link = cardLink(guildId, found.run);
      const where = link === undefined ? "" : ` (${link})`;
      const at = timestamp(found.run.startsAt, "long");
      return anotherLikeIt(say.oneLikeIt(escapeText(found.run.title), at, where), draftId, found.run.runId);
    }
    case undefined:
      return undefined;
  }
}
