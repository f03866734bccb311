import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker, Member } from "../../src/bot/asker.ts";
import type { Click } from "../../src/bot/command.ts";
import { captainNamed, defaultFirst } from "../../src/captains/captain.ts";
import type { User } from "../../src/captains/store.ts";
import { noteTrace } from "../../src/captains/traces.ts";
import { type ClaimingCaptain, type ClaimResult, claimReward, claimsBy } from "../../src/rewards/claims.ts";
import { phaseAt, type Span, spansOf } from "../../src/rewards/periods.ts";
import { heapsOf, progressOf } from "../../src/rewards/progress.ts";
import { emptyPeriod, periodKey, periods, periodsOf } from "../../src/rewards/store.ts";
import { claimTexts as say } from "../../src/rewards/text/claim.ts";
import type { Track } from "../../src/rewards/track.ts";
import {
  alreadyInWords,
  type Claimed,
  claimedAnswer,
  closedMeanwhile,
  whichCaptain,
  whichChoice,
  whichTrack,
} from "../../src/rewards/view/claim.ts";
import { text } from "../../src/ui/card.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { type Placement, placed, reply } from "../../src/ui/reply.ts";
import { escapeText, shorten } from "../../src/ui/text.ts";
import { timestamp } from "../../src/ui/times.ts";
import { giveEarlier } from "./give.ts";
import { knownTrack, memberOf, type RewardsNeeds, tracksMeant, userOf } from "./needs.ts";
import { nothing } from "./nothing.ts";

interface Wish {
  readonly choice?: number | undefined;
  readonly captain?: ClaimingCaptain | undefined;
  /** The planned start of the period that the button was about; missing where it is about whichever is running. */
  readonly plannedAt?: string | undefined;
}

/** What was typed: any of it may be missing, and is asked for. */
export async function claim(
  needs: RewardsNeeds,
  asker: Asker,
  typed: {
    readonly track?: string | undefined;
    readonly choice?: string | undefined;
    readonly captain?: string | undefined;
  },
): Promise<APIInteractionResponse> {
  const member = memberOf(asker);
  const [track, ...others] = await tracksMeant(needs, member, typed.track, "open");
  if (track === undefined) return await nothing(needs, asker);
  if (others.length > 0) return reply("private", whichTrack([track, ...others], "claim-in"));
  const user = await userOf(needs, member);
  const captain = typed.captain === undefined ? undefined : captainNamed(user, typed.captain);
  if (typed.captain !== undefined && captain === undefined)
    throw new Refusal(say.noSuchCaptain(escapeText(shorten(typed.captain, 40))));
  const choice = typed.choice === undefined ? undefined : choiceCalled(track, typed.choice);
  return await go(needs, member, track, { choice, captain }, "private");
}

/** The button on a board or a reminder. */
export async function claimHere(needs: RewardsNeeds, click: Click, trackId = click.args[0]) {
  const member = memberOf(click.asker);
  const track = await knownTrack(needs, member, trackId);
  return await go(needs, member, track, { plannedAt: click.args[1] }, placed(click.onPrivateCard));
}

/** Which captain it is for was picked; the period stands in the custom id. */
export async function claimFor(needs: RewardsNeeds, click: Click) {
  const member = memberOf(click.asker);
  const track = await knownTrack(needs, member, click.args[0]);
  const captain = ownCaptain(await userOf(needs, member), click.picked[0]);
  const wish = { captain, plannedAt: click.args[1] };
  return await go(needs, member, track, wish, placed(click.onPrivateCard));
}

/** Which reward was taken was pressed; the captain, if one was named, and the period stand in the custom id. */
export async function take(needs: RewardsNeeds, click: Click) {
  const member = memberOf(click.asker);
  const track = await knownTrack(needs, member, click.args[0]);
  const captain = click.args[2] ? ownCaptain(await userOf(needs, member), click.args[2]) : undefined;
  const choice = choiceAt(track, click.args[1]);
  const wish = { choice, captain, plannedAt: click.args[3] };
  return await go(needs, member, track, wish, placed(click.onPrivateCard));
}

