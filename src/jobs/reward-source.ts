import { MessageFlags } from "discord-api-types/v10";
import { afterQuietHours } from "../captains/direct-time.ts";
import { type User, users } from "../captains/store.ts";
import { guildSettings, settingsKey } from "../guilds/settings.ts";
import type { Delivery } from "../reminders/delivery.ts";
import type { Message } from "../reminders/mail.ts";
import type { Composed, Owed, Source, Undelivered } from "../reminders/source.ts";
import { missedNotes, needsIt, occasionOf } from "../rewards/calls.ts";
import type { Period } from "../rewards/claims.ts";
import { BOARD, CALL, type Call, NAMED_AT_ONCE } from "../rewards/debts.ts";
import { phaseAt } from "../rewards/periods.ts";
import { boardLink } from "../rewards/public-board.ts";
import { periodsOf, tracks } from "../rewards/store.ts";
import { letterTexts } from "../rewards/text/letters.ts";
import type { Track } from "../rewards/track.ts";
import { rewardBoard } from "../rewards/view/board.ts";
import { callLetter, directLetter, offerLetter, troubleLetter } from "../rewards/view/letters.ts";
import { runKey, runs } from "../runs/store.ts";
import { type DocumentKey, userKey } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import { DIRECT } from "./reward-directs.ts";

export interface RewardSourceNeeds {
  readonly store: Store;
  readonly noticed: Source<Track>["noticed"];
  /** A board was drawn, and is about to be posted. */
  drawn(key: DocumentKey, message: Message): void;
}

/** What a track owes beside its board and its calls. */
export type OwnKind = "offer" | "instead-of-direct" | "trouble";

type Kind = typeof BOARD | typeof CALL | typeof DIRECT | OwnKind;

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
        const message = boardMessage(track, await periodsOf(store, guildId, track, now), now);
        drawn(key, message);
        return { channelId: track.channelId, message };
      }
      case CALL: {
        const message = await called(owed);
        return message === undefined ? "nobody" : { channelId, message };
      }
      case DIRECT:
        return await toldDirectly(owed);
      case "instead-of-direct": {
        const [plannedAt, sort, userId = "", why] = delivery.about.split(".");
        const found = await neededBy(owed, `${plannedAt}.${sort}.0`, userId);
        const notes = why === "closed" ? [letterTexts.directClosed] : [];
        return found === undefined
          ? "nobody"
          : { channelId, message: callLetter(track, found.span, found.call.sort, [userId], notes) };
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
    const { timeZone = "UTC" } = await store.read(settingsKey(guildId), guildSettings);
    const occasion = occasionOf(track, delivery.about, now);
    if (occasion === undefined) return undefined;
    const { call, span } = occasion;
    const all = await periodsOf(store, guildId, track, now);
    const named: string[] = [];
    for (const userId of track.watchers.slice(call.part * NAMED_AT_ONCE, (call.part + 1) * NAMED_AT_ONCE)) {
      if (!needsIt(track, all, userId, span, now) || isToldDirectly(track, call, userId)) continue;
      if (isToBeNamed(await userOf(userId), timeZone, now)) named.push(userId);
    }
    return named.length === 0
      ? undefined
      : callLetter(track, span, call.sort, named, missedNotes(track, call, isLate));
  }

  async function toldDirectly(owed: Owed<Track>): Promise<Composed> {
    const { guildId, document: track, delivery, isLate } = owed;
    const [plannedAt, sort, userId = ""] = delivery.about.split(".");
    const found = await neededBy(owed, `${plannedAt}.${sort}.0`, userId);
    if (found === undefined || (await userOf(userId)).reminders.by !== "dm") return "nobody";
    const notes = missedNotes(track, found.call, isLate);
    const link = boardLink(guildId, track);
    return { userId, message: directLetter(track, found.span, found.call.sort, link, notes) };
  }

  /** The period that a member is to be told of, when they still watch and need it. */
  async function neededBy({ guildId, document: track, now }: Owed<Track>, about: string, userId: string) {
    const occasion = occasionOf(track, about, now);
    if (occasion === undefined || !track.watchers.includes(userId)) return undefined;
    const all = await periodsOf(store, guildId, track, now);
    return needsIt(track, all, userId, occasion.span, now) ? occasion : undefined;
  }

  /** Only to those who were there and have not claimed meanwhile. */
  async function offered({ guildId, document: track, delivery, now }: Owed<Track>): Promise<Composed> {
    const run = await store.read(runKey(guildId, delivery.about), runs);
    const phase = phaseAt(track, now);
    if (run === undefined || phase.is !== "running") return "nobody";
    const all = await periodsOf(store, guildId, track, now);
    const open = (run.present ?? []).filter((userId) => needsIt(track, all, userId, phase.span, now));
    const message = offerLetter(track, phase.span, open);
    return open.length === 0 ? "nobody" : { channelId: run.card?.channelId ?? run.channelId, message };
  }

  const userOf = (userId: string) => store.read(userKey(userId), users);

  /** A member whose direct messages are closed is told in the channel from now on. */
  async function instead({ delivery, now, document }: Owed<Track>, undelivered: Undelivered) {
    const { why, channelId = document.channelId, code } = undelivered;
    const occurrence = (kind: OwnKind, about: string, until: number) => ({ kind, about, at: now, until });
    if (delivery.kind === DIRECT) {
      const [, , userId = "0"] = delivery.about.split(".");
      if (code !== 0) await store.update(userKey(userId), users, withChannel);
      const about = `${delivery.about}.${code === 0 ? "full" : "closed"}`;
      return occurrence("instead-of-direct", about, delivery.until);
    }
    if (delivery.kind === ("trouble" satisfies OwnKind)) return undefined;
    return occurrence("trouble", `${channelId}.${why}`, now + TOLD_WITHIN_MS);
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

/** Members in their quiet hours are left out, and those who want no reminders. */
function isToBeNamed({ reminders: { by, quiet }, timeZone }: User, fleetsZone: string, now: number): boolean {
  return by !== "off" && afterQuietHours(now, quiet, timeZone ?? fleetsZone) === now;
}

const DIRECTLY: ReadonlySet<Delivery["state"]> = new Set(["planned", "claimed", "sent"]);

function isToldDirectly({ deliveries }: Track, { plannedAt, sort }: Call, userId: string): boolean {
  const about = `${plannedAt}.${sort}.${userId}`;
  return deliveries.all.some((one) => one.kind === DIRECT && one.about === about && DIRECTLY.has(one.state));
}

function withChannel(user: User): User {
  return user.reminders.by === "dm" ? { ...user, reminders: { ...user.reminders, by: "channel" } } : user;
}

/** The board that was posted last is the board. */
function withBoard(track: Track): Track {
  const posted = track.deliveries.all.findLast(({ kind, state }) => kind === BOARD && state === "sent");
  if (posted?.state !== "sent" || posted.messageId === track.board?.messageId) return track;
  return { ...track, board: { channelId: posted.channelId, messageId: posted.messageId } };
}
