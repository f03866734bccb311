import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Member } from "../../src/bot/asker.ts";
import type { Click } from "../../src/bot/command.ts";
import { noteTrace } from "../../src/captains/traces.ts";
import { fitting, ineligible } from "../../src/runs/eligibility.ts";
import { cardLink } from "../../src/runs/public-card.ts";
import { type Role, type RosterCaptain, type Ruling, type Run, roles, signupOf } from "../../src/runs/run.ts";
import {
  comeLate,
  joinRun,
  leaveRun,
  saidAtOnce,
  standBy,
  switchCaptain,
  switchRole,
} from "../../src/runs/sign-up.ts";
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

/** Who pressed, on which run, and the captains they could bring. */
interface Scene {
  readonly member: Member;
  readonly run: Run;
  readonly captains: readonly RosterCaptain[];
}

/** Join on the card: at once, or after it is known which captain comes along, and as what. */
export async function join(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const scene = await sceneOf(needs, click);
  const { member, run, captains } = scene;
  const { userId } = member;
  if (saidAtOnce(run, userId) !== undefined)
    return await change(needs, click, scene, (now) => joinRun(now, { userId }));
  return captains.length > 1
    ? reply(placed(click.onPrivateCard), whichCaptain(run, contentOfRun(needs, run), captains, "as"))
    : await come(needs, click, scene, captains[0], undefined);
}

/** A captain was picked from the list. */
export async function joinAs(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const scene = await sceneOf(needs, click);
  return await come(needs, click, scene, captainNamed(scene.captains, click.picked[0]), undefined);
}

/** A role was picked from the list; the captain stands in the custom id. */
export async function joinForRole(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const scene = await sceneOf(needs, click);
  const captain = captainNamed(scene.captains, click.args[1]);
  return await come(needs, click, scene, captain, roleNamed(click.picked[0]));
}

async function come(
  needs: LfgNeeds,
  click: Click,
  scene: Scene,
  captain: RosterCaptain | undefined,
  role: Role | undefined,
): Promise<APIInteractionResponse> {
  const { userId, guildId } = scene.member;
  insistOnEligible(needs, scene.run, captain);
  await noteTrace(needs.store, userId, guildId);
  return await change(
    needs,
    click,
    scene,
    (now) => joinRun(now, { userId, captain, role }),
    captain?.captainId,
  );
}

/** Nobody is asked for a captain here: who joins after all is. */
export async function tentatively(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const scene = await sceneOf(needs, click);
  const { member, run, captains } = scene;
  const { userId, guildId } = member;
  const { captain, refused } = fitting(contentOfRun(needs, run), run.minLevel, captains);
  if (refused !== undefined && signupOf(run, userId) === undefined)
    throw new Refusal(cannotCome(refused.captain, refused.why));
  await noteTrace(needs.store, userId, guildId);
  return await change(needs, click, scene, (now) =>
    standBy(now, { userId, captain: signupOf(now, userId)?.captain ?? captain }),
  );
}

export async function leave(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const scene = await sceneOf(needs, click);
  return await change(needs, click, scene, (run) => leaveRun(run, scene.member.userId));
}

export async function late(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const minutes = Number(click.picked[0]);
  const scene = await sceneOf(needs, click);
  return await change(needs, click, scene, (run) =>
    comeLate(run, scene.member.userId, Number.isFinite(minutes) ? minutes : 0),
  );
}

export async function changeRole(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const role = roleNamed(click.picked[0]);
  if (role === undefined) throw new Refusal(answerTexts.gone);
  const scene = await sceneOf(needs, click);
  return await change(needs, click, scene, (run) => switchRole(run, scene.member.userId, role));
}

/** Asks which other captain comes along. */
export async function askCaptain(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const { run, captains } = await sceneOf(needs, click);
  if (captains.length === 0) throw new Refusal(answerTexts.noCaptain);
  return reply(
    placed(click.onPrivateCard),
    whichCaptain(run, contentOfRun(needs, run), captains, "switch-captain"),
  );
}

export async function changeCaptain(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const scene = await sceneOf(needs, click);
  const captain = captainNamed(scene.captains, click.picked[0]);
  if (captain === undefined) throw new Refusal(answerTexts.gone);
  insistOnEligible(needs, scene.run, captain);
  return await change(needs, click, scene, (now) => switchCaptain(now, scene.member.userId, captain));
}

/** Decides and saves in one step; the answer is made from the document as it is on disk. */
async function change(
  needs: LfgNeeds,
  click: Click,
  { member, run: known, captains }: Scene,
  rule: (run: Run) => Ruling<SignUpSaid>,
  captainId = "default",
): Promise<APIInteractionResponse> {
  const { userId } = member;
  const deed = { ...member, now: needs.clock.now() };
  const changed = await changeRun(needs.store, member.guildId, known.runId, deed, rule);
  if (changed.outcome === "gone") throw new Refusal(answerTexts.gone);

  const placement = placed(click.onPrivateCard);
  const { run } = changed;
  if (changed.outcome === "changed" && changed.said.kind === "which-role")
    return reply(placement, whichRole(run, captainId));
  const sentence =
    changed.outcome === "again" ? standingInWords(run, userId) : inWords(run, changed.said, userId);
  const where = click.onPrivateCard ? undefined : whereCardIs(run, member.guildId, click.messageId);
  const words = where === undefined ? sentence : `${sentence}\n-# ${where}`;
  return reply(placement, signUpAnswer(run, words, userId, captains.length));
}

/** For who pressed a reminder, or an older copy of the card. */
function whereCardIs(run: Run, guildId: string, pressed: string | undefined): string | undefined {
  const link = cardLink(guildId, run);
  return link === undefined || pressed === run.card?.messageId ? undefined : answerTexts.cardIs(link);
}

async function sceneOf(needs: LfgNeeds, click: Click): Promise<Scene> {
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
