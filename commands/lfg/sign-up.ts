import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Member } from "../../src/bot/asker.ts";
import type { Click } from "../../src/bot/command.ts";
import { noteTrace } from "../../src/captains/traces.ts";
import { fitting, ineligible } from "../../src/runs/eligibility.ts";
import { cardLink } from "../../src/runs/public-card.ts";
import { type Role, type RosterCaptain, type Ruling, type Run, roles, signupOf } from "../../src/runs/run.ts";
import { comeLate, joinRun, leaveRun, standBy, switchCaptain, switchRole } from "../../src/runs/sign-up.ts";
import { changeRun } from "../../src/runs/store.ts";
import { answerTexts } from "../../src/runs/text/answers.ts";
import {
  cannotCome,
  inWords,
  type SignUpSaid,
  signUpAnswer,
  standingInWords,
  whichCaptain,
  whichRole,
} from "../../src/runs/view/answers.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { placed, reply } from "../../src/ui/reply.ts";
import { contentOfRun, knownRun, type LfgNeeds, memberOf, rosterCaptains, userOf } from "./needs.ts";

/** Join on the card: at once, or after it is known which captain comes along, and as what. */
export async function join(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const { member, run, captains } = await scene(needs, click);
  const { kind } = joinRun(run, { userId: member.userId, role: run.roles[0]?.role }).said;
  const isOpen = kind === "seated" || kind === "waiting" || (kind === "started-full" && run.roles.length > 0);
  if (!isOpen) return await change(needs, click, (now) => joinRun(now, { userId: member.userId }));
  return captains.length > 1
    ? reply(placed(click.onPrivateCard), whichCaptain(run, contentOfRun(needs, run), captains, "as"))
    : await come(needs, click, member, run, captains[0], undefined);
}

/** A captain was picked from the list. */
export async function joinAs(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const { member, run, captains } = await scene(needs, click);
  return await come(needs, click, member, run, captainNamed(captains, click.picked[0]), undefined);
}

/** A role was picked from the list; the captain stands in the custom id. */
export async function joinForRole(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const { member, run, captains } = await scene(needs, click);
  const captain = captainNamed(captains, click.args[1]);
  return await come(needs, click, member, run, captain, roleNamed(click.picked[0]));
}

async function come(
  needs: LfgNeeds,
  click: Click,
  member: Member,
  run: Run,
  captain: RosterCaptain | undefined,
  role: Role | undefined,
): Promise<APIInteractionResponse> {
  insistOnEligible(needs, run, captain);
  await noteTrace(needs.store, member.userId, member.guildId);
  return await change(
    needs,
    click,
    (now) => joinRun(now, { userId: member.userId, captain, role }),
    captain?.captainId,
  );
}

/** Nobody is asked for a captain here: who joins after all is. */
export async function tentatively(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const { member, run, captains } = await scene(needs, click);
  const { userId, guildId } = member;
  const { captain, refused } = fitting(contentOfRun(needs, run), run.minLevel, captains);
  if (refused !== undefined && signupOf(run, userId) === undefined)
    throw new Refusal(cannotCome(refused.captain, refused.why));
  await noteTrace(needs.store, userId, guildId);
  return await change(needs, click, (now) =>
    standBy(now, { userId, captain: signupOf(now, userId)?.captain ?? captain }),
  );
}

export function leave(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  return change(needs, click, (run) => leaveRun(run, click.asker.userId));
}

export function late(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const minutes = Number(click.picked[0]);
  return change(needs, click, (run) =>
    comeLate(run, click.asker.userId, Number.isFinite(minutes) ? minutes : 0),
  );
}

export function changeRole(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const role = roleNamed(click.picked[0]);
  if (role === undefined) throw new Refusal(answerTexts.gone);
  return change(needs, click, (run) => switchRole(run, click.asker.userId, role));
}

/** Asks which other captain comes along. */
export async function askCaptain(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const { run, captains } = await scene(needs, click);
  if (captains.length === 0) throw new Refusal(answerTexts.noCaptain);
  return reply(
    placed(click.onPrivateCard),
    whichCaptain(run, contentOfRun(needs, run), captains, "switch-captain"),
  );
}

export async function changeCaptain(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const { member, run, captains } = await scene(needs, click);
  const captain = captainNamed(captains, click.picked[0]);
  if (captain === undefined) throw new Refusal(answerTexts.gone);
  insistOnEligible(needs, run, captain);
  return await change(needs, click, (now) => switchCaptain(now, member.userId, captain));
}

/** Decides and saves in one step; the answer is made from the document as it is on disk. */
async function change(
  needs: LfgNeeds,
  click: Click,
  rule: (run: Run) => Ruling<SignUpSaid>,
  captainId = "default",
): Promise<APIInteractionResponse> {
  const { store, clock } = needs;
  const member = memberOf(click.asker);
  const { userId } = member;
  const known = await knownRun(needs, member, click.args[0]);
  const deed = { ...member, now: clock.now() };
  const changed = await changeRun(store, member.guildId, known.runId, deed, rule);
  if (changed.outcome === "gone") throw new Refusal(answerTexts.gone);

  const placement = placed(click.onPrivateCard);
  const { run } = changed;
  if (changed.outcome === "changed" && changed.said.kind === "which-role")
    return reply(placement, whichRole(run, captainId));
  const sentence =
    changed.outcome === "again" ? standingInWords(run, userId) : inWords(run, changed.said, userId);
  const { captains } = await userOf(needs, member);
  const where = click.onPrivateCard ? undefined : whereCardIs(run, member.guildId, click.messageId);
  const words = where === undefined ? sentence : `${sentence}\n-# ${where}`;
  return reply(placement, signUpAnswer(run, words, userId, captains.length));
}

/** For who pressed a reminder, or an older copy of the card. */
function whereCardIs(run: Run, guildId: string, pressed: string | undefined): string | undefined {
  const link = cardLink(guildId, run);
  return link === undefined || pressed === run.card?.messageId ? undefined : answerTexts.cardIs(link);
}

async function scene(needs: LfgNeeds, click: Click) {
  const member = memberOf(click.asker);
  const run = await knownRun(needs, member, click.args[0]);
  return { member, run, captains: rosterCaptains(await userOf(needs, member)) };
}

function insistOnEligible(needs: LfgNeeds, run: Run, captain: RosterCaptain | undefined): void {
  const content = contentOfRun(needs, run);
  if (content === undefined || captain === undefined) return;
  const why = ineligible(content, run.minLevel, captain);
  if (why !== undefined) throw new Refusal(cannotCome(captain, why));
}

function captainNamed(
  captains: readonly RosterCaptain[],
  captainId: string | undefined,
): RosterCaptain | undefined {
  return captainId === "default" ? captains[0] : captains.find((one) => one.captainId === captainId);
}

function roleNamed(word: string | undefined): Role | undefined {
  return roles.find((role) => role === word);
}
