import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker } from "../../src/bot/asker.ts";
import type { Click } from "../../src/bot/command.ts";
import { withDebts } from "../../src/rewards/debts.ts";
import { phaseAt } from "../../src/rewards/periods.ts";
import { periodsOf } from "../../src/rewards/store.ts";
import { openTexts as say } from "../../src/rewards/text/open.ts";
import type { Track } from "../../src/rewards/track.ts";
import { whichTrack } from "../../src/rewards/view/claim.ts";
import { closedNote, closeQuestion } from "../../src/rewards/view/open.ts";
import { text } from "../../src/ui/card.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { type Placement, placed, reply } from "../../src/ui/reply.ts";
import { escapeText } from "../../src/ui/text.ts";
import { changeTrack } from "./members.ts";
import { knownTrack, officerOf, type RewardsNeeds, tracksMeant } from "./needs.ts";
import { nothing } from "./nothing.ts";
import { insistOnRoom } from "./room.ts";

/** `/rewards close`: asks once before it is done. */
export async function close(
  needs: RewardsNeeds,
  asker: Asker,
  typed: string | undefined,
): Promise<APIInteractionResponse> {
  const { member } = await officerOf(needs, asker);
  const [track, ...others] = await tracksMeant(needs, member, typed, "open");
  if (track === undefined) return await nothing(needs, asker);
  if (others.length > 0) return reply("private", whichTrack([track, ...others], "close"));
  return await ask(needs, asker, track.trackId, "private");
}

/** A button that names the track, or a pick from the list. */
export function askToClose(needs: RewardsNeeds, { asker, args, picked, onPrivateCard }: Click) {
  return ask(needs, asker, args[0] ?? picked[0], placed(onPrivateCard));
}

async function ask(
  needs: RewardsNeeds,
  asker: Asker,
  trackId: string | undefined,
  placement: Placement,
): Promise<APIInteractionResponse> {
  const { member } = await officerOf(needs, asker);
  const track = await knownTrack(needs, member, trackId);
  insistOnOpen(track, needs.clock.now());
  const all = await periodsOf(needs.store, member.guildId, track, needs.clock.now());
  const claims = all.reduce((sum, { claims: made }) => sum + made.length, 0);
  return reply(placement, closeQuestion(track, claims));
}

export async function closeNow(needs: RewardsNeeds, click: Click): Promise<APIInteractionResponse> {
  const { member } = await officerOf(needs, click.asker);
  const known = await knownTrack(needs, member, click.args[0]);
  const now = needs.clock.now();
  const { track } = await changeTrack(needs, member, known, (before) => ({
    track: phaseAt(before, now).is === "over" ? before : withDebts({ ...before, closedAt: now }, now),
    said: undefined,
  }));
  return reply(placed(click.onPrivateCard), closedNote(track));
}

export async function reopen(needs: RewardsNeeds, click: Click): Promise<APIInteractionResponse> {
  const { member } = await officerOf(needs, click.asker);
  const known = await knownTrack(needs, member, click.args[0]);
  const now = needs.clock.now();
  insistOnOpen(unclosed(known), now);
  await insistOnRoom(needs, member, known);
  const { track } = await changeTrack(needs, member, known, (before) => ({
    track: phaseAt(unclosed(before), now).is === "over" ? before : withDebts(unclosed(before), now),
    said: undefined,
  }));
  return reply(placed(click.onPrivateCard), [text(say.reopened(escapeText(track.title)))]);
}

export async function keep(needs: RewardsNeeds, click: Click): Promise<APIInteractionResponse> {
  const { member } = await officerOf(needs, click.asker);
  const track = await knownTrack(needs, member, click.args[0]);
  return reply(placed(click.onPrivateCard), [text(say.kept(escapeText(track.title)))]);
}

function unclosed({ closedAt: _closedAt, ...track }: Track): Track {
  return track;
}

function insistOnOpen(track: Track, now: number): void {
  if (phaseAt(track, now).is === "over") throw new Refusal(say.alreadyOver(escapeText(track.title)));
}
