import { MessageFlags } from "discord-api-types/v10";
import { directAt } from "../captains/direct-time.ts";
import { type User, users } from "../captains/store.ts";
import { guildSettings, settingsKey } from "../guilds/settings.ts";
import type { Message } from "../reminders/mail.ts";
import type { Composed, Owed, Source, Undelivered } from "../reminders/source.ts";
import type { Period } from "../rewards/claims.ts";
import { BOARD, CALL, type Call, NAMED_AT_ONCE, readCall } from "../rewards/debts.ts";
import { phaseAt, type Span, spansOf } from "../rewards/periods.ts";
import { heapsOf, isComplete, progressOf } from "../rewards/progress.ts";
import { periodsOf, tracks } from "../rewards/store.ts";
import { letterTexts } from "../rewards/text/letters.ts";
import { periodName } from "../rewards/text/words.ts";
import type { Track } from "../rewards/track.ts";
import { rewardBoard } from "../rewards/view/board.ts";
import { callLetter, offerLetter, troubleLetter } from "../rewards/view/letters.ts";
import { runKey, runs } from "../runs/store.ts";
import { type DocumentKey, userKey } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";

export interface RewardSourceNeeds {
  readonly store: Store;
  readonly noticed: Source<Track>["noticed"];
  /** A board was drawn, and is about to be posted. */
  drawn(key: DocumentKey, message: Message): void;
}

/** What a track owes beside its board and its calls. */
export type OwnKind = "offer" | "trouble";

type Kind = typeof BOARD | typeof CALL | OwnKind;

/** Over how long fleets whose periods open at one instant are spread: as many as fit into the background's share. */
const SPREAD_MS = 130_000;
const TOLD_WITHIN_MS = 24 * 3_600_000;

/** How the deliveries of tracks become messages. */
export function rewardSource({ store, noticed, drawn }: RewardSourceNeeds): Source<Track> {
  async function compose(owed: Owed<Track>): Promise<Composed> {
    const { guildId, key, document: track, delivery, now } = owed;
    const channelId = track.board?.channelId ?? track.channelId;
    switch (delivery.kind as Kind) {
      case BOARD: {
        const message = boardMessage(track, await periodsOf(store, guildId, track.trackId), now);
        drawn(key, message);
        return { channelId: track.channelId, message };
      }
      case CALL: {
        const message = await called(owed);
        return message === undefined ? "nobody" : { channelId, message };
      }
      case "offer":
        return await offered(owed);
      case "trouble": {
        const [broken = "", why] = delivery.about.split(".");
        const { runsChannelId, rewardsChannelId } = await store.read(settingsKey(guildId), guildSettings);
        const place = [rewardsChannelId, runsChannelId].find((one) => one !== undefined && one !== broken);
        return place === undefined
          ? "nobody"
          : { channelId: place, message: troubleLetter(track, broken, why === "gone") };
      }
    }
  }

  async function called(owed: Owed<Track>): Promise<Message | undefined> {
    const { guildId, document: track, delivery, now, isLate } = owed;
    const call = readCall(delivery.about);
    const span = call && spansOf(track).find(({ plannedAt }) => plannedAt === call.plannedAt);
    if (call === undefined || span === undefined || phaseAt(track, now).is !== "running") return undefined;
    const all = await periodsOf(store, guildId, track.trackId);
    const candidates = track.watchers.slice(call.part * NAMED_AT_ONCE, (call.part + 1) * NAMED_AT_ONCE);
    const named: string[] = [];
    for (const userId of candidates)
      if (needsIt(track, all, userId, span, now) && isToBeNamed(await userOf(userId), now))
        named.push(userId);
    return named.length === 0
      ? undefined
      : callLetter(track, span, call.sort, named, notesOf(track, call, isLate));
  }

  /** Only to those who were there and have not claimed meanwhile. */
  async function offered({ guildId, document: track, delivery, now }: Owed<Track>): Promise<Composed> {
    const run = await store.read(runKey(guildId, delivery.about), runs);
    const phase = phaseAt(track, now);
    if (run === undefined || phase.is !== "running") return "nobody";
    const all = await periodsOf(store, guildId, track.trackId);
    const open = (run.present ?? []).filter((userId) => needsIt(track, all, userId, phase.span, now));
    const message = offerLetter(track, phase.span, open);
    return open.length === 0 ? "nobody" : { channelId: run.card?.channelId ?? run.channelId, message };
  }

  const userOf = (userId: string) => store.read(userKey(userId), users);

  async function instead({ delivery, now, document }: Owed<Track>, undelivered: Undelivered) {
    if (delivery.kind === ("trouble" satisfies OwnKind)) return undefined;
    const { why, channelId = document.channelId } = undelivered;
    const about = `${channelId}.${why}`;
    return { kind: "trouble" satisfies OwnKind, about, at: now, until: now + TOLD_WITHIN_MS };
  }

  return {
    kind: tracks,
    sort: "track",
    deliveriesOf: ({ deliveries }) => deliveries,
    withDeliveries: (track, deliveries) => withBoard({ ...track, deliveries }),
    missed: (kind) => (kind === CALL ? "latest" : "each"),
    spreadMs: (kind) => (kind === CALL ? SPREAD_MS : 0),
    noticed,
    compose,
    instead,
  };
}

export function boardMessage(track: Track, all: readonly Period[], now: number): Message {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: rewardBoard(track, all, now),
    allowed_mentions: { parse: [] },
  };
}

/** Who has not claimed this time, and has not got everything. */
function needsIt(track: Track, all: readonly Period[], userId: string, span: Span, now: number): boolean {
  return heapsOf(track, all, userId).some(({ claims }) => {
    const progress = progressOf(track, claims, now);
    const hasClaimed = claims.some(({ at }) => at >= span.plannedAt && at < span.closesAt);
    return (
      !isComplete(progress) && (track.cadence === "cooldown" ? progress.nextAt === undefined : !hasClaimed)
    );
  });
}

/** Members in their quiet hours are left out, and those who want no reminders. */
function isToBeNamed({ reminders: { by, quiet }, timeZone = "UTC" }: User, now: number): boolean {
  return by !== "off" && directAt(now, 0, quiet, timeZone) === now;
}

/** What nobody was told of since the last call that came through. */
function notesOf(track: Track, { plannedAt }: Call, isLate: boolean): readonly string[] {
  const opened = track.deliveries.all.flatMap((one) => {
    const call = one.kind === CALL ? readCall(one.about) : undefined;
    return call?.sort === "opened" && call.part === 0 ? [{ call, state: one.state }] : [];
  });
  const since = opened.findLast(({ state }) => state === "sent")?.call.plannedAt ?? Number.NEGATIVE_INFINITY;
  const missed = opened.filter(
    ({ state, call }) => state === "expired" && call.plannedAt > since && call.plannedAt < plannedAt,
  );
  if (!isLate) return [];
  if (missed.length === 0) return [letterTexts.late];
  const spans = spansOf(track);
  const names = missed.flatMap(({ call }) => {
    const span = spans.find((one) => one.plannedAt === call.plannedAt);
    return span === undefined ? [] : [periodName(track, span.number)];
  });
  return [letterTexts.missed(names)];
}

/** The board that was posted last is the board. */
function withBoard(track: Track): Track {
  const posted = track.deliveries.all.findLast(({ kind, state }) => kind === BOARD && state === "sent");
  if (posted?.state !== "sent" || posted.messageId === track.board?.messageId) return track;
  return { ...track, board: { channelId: posted.channelId, messageId: posted.messageId } };
}
