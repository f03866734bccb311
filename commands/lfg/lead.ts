import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Click } from "../../src/bot/command.ts";
import { inBerth } from "../../src/runs/berths.ts";
import { tooMany } from "../../src/runs/call.ts";
import { cancelRun, finishRun, splitRun, startRun, turnLock, unfinishable } from "../../src/runs/lead.ts";
import { storeOffshoot } from "../../src/runs/offshoot.ts";
import { cardLink } from "../../src/runs/public-card.ts";
import { NOBODY, seated, waiting } from "../../src/runs/run.ts";
import { cancelSeries, endSeries } from "../../src/runs/series.ts";
import { repeats } from "../../src/runs/series-hour.ts";
import { runIdFor } from "../../src/runs/store.ts";
import { gatherTexts } from "../../src/runs/text/gather.ts";
import { manageTexts as say } from "../../src/runs/text/manage.ts";
import { ALL, attendanceQuestion, cancelQuestion, managePanel } from "../../src/runs/view/manage.ts";
import { mention } from "../../src/ui/pieces.ts";

import { Refusal } from "../../src/ui/refusal.ts";
import { placed, reply } from "../../src/ui/reply.ts";
import { escapeText } from "../../src/ui/text.ts";
import { decide, overOf, ownRun, panel } from "./leading.ts";
import type { LfgNeeds } from "./needs.ts";

/** Cancelling asks first, unless nobody else is concerned. The whole series goes when the custom id says so. */
export async function cancel(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const { run } = await ownRun(needs, click);
  if (run.state === "over") throw new Refusal(overOf(run));
  return run.signups.some(({ userId }) => userId !== run.leaderId)
    ? reply(placed(click.onPrivateCard), cancelQuestion(run, isAll(click)))
    : await cancelNow(needs, click);
}

export function cancelNow(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  if (!isAll(click))
    return decide(needs, click, cancelRun, (_, run) =>
      (repeats(run) ? say.skipped : say.cancelled)(escapeText(run.title)),
    );
  return decide(needs, click, cancelSeries, ({ wasLast }, run) =>
    (wasLast ? say.cancelledAll : say.cancelledButNext)(escapeText(run.title)),
  );
}

function isAll({ args }: Click): boolean {
  return args[1] === ALL;
}

export function lock(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  return decide(needs, click, turnLock, ({ kind }) => {
    if (kind === "already-started") return say.alreadyStarted;
    return kind === "locked" ? say.locked : say.unlocked;
  });
}

export function start(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const now = needs.clock.now();
  return decide(
    needs,
    click,
    (run, lead) => startRun(run, lead, now),
    ({ kind }) => (kind === "started" ? say.started : say.alreadyStarted),
  );
}

export async function split(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const { run: known, member } = await ownRun(needs, click);
  const { guildId, interactionId } = member;
  const now = needs.clock.now();
  const runId = runIdFor(interactionId);
  const leaderId = waiting(known)[0]?.userId ?? NOBODY;
  return await inBerth(needs.store, guildId, { runId, leaderId }, now, (open) => {
    const hindrance = (userId: string) => tooMany(open, { runId, leaderId: userId });
    const mayLeadMore = (userId: string) => hindrance(userId) === undefined;
    return decide(
      needs,
      click,
      (run, lead) => splitRun(run, lead, runId, now, mayLeadMore),
      async (said, run) => {
        if (said.kind === "nobody-waits") return say.nobodyWaits;
        if (said.kind === "nobody-may-lead") {
          const isFleetFull = waiting(run).some(({ userId }) => hindrance(userId) === "too-many-here");
          return isFleetFull ? gatherTexts.tooManyHere : say.nobodyMayLead;
        }
        const made = await storeOffshoot(needs.store, guildId, run);
        const posted = made && (await needs.cards.post(guildId, made));
        const link = posted?.outcome === "posted" ? cardLink(guildId, posted.run) : undefined;
        return say.split(escapeText(run.title), mention(said.offshoot.leaderId), link);
      },
    );
  });
}

/** Ends what would come after this run. */
export function stopRepeating(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  return decide(needs, click, endSeries, ({ kind }) =>
    kind === "series-ended" ? say.seriesEnded : say.noSeries,
  );
}

/** Asks who was missing, once there was a run to be missed. */
export function askFinish(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  return panel(needs, click, (run) => {
    const why = unfinishable(run);
    return why === undefined ? attendanceQuestion(run) : managePanel(run, say.unfinishable[why]);
  });
}

/** Who was missing was picked, or who was missing too; nobody, when all were there. */
export function finish(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  return decide(
    needs,
    click,
    (run, lead) => {
      const crew = seated(run).map(({ userId }) => userId);
      const before = click.args[1] === "too" ? (run.present ?? crew) : crew;
      const there = before.filter((userId) => !click.picked.includes(userId));
      return finishRun(run, lead, there);
    },
    (said) => (said.kind === "finished" ? say.finished(said.present.length) : say.unfinishable[said.kind]),
  );
}
