import type { APIInteractionResponse, APIMessageTopLevelComponent } from "discord-api-types/v10";
import type { Member } from "../../src/bot/asker.ts";
import { noteTrace } from "../../src/captains/traces.ts";
import { insistOnPosting } from "../../src/guilds/posting.ts";
import { pingPauses } from "../../src/guilds/settings.ts";
import { inBerth } from "../../src/runs/berths.ts";
import { tooMany } from "../../src/runs/call.ts";
import { callFleet, withDebts } from "../../src/runs/debts.ts";
import { type Draft, dropDraft, keepDraft } from "../../src/runs/draft.ts";
import { takePing } from "../../src/runs/pings.ts";
import type { Run } from "../../src/runs/run.ts";
import { runKey, runs } from "../../src/runs/store.ts";
import { gatherTexts as say } from "../../src/runs/text/gather.ts";
import { whichRole } from "../../src/runs/view/answers.ts";
import { postedNote } from "../../src/runs/view/gather.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { type Placement, reply } from "../../src/ui/reply.ts";
import { escapeText } from "../../src/ui/text.ts";
import { timestamp } from "../../src/ui/times.ts";
import { missionOf } from "./content.ts";
import { type LfgNeeds, settingsOf } from "./needs.ts";
import { obstacleTo, type Plan, planOf, tooManyInWords } from "./plan.ts";
import { repeated, repeatNote } from "./repeat.ts";
import { tellWhoNeedsIt } from "./reward.ts";
import { timeOf } from "./time.ts";

/** From what somebody has said so far to the card of a run, or to the next question. */
export async function gather(
  needs: LfgNeeds,
  member: Member,
  draft: Draft,
  placement: Placement,
): Promise<APIInteractionResponse> {
  const ask = async (question: APIMessageTopLevelComponent[], said = draft) => {
    await noteTrace(needs.store, member.userId, member.guildId);
    await keepDraft(needs.store, member.guildId, { ...said, madeAt: needs.clock.now() });
    return reply(placement, question);
  };

  const mission = await missionOf(needs, member, draft);
  if ("question" in mission) return await ask(mission.question, { ...draft, when: mission.when });
  const { content, rest } = mission.found;
  const settled = { ...draft, slug: content.slug, when: draft.when ?? (rest === "" ? undefined : rest) };

  const time = await timeOf(needs, member, settled);
  if ("question" in time) return await ask(time.question, settled);
  const { run: once, captain } = await planOf(needs, member, settled, content, time.found.startsAt);
  const { startsAt } = time.found;
  const series = await repeated(needs, member, settled, once);
  if ("question" in series) return await ask(series.question, { ...settled, startsAt });
  const planned = series.found;

  const like = await obstacleTo(needs, member, planned, settled);
  if (like !== undefined) return await ask(like, { ...settled, startsAt });
  return await post(needs, member, settled, { run: planned, captain }, time.found.note, placement);
}

/** Saves the run, then posts its card. What cannot be posted is not kept. */
async function post(
  needs: LfgNeeds,
  member: Member,
  draft: Draft,
  { run: planned, captain }: Plan,
  timeNote: string,
  placement: Placement,
): Promise<APIInteractionResponse> {
  const { guildId, userId } = member;
  if (planned.channelId === member.channelId) insistOnPosting(member, say.posting);
  const key = runKey(guildId, planned.runId);
  await noteTrace(needs.store, userId, guildId);
  const fresh = withDebts(undefined, planned, needs.clock.now(), userId);
  const isNew = await create(needs, guildId, fresh);
  const run = isNew ? fresh : ((await needs.store.read(key, runs)) ?? fresh);

  const posted = await needs.cards.post(guildId, run);
  if (posted.outcome === "refused") {
    await needs.store.remove(key);
    throw new Refusal(say.refusedThere(`<#${posted.channelId}>`));
  }
  const pinged = draft.ping && isNew ? await callOut(needs, member, run) : [];
  const told = await tellWhoNeedsIt(needs, member, draft, run);
  await dropDraft(needs.store, guildId, draft.draftId);
  const title = escapeText(run.title);
  const first = posted.outcome === "posted" ? say.posted(title, posted.link) : say.postedLater(title);
  const repeats = await repeatNote(needs, member, draft, run);
  const roles = run.roles.length > 0 && run.signups.length === 0 ? whichRole(run, captain?.captainId) : [];
  return reply(placement, postedNote(run, [first, timeNote, ...repeats, ...pinged, ...told], roles));
}

/**
 * What was found before the questions were answered may have changed by now, and two may be made at once. False when
 * this very run was made already.
 */
function create({ store, clock }: LfgNeeds, guildId: string, run: Run): Promise<boolean> {
  return inBerth(store, guildId, run, clock.now(), (open) => {
    const because = tooMany(open, run);
    if (because !== undefined) throw new Refusal(tooManyInWords[because]);
    return store.create(runKey(guildId, run.runId), runs, run);
  });
}

/** Tells the fleet's ping role, if it may be told again: once the run is not taken back any more. */
async function callOut(needs: LfgNeeds, member: Member, { runId }: Run): Promise<readonly string[]> {
  const { store, clock } = needs;
  const { guildId } = member;
  const now = clock.now();
  const { pingRoleId, pingMinutes = pingPauses.usual } = await settingsOf(needs, member);
  if (pingRoleId === undefined) return [say.noPingRole];
  const taken = await takePing(store, guildId, pingMinutes * 60_000, now);
  if (taken.outcome === "lately") return [say.pingedLately(timestamp(taken.until, "relative"))];
  await store.update(runKey(guildId, runId), runs, (run) => run && callFleet(run, pingRoleId, now));
  return [say.pinged(`<@&${pingRoleId}>`)];
}
