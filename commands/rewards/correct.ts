import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Member } from "../../src/bot/asker.ts";
import type { Click } from "../../src/bot/command.ts";
import { memberIdIn } from "../../src/bot/member-id.ts";
import { defaultFirst } from "../../src/captains/captain.ts";
import { users } from "../../src/captains/store.ts";
import { noteTrace } from "../../src/captains/traces.ts";
import type { ClaimingCaptain, Period } from "../../src/rewards/claims.ts";
import { begunStretches, type CorrectResult, correctClaim, readTurn } from "../../src/rewards/correction.ts";
import { spansOf } from "../../src/rewards/periods.ts";
import { heapsOf } from "../../src/rewards/progress.ts";
import { emptyPeriod, periodKey, periods, periodsOf } from "../../src/rewards/store.ts";
import { standingsTexts as say } from "../../src/rewards/text/standings.ts";
import { stretchName } from "../../src/rewards/text/words.ts";
import type { Track } from "../../src/rewards/track.ts";
import { correctionCard, NOBODYS } from "../../src/rewards/view/correction.ts";
import { userKey } from "../../src/store/document-key.ts";
import { mention } from "../../src/ui/pieces.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { type Placement, placed, reply } from "../../src/ui/reply.ts";
import { knownTrack, officerOf, type RewardsNeeds } from "./needs.ts";

/** A member was picked whose claims are to be corrected. */
export function correct(needs: RewardsNeeds, { picked: [userId], ...click }: Click) {
  return look(needs, click, { who: userId });
}

/** One of the member's captains was picked, or what was claimed without one. */
export function correctFor(needs: RewardsNeeds, { picked: [picked], ...click }: Click) {
  return look(needs, click, { who: click.args[1], captainId: picked === NOBODYS ? "" : picked });
}

/** Earlier or later times were asked for. */
export function correctAt(needs: RewardsNeeds, click: Omit<Click, "picked">) {
  const [, who, captainId, at] = click.args;
  return look(needs, click, { who, captainId, around: Number(at) || undefined });
}

async function look(
  needs: RewardsNeeds,
  { asker, args: [trackId], onPrivateCard }: Omit<Click, "picked">,
  { who, ...wanted }: Omit<Wanted, "userId"> & { readonly who: string | undefined },
): Promise<APIInteractionResponse> {
  const { member } = await officerOf(needs, asker);
  const track = await knownTrack(needs, member, trackId);
  if (track.startsAt > needs.clock.now()) throw new Refusal(say.notBegun);
  return await show(
    needs,
    member,
    track,
    { userId: memberIdIn(who, say.pickMember), ...wanted },
    placed(onPrivateCard),
  );
}

interface Wanted {
  readonly userId: string;
  /** Empty for what was claimed without a captain; missing where none was picked. */
  readonly captainId?: string | undefined;
  readonly around?: number | undefined;
  readonly notice?: string | undefined;
}

async function show(
  needs: RewardsNeeds,
  member: Member,
  track: Track,
  wanted: Wanted,
  placement: Placement,
): Promise<APIInteractionResponse> {
  const { all, captains, captain, now } = await seen(needs, member, track, wanted);
  const { userId, around, notice } = wanted;
  return reply(placement, correctionCard(track, all, { userId, captain, captains, now, around, notice }));
}

/** What a card shows of a member, and of which of their captains. */
async function seen(
  needs: RewardsNeeds,
  { guildId }: Member,
  track: Track,
  { userId, captainId }: Pick<Wanted, "userId" | "captainId">,
) {
  const now = needs.clock.now();
  const all = await periodsOf(needs.store, guildId, track, now);
  const captains = await captainsFor(needs, track, all, userId);
  const isMeant = (one: ClaimingCaptain | undefined) => (one?.captainId ?? "") === captainId;
  const captain = captains.some(isMeant) ? captains.find(isMeant) : captains[0];
  return { all, captains, captain, now };
}

/** A time was picked: a claim is noted there, or the one that was shown is taken back. */
export async function turnClaim(
  needs: RewardsNeeds,
  { picked: [name = ""], ...click }: Click,
): Promise<APIInteractionResponse> {
  const [trackId, who, captainId = ""] = click.args;
  const { member } = await officerOf(needs, click.asker);
  const { store } = needs;
  const track = await knownTrack(needs, member, trackId);
  const userId = memberIdIn(who, say.pickMember);
  const { captain, now } = await seen(needs, member, track, { userId, captainId });
  const turn = readTurn(name);
  if (turn === undefined || (captain?.captainId ?? "") !== captainId)
    return await look(needs, click, { who, captainId, around: turn?.plannedAt, notice: say.olderList });
  const stretch = begunStretches(track, now).find((one) => one.plannedAt === turn.plannedAt);
  const span = stretch && spansOf(track).findLast((one) => one.plannedAt <= stretch.plannedAt);
  if (stretch === undefined || span === undefined) throw new Refusal(say.noSuchPeriod);

  for (const named of [userId, member.userId]) await noteTrace(store, named, member.guildId);
  const key = periodKey(member.guildId, track.trackId, span.plannedAt);
  const outcome = await store.decide(key, periods, (stored) =>
    correctClaim(stored ?? emptyPeriod(track.trackId, span.plannedAt), track, stretch, {
      takes: turn.takes,
      userId,
      captain,
      officerId: member.userId,
      interactionId: member.interactionId,
      now,
    }),
  );
  const notice = inWords(outcome, mention(userId), stretchName(track, stretch.number));
  const wanted = { userId, captainId, around: stretch.plannedAt, notice };
  return await show(needs, member, track, wanted, placed(click.onPrivateCard));
}

function inWords(outcome: CorrectResult, who: string, name: string): string {
  switch (outcome) {
    case "taken-back":
      return say.taken(who, name);
    case "noted":
    case "again":
      return say.noted(who, name);
    case "claimed-already":
      return say.claimedAlready(who, name);
    case "gone":
      return say.takenAlready(who, name);
    case "too-close":
      return say.tooClose(who, name);
  }
}

/**
 * Whose claims there may be: nobody's where the account counts, else of those that the member told of, and that claimed;
 * `undefined` stands for what was claimed without a captain.
 */
async function captainsFor(
  { store }: RewardsNeeds,
  track: Track,
  all: readonly Period[],
  userId: string,
): Promise<readonly (ClaimingCaptain | undefined)[]> {
  if (track.per === "account") return [];
  const told = defaultFirst(await store.read(userKey(userId), users)).map(({ captainId, name }) => ({
    captainId,
    name,
  }));
  const claimed = heapsOf(track, all, userId).flatMap(({ captain, claims }) =>
    claims.length > 0 ? [captain] : [],
  );
  const known = [...told, ...claimed];
  return known.filter(
    (captain, at) => known.findIndex((one) => one?.captainId === captain?.captainId) === at,
  );
}
