import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Click, Submission } from "../../src/bot/command.ts";
import { memberIdIn } from "../../src/bot/member-id.ts";
import { noteTrace } from "../../src/captains/traces.ts";
import { isOfficer } from "../../src/guilds/officer.ts";
import { type Lead, mayLead } from "../../src/runs/lead.ts";
import type { Ruling, Run } from "../../src/runs/run.ts";
import { changeRun } from "../../src/runs/store.ts";
import { answerTexts } from "../../src/runs/text/answers.ts";
import { manageTexts as say } from "../../src/runs/text/manage.ts";
import { managePanel } from "../../src/runs/view/manage.ts";
import { text } from "../../src/ui/card.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { placed, reply } from "../../src/ui/reply.ts";
import { escapeText } from "../../src/ui/text.ts";
import { knownRun, type LfgNeeds, memberOf, settingsOf } from "./needs.ts";

/** A button, a menu or a form of the panel. */
export type Source = Click | Submission;

/** The panel, or one of its questions: for the leader and officers alone. */
export async function panel(
  needs: LfgNeeds,
  click: Click,
  draw: (run: Run) => ReturnType<typeof managePanel> = (run) => managePanel(run),
): Promise<APIInteractionResponse> {
  const { run } = await ownRun(needs, click);
  return reply(placed(click.onPrivateCard), draw(run));
}

type Notice = string | { readonly ask: ReturnType<typeof managePanel> };

type Told<Said> = Exclude<Said, { readonly kind: "not-leader" | "over" }>;

/** Decides and saves in one step, then shows the panel with what was done. */
export async function decide<Said extends { readonly kind: string }>(
  needs: LfgNeeds,
  source: Source,
  rule: (run: Run, lead: Lead) => Ruling<Said>,
  tell: (said: Told<Said>, run: Run) => Notice | Promise<Notice>,
): Promise<APIInteractionResponse> {
  const { member, lead, run: known } = await ownRun(needs, source);
  const deed = { ...member, now: needs.clock.now() };
  await noteTrace(needs.store, member.userId, member.guildId);
  const changed = await changeRun(needs.store, member.guildId, known.runId, deed, (run) => rule(run, lead));
  if (changed.outcome === "gone") throw new Refusal(answerTexts.gone);
  const placement = placed(source.onPrivateCard);
  if (changed.outcome === "again") return reply(placement, managePanel(changed.run));
  const { said, run } = changed;
  if (said.kind === "not-leader") throw new Refusal(say.notLeader);
  if (said.kind === "over") throw new Refusal(overOf(run));
  const notice = await tell(said as Told<Said>, run);
  if (typeof notice !== "string") return reply(placement, notice.ask);
  return reply(placement, mayLead(run, lead) ? managePanel(run, notice) : [text(notice)]);
}

/** The run of a button, for somebody who may lead it. */
export async function ownRun(needs: LfgNeeds, { asker, args }: Source) {
  const member = memberOf(asker);
  const run = await knownRun(needs, member, args[0]);
  const lead: Lead = {
    userId: member.userId,
    isOfficer: isOfficer(member, await settingsOf(needs, member)),
  };
  if (!mayLead(run, lead)) throw new Refusal(say.notLeader);
  return { member, run, lead };
}

export function overOf(run: Run): string {
  return say.over(escapeText(run.title));
}

export function pickedMember({ picked }: Click): string {
  return memberIdIn(picked[0], answerTexts.gone);
}
