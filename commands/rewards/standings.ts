import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker, Member } from "../../src/bot/asker.ts";
import type { Click } from "../../src/bot/command.ts";
import { type Deferred, deferred, lateMessage } from "../../src/bot/deferred.ts";
import { standingsOf, standingsTable } from "../../src/rewards/standings.ts";
import { periodsOf, tracksOf } from "../../src/rewards/store.ts";
import type { Track } from "../../src/rewards/track.ts";
import { whichTrack } from "../../src/rewards/view/claim.ts";
import { historyCard, historyPerPage, standingsCard, tableCard } from "../../src/rewards/view/standings.ts";
import { postPictures } from "../../src/rewards/watching.ts";
import { type Placement, placed, reply } from "../../src/ui/reply.ts";
import { changeTrack } from "./members.ts";
import { knownTrack, memberOf, officerOf, type RewardsNeeds, tracksMeant } from "./needs.ts";
import { nothing } from "./nothing.ts";

/** `/rewards standings`: who still needs it. */
export async function standings(
  needs: RewardsNeeds,
  asker: Asker,
  typed: string | undefined,
): Promise<APIInteractionResponse> {
  const { member } = await officerOf(needs, asker);
  const [track, ...others] = await tracksMeant(needs, member, typed, "any");
  if (track === undefined) return await nothing(needs, asker);
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
  { guildId, userId }: Member,
  track: Track,
  placement: Placement,
): Promise<APIInteractionResponse> {
  const all = await periodsOf(store, guildId, track, clock.now());
  return reply(placement, standingsCard(track, standingsOf(track, all, clock.now()), userId));
}

/** An officer stops the pictures, or has them posted again. */
export async function turnPictures(
  needs: RewardsNeeds,
  { asker, args: [trackId, wish], onPrivateCard }: Click,
): Promise<APIInteractionResponse> {
  const { member } = await officerOf(needs, asker);
  const known = await knownTrack(needs, member, trackId);
  const { track } = await changeTrack(needs, member, known, (before) => ({
    track: postPictures(before, wish === "on" ? "on" : "off"),
    said: undefined,
  }));
  return await show(needs, member, track, placed(onPrivateCard));
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

/** What there was and is, a page at a time. */
export async function history(
  needs: RewardsNeeds,
  asker: Asker,
  page: number,
  placement: Placement,
): Promise<APIInteractionResponse> {
  const { guildId, userId } = memberOf(asker);
  const { store, clock } = needs;
  const all = await tracksOf(store, guildId);
  if (all.length === 0) return await nothing(needs, asker);
  const pageCount = Math.ceil(all.length / historyPerPage);
  const number = Math.min(Math.max(Math.trunc(page) || 1, 1), pageCount);
  const shown = all.slice((number - 1) * historyPerPage, number * historyPerPage);
  const chapters = await Promise.all(
    shown.map(async (track) => ({ track, periods: await periodsOf(store, guildId, track, clock.now()) })),
  );
  return reply(placement, historyCard(chapters, { page: number, pageCount, userId, now: clock.now() }));
}
