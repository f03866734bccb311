import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker } from "../../src/bot/asker.ts";
import type { Click } from "../../src/bot/command.ts";
import { zoneOf } from "../../src/bot/zone.ts";
import { unsettledInWords } from "../../src/captains/view/time.ts";
import { lastAgreed, postponeRuns, runsUntil } from "../../src/runs/postpone.ts";
import type { Run } from "../../src/runs/run.ts";
import { openRuns, runIdFor } from "../../src/runs/store.ts";
import { gatherTexts } from "../../src/runs/text/gather.ts";
import { postponeTexts as say } from "../../src/runs/text/postpone.ts";
import { postponeQuestion } from "../../src/runs/view/postpone.ts";
import type { Store } from "../../src/store/store.ts";
import type { Clock } from "../../src/time/clock.ts";
import { readDuration } from "../../src/time/duration.ts";
import { type Here, readWhen } from "../../src/time/when.ts";
import { text } from "../../src/ui/card.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { reply } from "../../src/ui/reply.ts";
import { escapeText } from "../../src/ui/text.ts";
import { timestamp } from "../../src/ui/times.ts";
import { officerOf } from "./rights.ts";

export interface PostponeNeeds {
  readonly store: Store;
  readonly clock: Clock;
}

const DAY_MS = 24 * 3_600_000;
const LONGEST_MS = 14 * DAY_MS;
const SHORTEST_MS = 60_000;

/** Shows which runs would be moved to when; nothing is moved before that is agreed to. */
export async function askPostpone(
  needs: PostponeNeeds,
  asker: Asker,
  { by, within }: { readonly by: string; readonly within: string | undefined },
): Promise<APIInteractionResponse> {
  const { member } = await officerOf(needs.store, asker);
  const { guildId, interactionId } = member;
  const until = needs.clock.now() + (within === undefined ? DAY_MS : lengthIn(within));
  const { zone } = await zoneOf(needs, member);
  const length = lengthOf(by) ?? { startsAt: timeIn(by, { now: needs.clock.now(), zone }) };
  const after = await lastAgreed(needs.store, guildId);
  const all = await concerned(needs, guildId, until);
  const byMs = typeof length === "number" ? length : withinReach(length.startsAt - all[0].startsAt);
  const moving = ahead(needs, all, byMs);
  return reply(
    "private",
    postponeQuestion({ moving, byMs, until, questionId: runIdFor(interactionId), after }),
  );
}

/**
 * Agreed to: those that begin until then are looked for once more, because some may be new. Where another officer was
 * faster, it is asked again.
 */
export async function postpone(
  needs: PostponeNeeds,
  { asker, args: [by = "", until = "", questionId = "", after] }: Click,
): Promise<APIInteractionResponse> {
  const { store, clock } = needs;
  const { guildId, interactionId } = (await officerOf(store, asker)).member;
  const byMs = withinReach(/^\d{1,12}$/.test(by) ? Number(by) : 0);
  const untilMs = /^\d{1,15}$/.test(until) ? Number(until) : 0;
  const moving = ahead(needs, await concerned(needs, guildId, untilMs), byMs);
  switch (await postponeRuns(store, guildId, { questionId, after, moving, byMs }, clock.now())) {
    case "moved":
      return reply("in-place", [text(say.done(moving.length))]);
    case "moved-before":
      return reply("in-place", [text(say.doneBefore)]);
    case "overtaken": {
      const last = await lastAgreed(store, guildId);
      const now = ahead(needs, await concerned(needs, guildId, untilMs), byMs);
      const question = {
        moving: now,
        byMs,
        until: untilMs,
        questionId: runIdFor(interactionId),
        after: last,
      };
      return reply("in-place", postponeQuestion(question, say.overtaken));
    }
  }
}

/** Not agreed to. */
export async function leaveRuns({ store }: PostponeNeeds, { asker }: Click): Promise<APIInteractionResponse> {
  await officerOf(store, asker);
  return reply("in-place", [text(say.kept)]);
}

async function concerned(
  { store, clock }: PostponeNeeds,
  guildId: string,
  until: number,
): Promise<readonly [Run, ...Run[]]> {
  const now = clock.now();
  const [first, ...others] = runsUntil(await openRuns(store, guildId, now), now, until);
  if (first === undefined) throw new Refusal(say.none(timestamp(until, "long")));
  return [first, ...others];
}

/** Without those that have begun and would still lie in the past. */
function ahead({ clock }: PostponeNeeds, all: readonly Run[], byMs: number): readonly Run[] {
  const moving = all.filter(({ startsAt }) => startsAt + byMs > clock.now());
  if (moving.length === 0) throw new Refusal(say.tooLittle);
  return moving;
}

/** The first of the runs begins then, and the others keep their distance. */
function timeIn(typed: string, here: Here): number {
  const when = readWhen(typed, here);
  if (when.kind === "at") return when.at;
  if (when.kind === "unreadable") throw new Refusal(say.unreadable(escapeText(typed)));
  const past = (shown: string, at: number) => gatherTexts.past(shown, timestamp(at, "relative"));
  throw new Refusal(`${unsettledInWords(typed, when, past)} ${say.again}`);
}

function lengthIn(typed: string): number {
  const ms = lengthOf(typed);
  if (ms === undefined) throw new Refusal(say.unreadable(escapeText(typed)));
  return ms;
}

/** "1 day" is a length too, where no hour of a day is asked for. */
function lengthOf(typed: string): number | undefined {
  const days = /^(?:by\s+)?(\d{1,2}|a)\s*d(?:ays?)?$/i.exec(typed.trim())?.[1];
  const ms = days === undefined ? readDuration(typed.trim()) : (days === "a" ? 1 : Number(days)) * DAY_MS;
  return ms === undefined ? undefined : withinReach(ms);
}

function withinReach(ms: number): number {
  if (ms < SHORTEST_MS || ms > LONGEST_MS) throw new Refusal(say.tooLong);
  return ms;
}
