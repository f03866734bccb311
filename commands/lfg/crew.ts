import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Click } from "../../src/bot/command.ts";
import { memberIdIn } from "../../src/bot/member-id.ts";
import { noteTrace } from "../../src/captains/traces.ts";
import { inBerth } from "../../src/runs/berths.ts";
import { tooMany } from "../../src/runs/call.ts";
import { pingRoster } from "../../src/runs/debts.ts";
import { fitting } from "../../src/runs/eligibility.ts";
import { handOver, mayLead } from "../../src/runs/lead.ts";
import { type Role, type Ruling, roles, seated, signupOf } from "../../src/runs/run.ts";
import { type JoinSaid, joinRun, type LeaveSaid, leaveRun } from "../../src/runs/sign-up.ts";
import { answerTexts, ineligibleInWords } from "../../src/runs/text/answers.ts";
import { manageTexts as say } from "../../src/runs/text/manage.ts";
import { roleForAdded } from "../../src/runs/view/manage.ts";
import { mention } from "../../src/ui/pieces.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { escapeText } from "../../src/ui/text.ts";
import { decide, ownRun, pickedMember } from "./leading.ts";
import { contentOfRun, type LfgNeeds, rosterCaptains, userOf } from "./needs.ts";

type NotLeader = { readonly kind: "not-leader" };
const NOT_LEADER: NotLeader = { kind: "not-leader" };

export async function giveLead(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const { run: known, member } = await ownRun(needs, click);
  const to = pickedMember(click);
  insistOnMember(click, to);
  const planned = { runId: known.runId, leaderId: to };
  return await inBerth(needs.store, member.guildId, planned, needs.clock.now(), async (open) => {
    if (to !== known.leaderId && tooMany(open, planned) === "too-many-of-yours")
      throw new Refusal(say.leadsEnough(mention(to)));
    await noteTrace(needs.store, to, member.guildId);
    return await decide(
      needs,
      click,
      (run, lead) => handOver(run, lead, to),
      () => say.handedOver(mention(to)),
    );
  });
}

export function ping(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const now = needs.clock.now();
  return decide(
    needs,
    click,
    (run, lead): Ruling<{ readonly kind: "pinged" | "lately" | "nobody" | "over" } | NotLeader> => {
      if (!mayLead(run, lead)) return { run, said: NOT_LEADER };
      if (run.state === "over") return { run, said: { kind: "over" } };
      if (seated(run).every(({ userId }) => userId === lead.userId)) return { run, said: { kind: "nobody" } };
      const called = pingRoster(run, lead.userId, now);
      return { run: called, said: { kind: called === run ? "lately" : "pinged" } };
    },
    ({ kind }) => (kind === "pinged" ? say.pinged : kind === "lately" ? say.pingedLately : say.nobodyToPing),
  );
}

/** The leader brings somebody along, as the captain they picked before, or the first of theirs that can come. */
export async function add(
  needs: LfgNeeds,
  click: Click,
  to = pickedMember(click),
  role?: Role,
): Promise<APIInteractionResponse> {
  const { run, member } = await ownRun(needs, click);
  insistOnMember(click, to);
  const captains = rosterCaptains(await userOf(needs, { ...member, userId: to }));
  const { captain, refused } = fitting(contentOfRun(needs, run), run.minLevel, captains);
  if (refused !== undefined) throw new Refusal(say.cannotAdd(mention(to), ineligibleInWords(refused.why)));

  await noteTrace(needs.store, to, member.guildId);
  return await decide(
    needs,
    click,
    (now, lead): Ruling<JoinSaid | NotLeader> =>
      mayLead(now, lead)
        ? joinRun(now, {
            userId: to,
            captain: signupOf(now, to)?.captain ?? captain,
            role,
            addedBy: member.userId,
          })
        : { run: now, said: NOT_LEADER },
    (said, now) => {
      switch (said.kind) {
        case "seated":
          return say.added(mention(to), said.place);
        case "waiting":
          return say.addedWaiting(mention(to), said.place);
        case "already":
          return say.addedAlready(mention(to));
        case "which-role":
          return { ask: roleForAdded(now, to) };
        case "started-full":
          return answerTexts.startedFull(escapeText(now.title));
        default:
          return answerTexts.tooMany(escapeText(now.title));
      }
    },
  );
}

/** What somebody brings was picked from the list; whom it is stands in the custom id. */
export function addAs(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const role = roles.find((one) => one === click.picked[0]);
  return add(needs, click, memberIdIn(click.args[1], answerTexts.gone), role);
}

export function takeOut(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const who = pickedMember(click);
  return decide(
    needs,
    click,
    (run, lead): Ruling<LeaveSaid | NotLeader> =>
      mayLead(run, lead) ? leaveRun(run, who) : { run, said: NOT_LEADER },
    ({ kind }) => (kind === "left" ? say.removed(mention(who)) : say.notIn(mention(who))),
  );
}

function insistOnMember({ resolved }: Click, userId: string): void {
  if (resolved.isBot(userId)) throw new Refusal(say.isBot(mention(userId)));
  if (resolved.isStranger(userId)) throw new Refusal(say.leftServer(mention(userId)));
}
