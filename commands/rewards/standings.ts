import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker, Member } from "../../src/bot/asker.ts";
import type { Click } from "../../src/bot/command.ts";
import { type Deferred, deferred, lateMessage } from "../../src/bot/deferred.ts";
import { noteTrace } from "../../src/captains/traces.ts";
import { correctClaim } from "../../src/rewards/correction.ts";
import { spansOf } from "../../src/rewards/periods.ts";
import { standingsOf, standingsTable } from "../../src/rewards/standings.ts";
import { emptyPeriod, periodKey, periods, periodsOf, tracksOf } from "../../src/rewards/store.ts";
import { claimTexts } from "../../src/rewards/text/claim.ts";
import { standingsTexts as say } from "../../src/rewards/text/standings.ts";
import { periodName } from "../../src/rewards/text/words.ts";
import type { Track } from "../../src/rewards/track.ts";
import { whichTrack } from "../../src/rewards/view/claim.ts";
import {
  correctionCard,
  historyCard,
  historyPerPage,
  standingsCard,
  tableCard,
} from "../../src/rewards/view/standings.ts";
import { mention } from "../../src/ui/pieces.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { type Placement, reply } from "../../src/ui/reply.ts";
import { knownTrack, memberOf, officerOf, placed, type RewardsNeeds, tracksMeant } from "./needs.ts";

/** `/rewards standings`: who still needs it. */
export async function standings(
  needs: RewardsNeeds,
  asker: Asker,
  typed: string | undefined,
): Promise<APIInteractionResponse> {
  const { member } = await officerOf(needs, asker);
  const [track, ...others] = await tracksMeant(needs, member, typed, "any");
  if (others.length > 0) return reply("private", whichTrack([track, ...others], "standings"));
  return await show(needs, member, track, "private");
}

/** A button that names the track, or a pick from the list. */
export async function standingsOfTrack(needs: RewardsNeeds, { asker, args, picked, onPrivateCard }: Click) {
  const { member } = await officerOf(needs, asker);
  const track = await knownTrack(needs, member, args[0] ?? picked[0]);
  return await show(needs, member, track, placed(onPrivateCard));
}

async function show(
  { store, clock }: RewardsNeeds,
  { guildId }: Member,
  track: Track,
  placement: Placement,
): Promise<APIInteractionResponse> {
  const all = await periodsOf(store, guildId, track, clock.now());
  return reply(placement, standingsCard(track, standingsOf(track, all, clock.now())));
}

const FILE = "standings.csv";

export async function table(needs: RewardsNeeds, { asker, args: [trackId] }: Click): Promise<Deferred> {
  const { member } = await officerOf(needs, asker);
  const track = await knownTrack(needs, member, trackId);
  return deferred(async () => {
    const all = await periodsOf(needs.store, member.guildId, track, needs.clock.now());
    const data = standingsTable(track, standingsOf(track, all, needs.clock.now()));
    return lateMessage(tableCard(FILE), [{ name: FILE, data }]);
  });
}

/** A member was picked whose claims are to be corrected. */
export async function correct(needs: RewardsNeeds, { asker, args: [trackId], picked, onPrivateCard }: Click) {
  const { member } = await officerOf(needs, asker);
  const track = await knownTrack(needs, member, trackId);
  const now = needs.clock.now();
  if (track.startsAt > now) throw new Refusal(say.notBegun);
  const all = await periodsOf(needs.store, member.guildId, track, needs.clock.now());
  return reply(placed(onPrivateCard), correctionCard(track, all, memberIdIn(picked[0]), now));
}

/** A period was picked: a claim is noted there, or taken back. */
export async function turnClaim(
  needs: RewardsNeeds,
  { asker, args: [trackId, who], picked: [plannedAt], onPrivateCard }: Click,
): Promise<APIInteractionResponse> {
  const { member } = await officerOf(needs, asker);
  const { store, clock } = needs;
  const track = await knownTrack(needs, member, trackId);
  const userId = memberIdIn(who);
  const now = clock.now();
  const span = spansOf(track).find((one) => String(one.plannedAt) === plannedAt && one.plannedAt <= now);
  if (span === undefined) throw new Refusal(say.noSuchPeriod);

  for (const named of [userId, member.userId]) await noteTrace(store, named, member.guildId);
  const key = periodKey(member.guildId, track.trackId, span.plannedAt);
  const outcome = await store.decide(key, periods, (stored) =>
    correctClaim(stored ?? emptyPeriod(track.trackId, span.plannedAt), track, span, {
      userId,
      officerId: member.userId,
      interactionId: member.interactionId,
      now,
    }),
  );
  const tell = outcome === "taken-back" ? say.taken : say.noted;
  const notice = tell(mention(userId), periodName(track, span.number));
  const all = await periodsOf(store, member.guildId, track, now);
  return reply(placed(onPrivateCard), correctionCard(track, all, userId, now, notice));
}

/** What there was and is, a page at a time. */
export async function history(
  { store, clock }: RewardsNeeds,
  asker: Asker,
  page: number,
  placement: Placement,
): Promise<APIInteractionResponse> {
  const { guildId, userId } = memberOf(asker);
  const all = await tracksOf(store, guildId);
  if (all.length === 0) throw new Refusal(claimTexts.noneKnown);
  const pageCount = Math.ceil(all.length / historyPerPage);
  const number = Math.min(Math.max(Math.trunc(page) || 1, 1), pageCount);
  const shown = all.slice((number - 1) * historyPerPage, number * historyPerPage);
  const chapters = await Promise.all(
    shown.map(async (track) => ({ track, periods: await periodsOf(store, guildId, track, clock.now()) })),
  );
  return reply(placement, historyCard(chapters, { page: number, pageCount, userId, now: clock.now() }));
}

function memberIdIn(text: string | undefined): string {
  if (text === undefined || !/^\d{1,20}$/.test(text)) throw new Refusal(say.pickMember);
  return text;
}