/** From what is known so far to the claim, or to the next question. */
async function go(
  needs: RewardsNeeds,
  member: Member,
  track: Track,
  wish: Wish,
  placement: Placement,
): Promise<APIInteractionResponse> {
  const now = needs.clock.now();
  const span = runningSpan(track, now);
  const closed = wish.plannedAt && spansOf(track).find((one) => String(one.plannedAt) === wish.plannedAt);
  if (closed && closed.plannedAt !== span.plannedAt)
    return reply(placement, closedMeanwhile(track, closed, span, wish.captain));
  const user = await userOf(needs, member);
  const captains = defaultFirst(user).map(({ captainId, name }) => ({ captainId, name }));
  if (track.per === "captain" && wish.captain === undefined && captains.length > 1)
    return reply(placement, whichCaptain(track, span, captains));
  const named = wish.captain ?? (track.per === "captain" ? captains[0] : undefined);
  const captain = named && { captainId: named.captainId, name: named.name };

  const notes = await giveEarlier(needs, member, track, captain);
  const refuse = (why: string): never => {
    throw new Refusal([...notes, why].join("\n"));
  };
  const going = { track, span, captain, refuse };
  await insistOnMore(needs, member, going);
  const key = periodKey(member.guildId, track.trackId, span.plannedAt);
  const empty = emptyPeriod(track.trackId, span.plannedAt);
  const attempt = {
    userId: member.userId,
    at: now,
    interactionId: member.interactionId,
    ...(captain && { captain }),
  };
  const choice = wish.choice ?? (track.choices.length === 1 ? 0 : undefined);
  if (choice === undefined && track.choices.length > 1) {
    const { outcome } = claimReward((await needs.store.read(key, periods)) ?? empty, track, attempt);
    insistOnClaim(going, outcome);
    return reply(placement, [...notes.map(text), ...whichChoice(track, span, captain)]);
  }

  await noteTrace(needs.store, member.userId, member.guildId);
  const result = await needs.store.decide(key, periods, (stored) => {
    const { document, outcome } = claimReward(stored ?? empty, track, {
      ...attempt,
      ...(choice === undefined ? {} : { choice }),
    });
    return { document: outcome.outcome === "claimed" ? document : stored, outcome };
  });
  const made = insistOnClaim(going, result);
  const answer = claimedAnswer(await claimed(needs, member, track, span, made));
  return reply(placement, [...notes.map(text), ...answer]);
}

/** A claim on its way. Where it ends, the reason is told. */
interface Going {
  readonly track: Track;
  readonly span: Span;
  readonly captain: ClaimingCaptain | undefined;
  readonly refuse: (why: string) => never;
}

/** Who has everything gets no more; what they claimed in the running period is told as any second claim. */
async function insistOnMore(
  { store, clock }: RewardsNeeds,
  { guildId, userId, interactionId }: Member,
  { track, span: { plannedAt }, captain, refuse }: Going,
): Promise<void> {
  const all = await periodsOf(store, guildId, track, clock.now());
  const earlier = all.filter((one) => track.cadence === "cooldown" || one.plannedAt < plannedAt);
  const own = earlier.flatMap((one) => claimsBy(one, track.per, { userId, captain }));
  const isHeard = own.some((one) => one.interactionId === interactionId);
  if (own.length < track.needed || isHeard) return;
  const whose =
    track.per === "captain" && captain !== undefined ? say.forCaptain(escapeText(captain.name)) : "";
  refuse(say.nothingLeft(escapeText(track.title), track.needed, whose));
}

/** A second claim, one that came too soon, one too many: said, and nothing is noted. */
function insistOnClaim({ track, span, refuse }: Going, result: ClaimResult) {
  switch (result.outcome) {
    case "claimed":
    case "again":
      return result.claim;
    case "already":
      return refuse(alreadyInWords(track, span, result.claim));
    case "too-soon": {
      const { nextAt } = result;
      return refuse(
        say.tooSoon(escapeText(track.title), timestamp(nextAt, "long"), timestamp(nextAt, "relative")),
      );
    }
    case "full":
      return refuse(say.full(escapeText(track.title)));
  }
}

/** What is to be said of a claim that is on disk. */
export async function claimed(
  needs: RewardsNeeds,
  member: Member,
  track: Track,
  span: Span,
  made: Claimed["claim"],
): Promise<Claimed> {
  const now = needs.clock.now();
  const all = await periodsOf(needs.store, member.guildId, track, now);
  const heaps = heapsOf(track, all, member.userId);
  const heap = heaps.find(({ claims }) => claims.some(({ at }) => at === made.at));
  const own = (await userOf(needs, member)).captains;
  const isTheirs = ({ captainId }: ClaimingCaptain) =>
    track.per === "account" || made.captain === undefined || captainId === made.captain.captainId;
  const levels = own.filter(isTheirs).flatMap(({ level }) => level ?? []);
  return {
    track,
    span,
    claim: made,
    progress: progressOf(track, heap?.claims ?? [made], now),
    isWatching: track.watchers.includes(member.userId),
    bestLevel: levels.length === 0 ? undefined : Math.max(...levels),
    now,
  };
}

function runningSpan(track: Track, now: number): Span {
  const phase = phaseAt(track, now);
  const title = escapeText(track.title);
  switch (phase.is) {
    case "running":
      return phase.span;
    case "ahead": {
      const { plannedAt } = phase.first;
      throw new Refusal(say.ahead(title, timestamp(plannedAt, "long"), timestamp(plannedAt, "relative")));
    }
    case "over":
      throw new Refusal(say.over(title, timestamp(phase.endedAt, "long")));
  }
}

function ownCaptain({ captains }: User, captainId = ""): ClaimingCaptain {
  const captain = captains.find((one) => one.captainId === captainId);
  if (captain === undefined) throw new Refusal(say.captainGone);
  return captain;
}

export function choiceAt({ choices }: Track, written = ""): number {
  const choice = /^\d{1,3}$/.test(written) ? Number(written) : -1;
  if (choices[choice] === undefined) throw new Refusal(say.noSuchChoice);
  return choice;
}

/** By its name, or the beginning of it. */
function choiceCalled({ choices }: Track, typed: string): number {
  const wanted = typed.trim().toLowerCase();
  const found = choices.findIndex(({ name }) => name.toLowerCase().includes(wanted));
  if (found === -1 || wanted === "") throw new Refusal(say.noSuchChoice);
  return found;
}
