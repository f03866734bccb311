import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker, Member } from "../../src/bot/asker.ts";
import type { Click } from "../../src/bot/command.ts";
import { noteTrace } from "../../src/captains/traces.ts";
import { phaseAt } from "../../src/rewards/periods.ts";
import { boardLink } from "../../src/rewards/public-board.ts";
import { periodsOf, trackKey, tracks } from "../../src/rewards/store.ts";
import { claimTexts as say } from "../../src/rewards/text/claim.ts";
import { type Track, trackLimits } from "../../src/rewards/track.ts";
import { everybodyPage, rewardBoard } from "../../src/rewards/view/board.ts";
import { whichTrack } from "../../src/rewards/view/claim.ts";
import { minePanel } from "../../src/rewards/view/mine.ts";
import { hide, type WatchSaid, watch } from "../../src/rewards/watching.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { type Placement, placed, reply } from "../../src/ui/reply.ts";
import { escapeText } from "../../src/ui/text.ts";
import { knownTrack, memberOf, type RewardsNeeds, tracksMeant, userOf } from "./needs.ts";
import { nothing } from "./nothing.ts";

/** The board once more, for everybody to see; the one that is kept current stays where it is. */
export async function showBoard(
  needs: RewardsNeeds,
  asker: Asker,
  typed: string | undefined,
): Promise<APIInteractionResponse> {
  const member = memberOf(asker);
  const [track, ...others] = await tracksMeant(needs, member, typed, "any");
  if (track === undefined) return await nothing(needs, asker);
  const isOpen = [track, ...others].some((one) => phaseAt(one, needs.clock.now()).is !== "over");
  if (others.length > 0)
    return reply("private", whichTrack([track, ...others], "board", isOpen ? "open" : "earlier"));
  return await board(needs, member, track);
}

/** Which board it is was picked. */
export async function pickedBoard(needs: RewardsNeeds, { asker, picked }: Click) {
  const member = memberOf(asker);
  return await board(needs, member, await knownTrack(needs, member, picked[0]));
}

async function board({ store, clock }: RewardsNeeds, { guildId }: Member, track: Track) {
  const all = await periodsOf(store, guildId, track, clock.now());
  return reply("public", rewardBoard(track, all, clock.now()));
}

export async function everybody(
  { store, clock, ...needs }: RewardsNeeds,
  { asker, args: [trackId, page = "1"], onPrivateCard }: Click,
): Promise<APIInteractionResponse> {
  const member = memberOf(asker);
  const track = await knownTrack({ ...needs, store, clock }, member, trackId);
  const all = await periodsOf(store, member.guildId, track, clock.now());
  return reply(placed(onPrivateCard), everybodyPage(track, all, clock.now(), Number(page)));
}

export async function mine(needs: RewardsNeeds, { asker, args: [trackId], onPrivateCard }: Click) {
  const member = memberOf(asker);
  return await panel(needs, member, await knownTrack(needs, member, trackId), placed(onPrivateCard));
}

/** "Remind me" and "Stop reminding me", wherever they are pressed. */
export async function remind(
  needs: RewardsNeeds,
  { asker, args: [trackId], onPrivateCard }: Click,
  wish: "remind" | "stop",
): Promise<APIInteractionResponse> {
  const member = memberOf(asker);
  const known = await knownTrack(needs, member, trackId);
  if (wish === "remind") await noteTrace(needs.store, member.userId, member.guildId);
  const now = needs.clock.now();
  const { track, said } = await changeTrack(needs, member, known, (before) =>
    watch(before, member.userId, wish, now),
  );
  const { reminders } = await userOf(needs, member);
  const isOff = reminders.by === "off" && wish === "remind";
  const notice = [inWords(said, track), ...(isOff ? [say.watchingOff] : [])].join("\n");
  return await panel(needs, member, track, placed(onPrivateCard), notice);
}

/** A member keeps out of the officers' list, or stands in it again. */
export async function keepOut(
  needs: RewardsNeeds,
  { asker, args: [trackId], onPrivateCard }: Click,
  wish: "hide" | "show",
): Promise<APIInteractionResponse> {
  const member = memberOf(asker);
  const known = await knownTrack(needs, member, trackId);
  if (wish === "hide") await noteTrace(needs.store, member.userId, member.guildId);
  const { track } = await changeTrack(needs, member, known, (before) => ({
    track: hide(before, member.userId, wish),
    said: undefined,
  }));
  const notice = wish === "hide" ? say.hiddenNow : say.shownNow;
  return await panel(needs, member, track, placed(onPrivateCard), notice);
}

/** Decides and saves in one step; the track as it is on disk. */
export async function changeTrack<Said>(
  { store }: RewardsNeeds,
  { guildId }: Member,
  { trackId }: Track,
  rule: (track: Track) => { readonly track: Track; readonly said: Said },
): Promise<{ readonly track: Track; readonly said: Said }> {
  const changed = await store.decide(trackKey(guildId, trackId), tracks, (before) => {
    const ruled = before && rule(before);
    return { document: ruled?.track, outcome: ruled };
  });
  if (changed === undefined) throw new Refusal(say.gone);
  return changed;
}

async function panel(
  { store, clock }: RewardsNeeds,
  { guildId, userId }: Member,
  track: Track,
  placement: Placement,
  notice?: string,
): Promise<APIInteractionResponse> {
  const all = await periodsOf(store, guildId, track, clock.now());
  const look = { userId, now: clock.now(), notice, link: boardLink(guildId, track) };
  return reply(placement, minePanel(track, all, look));
}

function inWords(said: WatchSaid, { title: plain, cadence }: Track): string {
  const title = escapeText(plain);
  switch (said) {
    case "watching":
      return cadence === "cooldown" ? say.watchingHours(title) : say.watching(title);
    case "already":
      return say.alreadyWatching(title);
    case "not-watching":
      return say.notWatching(title);
    case "too-many":
      return say.tooManyWatch(title, trackLimits.watchers);
  }
}
