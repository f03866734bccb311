import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker } from "../../src/bot/asker.ts";
import type { Click } from "../../src/bot/command.ts";
import { postponeRuns, runsUntil } from "../../src/runs/postpone.ts";
import { openRuns, runIdFor } from "../../src/runs/store.ts";
import { postponeTexts as say } from "../../src/runs/text/postpone.ts";
import { postponeQuestion } from "../../src/runs/view/postpone.ts";
import type { Store } from "../../src/store/store.ts";
import type { Clock } from "../../src/time/clock.ts";
import { readDuration } from "../../src/time/duration.ts";
import { text } from "../../src/ui/card.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { reply } from "../../src/ui/reply.ts";
import { escapeText } from "../../src/ui/text.ts";
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
  const { guildId, interactionId } = (await officerOf(needs.store, asker)).member;
  const byMs = lengthIn(by);
  const until = needs.clock.now() + (within === undefined ? DAY_MS : lengthIn(within));
  const moving = await concerned(needs, guildId, until);
  return reply("private", postponeQuestion(moving, byMs, until, runIdFor(interactionId)));
}

/** Agreed to: those that begin until then are looked for once more, because some may be new. */
export async function postpone(
  needs: PostponeNeeds,
  { asker, args: [by = "", until = "", questionId = ""] }: Click,
): Promise<APIInteractionResponse> {
  const { guildId } = (await officerOf(needs.store, asker)).member;
  const byMs = withinReach(/^\d{1,12}$/.test(by) ? Number(by) : 0);
  const moving = await concerned(needs, guildId, /^\d{1,15}$/.test(until) ? Number(until) : 0);
  const postponement = { questionId, moving, byMs };
  const isNew = await postponeRuns(needs.store, guildId, postponement, needs.clock.now());
  return reply("in-place", [text(isNew ? say.done(moving.length) : say.doneBefore)]);
}

/** Not agreed to. */
export async function leaveRuns({ store }: PostponeNeeds, { asker }: Click): Promise<APIInteractionResponse> {
  await officerOf(store, asker);
  return reply("in-place", [text(say.kept)]);
}

async function concerned({ store, clock }: PostponeNeeds, guildId: string, until: number) {
  const now = clock.now();
  const moving = runsUntil(await openRuns(store, guildId, now), now, until);
  if (moving.length === 0) throw new Refusal(say.none);
  return moving;
}

/** "1 day" is a length too, where no hour of a day is asked for. */
function lengthIn(typed: string): number {
  const days = /^(?:by\s+)?(\d{1,2}|a)\s*d(?:ays?)?$/i.exec(typed.trim())?.[1];
  const ms = days === undefined ? readDuration(typed.trim()) : (days === "a" ? 1 : Number(days)) * DAY_MS;
  if (ms === undefined) throw new Refusal(say.unreadable(escapeText(typed)));
  return withinReach(ms);
}

function withinReach(ms: number): number {
  if (ms < SHORTEST_MS || ms > LONGEST_MS) throw new Refusal(say.tooLong);
  return ms;
}
