import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker, Member } from "../../src/bot/asker.ts";
import { noteTrace } from "../../src/captains/traces.ts";
import type { Mission } from "../../src/catalog/mission.ts";
import { overrides, overridesKey, slugCalled } from "../../src/guilds/overrides.ts";
import { insistOnPosting } from "../../src/guilds/posting.ts";
import type { Settings } from "../../src/guilds/settings.ts";
import { noDeliveries } from "../../src/reminders/delivery.ts";
import { withBoardOwed, withDebts } from "../../src/rewards/debts.ts";
import { dropDraft } from "../../src/rewards/draft.ts";
import { type RuleResult, ruleFor } from "../../src/rewards/opening.ts";
import { phaseAt } from "../../src/rewards/periods.ts";
import { trackIdFor, trackKey, tracks } from "../../src/rewards/store.ts";
import { openTexts as say } from "../../src/rewards/text/open.ts";
import { type Rule, type Track, trackLimits } from "../../src/rewards/track.ts";
import { openedNote } from "../../src/rewards/view/open.ts";
import { may } from "../../src/ui/permissions.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { type Placement, reply } from "../../src/ui/reply.ts";
import { escapeText, oneLine, shorten } from "../../src/ui/text.ts";
import { timestamp } from "../../src/ui/times.ts";
import { officerOf, type RewardsNeeds } from "./needs.ts";
import { alreadyOpen, insistOnRoom, letGoOfOldest } from "./room.ts";
import { type Asked, startOf } from "./start.ts";

/** From what an officer has said so far to the board of a track, or to the question when it starts. */
export async function open(
  needs: RewardsNeeds,
  asker: Asker,
  asked: Asked,
  placement: Placement,
): Promise<APIInteractionResponse> {
  const { member, settings } = await officerOf(needs, asker);
  const subject = await subjectOf(needs, member, asked.what);
  const rule = insistOnRule(needs, subject, ruleFor(subject.mission?.events?.at(-1), asked));
  const start = await startOf(needs, member, asked);
  if ("question" in start) return reply(placement, start.question);
  const track = newTrack(needs, member, settings, asked, subject, rule, start.found.startsAt);
  await insistOnRoom(needs, member, track);
  const answer = await post(
    needs,
    member,
    track,
    say.andThen(start.found.note, rule.cadence, asked.zone),
    placement,
  );
  await dropDraft(needs.store, member.guildId, asked.interactionId).catch(needs.report);
  await letGoOfOldest(needs, member).catch(needs.report);
  return answer;
}

interface Subject {
  readonly title: string;
  /** Of a mission or a task force: a run of it, once finished, offers the claim. */
  readonly slug: string | undefined;
  readonly mission: Mission | undefined;
}

/** The mission or task force that was named exactly, by the fleet or by everybody; else an event of the fleet's own. */
async function subjectOf(
  { catalog, index, store }: RewardsNeeds,
  { guildId }: Member,
  what: string,
): Promise<Subject> {
  const fleets = slugCalled(await store.read(overridesKey(guildId), overrides), what);
  const slug = fleets ?? index.exact(what)?.slug ?? "";
  const mission = catalog.missions.get(slug);
  const record = mission ?? catalog.taskForces.get(slug);
  if (mission?.state === "removed") throw new Refusal(say.removed(escapeText(mission.title)));
  const title = shorten(oneLine(record?.title ?? what), trackLimits.title);
  if (title === "") throw new Refusal(say.nameless);
  return { title, slug: record?.slug, mission };
}

function insistOnRule(needs: RewardsNeeds, { title, slug }: Subject, result: RuleResult): Rule {
  switch (result.outcome) {
    case "ruled":
      return result.rule;
    case "no-length": {
      const near = slug === undefined ? rewardedNear(needs, title) : undefined;
      throw new Refusal(say.refused.noLength(escapeText(title), near && escapeText(near)));
    }
    case "weeks-and-days":
      throw new Refusal(say.refused.weeksAndDays);
    case "days-for-weeks":
      throw new Refusal(say.refused.daysForWeeks);
    case "too-long":
      throw new Refusal(say.refused.tooLong(result.most, result.unit));
    case "needs-too-much":
      throw new Refusal(say.refused.needsTooMuch(result.needed, result.possible));
  }
}

/** A mission with a reward that somebody may have meant. */
function rewardedNear({ catalog, index }: RewardsNeeds, typed: string): string | undefined {
  return index.near(typed, 3).find(({ slug }) => catalog.missions.get(slug)?.events !== undefined)?.title;
}

/** A day before the end, for a fleet that reminds nobody of its runs. */
const USUAL_LEAD_MINUTES = 1_440;

function newTrack(
  { clock }: RewardsNeeds,
  member: Member,
  { rewardsChannelId, leadMinutes }: Settings,
  asked: Asked,
  { title, slug }: Subject,
  rule: Rule,
  startsAt: number,
): Track {
  const track: Track = {
    ...rule,
    trackId: trackIdFor(asked.interactionId),
    title,
    ...(slug && { slug }),
    openedBy: member.userId,
    startsAt,
    zone: asked.zone,
    leadMinutes: leadMinutes[0] ?? USUAL_LEAD_MINUTES,
    watchers: [],
    hidden: [],
    channelId: asked.channelId ?? rewardsChannelId ?? member.channelId ?? "0",
    deliveries: noDeliveries,
    ...(asked.pictures === false && { pictures: "off" }),
  };
  const phase = phaseAt(track, clock.now());
  if (phase.is === "over")
    throw new Refusal(say.refused.over(escapeText(title), timestamp(phase.endedAt, "long")));
  return track;
}

const BOARD_FOR_MS = 24 * 3_600_000;

/** Saves the track, then posts its board. What cannot be posted is not kept. */
async function post(
  needs: RewardsNeeds,
  member: Member,
  planned: Track,
  note: string,
  placement: Placement,
): Promise<APIInteractionResponse> {
  const { guildId, userId } = member;
  if (planned.channelId === member.channelId) insistOnPosting(member, say.posting);
  const now = needs.clock.now();
  const track = withBoardOwed(withDebts(asFarAsAllowed(planned, member), now), now, BOARD_FOR_MS);
  const key = trackKey(guildId, track.trackId);
  await noteTrace(needs.store, userId, guildId);
  if (!(await needs.store.create(key, tracks, track)))
    throw alreadyOpen(guildId, (await needs.store.read(key, tracks)) ?? track);

  const posted = await needs.boards.post(guildId, track);
  if (posted.outcome === "refused") {
    await needs.store.remove(key);
    throw new Refusal(say.refusedThere(`<#${posted.channelId}>`));
  }
  const title = escapeText(track.title);
  const first = posted.outcome === "posted" ? say.opened(title, posted.link) : say.openedLater(title);
  const pictures = track.pictures === "refused" ? [say.noPictures(`<#${track.channelId}>`)] : [];
  return reply(placement, openedNote(track, [first, note, ...pictures], now));
}

/** Pictures are left out from the start where the bot may attach none, as far as that can be seen from here. */
function asFarAsAllowed(planned: Track, { channelId, botPermissions }: Member): Track {
  const isBarred = planned.channelId === channelId && !may(botPermissions, "AttachFiles");
  return isBarred && planned.pictures === undefined ? { ...planned, pictures: "refused" } : planned;
}
