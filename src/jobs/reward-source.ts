import { MessageFlags } from "discord-api-types/v10";
import { type User, users } from "../captains/store.ts";
import { directTexts } from "../captains/text/direct.ts";
import { guildSettings, settingsKey } from "../guilds/settings.ts";
import { DIRECT, isToldDirectly } from "../reminders/direct-plan.ts";
import type { Directs } from "../reminders/directs.ts";
import {
  fleetsPlace,
  INSTEAD,
  insteadOfDirect,
  isForClosed,
  type PlaceOfTrouble,
  TROUBLE,
  troubleAt,
} from "../reminders/instead.ts";
import type { Message } from "../reminders/mail.ts";
import type { Composed, Owed, Source, Undelivered } from "../reminders/source.ts";
import { missedNotes, needsIt, occasionOf } from "../rewards/calls.ts";
import type { Period } from "../rewards/claims.ts";
import { CREW } from "../rewards/crew.ts";
import { BOARD, CALL, type Call, ENDED, NAMED_AT_ONCE } from "../rewards/debts.ts";
import { phaseAt } from "../rewards/periods.ts";
import { boardLink } from "../rewards/public-board.ts";
import { READY, READY_DIRECT } from "../rewards/readiness.ts";
import { lastRetrospect, retrospectAt } from "../rewards/retrospect.ts";
import { periodsOf, tracks } from "../rewards/store.ts";
import type { Track } from "../rewards/track.ts";
import { rewardBoard } from "../rewards/view/board.ts";
import {
  callLetter,
  directLetter,
  endedLetter,
  offerLetter,
  troubleLetter,
} from "../rewards/view/letters.ts";
import { runKey, runs } from "../runs/store.ts";
import { userKey } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import { crewCalled } from "./reward-crews.ts";
import { isToBeNamed } from "./reward-names.ts";
import { illustrated, type PictureNeeds } from "./reward-pictures.ts";
import { readyTold } from "./reward-ready.ts";

export interface RewardSourceNeeds extends PictureNeeds {
  readonly store: Store;
  readonly directs: Pick<Directs, "isWanted">;
  readonly placeOfTrouble: PlaceOfTrouble;
  readonly noticed: Source<Track>["noticed"];
  /** A board was drawn, and is about to be posted. */
  drawn(owed: Owed<Track>, message: Message): void;
}

/** To claim what a finished run was for. */
export const OFFER = "offer";

type Kind =
  | typeof BOARD
  | typeof CALL
  | typeof ENDED
  | typeof DIRECT
  | typeof INSTEAD
  | typeof OFFER
  | typeof CREW
  | typeof READY
  | typeof READY_DIRECT
  | typeof TROUBLE;

/** Over how long fleets whose periods open at one instant are spread: as many as fit into the background's share. */
const SPREAD_MS = 130_000;

/** How the deliveries of tracks become messages. */
export function rewardSource(needs: RewardSourceNeeds): Source<Track> {
  const { store, directs, noticed, drawn } = needs;

  async function compose(owed: Owed<Track>): Promise<Composed> {
    const { guildId, document: track, delivery, now } = owed;
    const channelId = track.board?.channelId ?? track.channelId;
    switch (delivery.kind as Kind) {
      case BOARD: {
        const message = boardMessage(track, await periodsOf(store, guildId, track, now), now);
        drawn(owed, message);
        return { channelId: track.channelId, message };
      }
      case CALL:
        return await called(owed, channelId);
      case ENDED:
        return await ended(owed, channelId);
      case DIRECT:
        return await toldDirectly(owed);
      case READY:
      case READY_DIRECT:
        return await readyTold(store, owed, channelId);
      case INSTEAD: {
        if (delivery.about.split(".")[1] === READY) return await readyTold(store, owed, channelId);
        const { userId, found } = await stillNeeded(owed);
        const notes = isForClosed(delivery) ? [directTexts.closed] : [];
        return found === undefined
          ? "nobody"
          : { channelId, message: callLetter(track, found.span, found.call.sort, [userId], notes) };
      }
      case CREW:
        return await crewCalled(store, owed);
      case OFFER:
        return await offered(owed);
      case TROUBLE: {
        const place = await needs.placeOfTrouble(owed, "rewards");
        return place === undefined
          ? "nobody"
          : { channelId: place.channelId, message: troubleLetter(track, place.broken, place.isGone) };
      }
    }
  }

  async function called(owed: Owed<Track>, channelId: string): Promise<Composed> {
    const { guildId, document: track, delivery, now, isLate } = owed;
    const { timeZone = "UTC" } = await store.read(settingsKey(guildId), guildSettings);
    const occasion = occasionOf(track, delivery.about, now);
    if (occasion === undefined) return "nobody";
    const { call, span } = occasion;
    const all = await periodsOf(store, guildId, track, now);
    const named: string[] = [];
    for (const userId of track.watchers.slice(call.part * NAMED_AT_ONCE, (call.part + 1) * NAMED_AT_ONCE)) {
      if (!needsIt(track, all, userId, span, now)) continue;
      const user = await store.read(userKey(userId), users);
      if (isToBeNamed(user, timeZone, now) && !isToldOf(track, call, userId, user)) named.push(userId);
    }
    const retrospect = retrospectAt(track, all, call, now);
    if (named.length === 0 && !retrospect?.isForItself) return "nobody";
    const missed = missedNotes(track, call, isLate);
    const write = (notes: readonly string[]) =>
      callLetter(track, span, call.sort, named, [...notes, ...missed]);
    if (retrospect === undefined) return { channelId, message: write([]) };
    return { channelId, ...(await illustrated(needs, retrospect, channelId, write)) };
  }

  async function ended({ guildId, document: track, now }: Owed<Track>, channelId: string): Promise<Composed> {
    if (phaseAt(track, now).is !== "over" || track.closedAt !== undefined) return "nobody";
    const retrospect = lastRetrospect(track, await periodsOf(store, guildId, track, now), now);
    if (retrospect === undefined) return "nobody";
    const write = (lines: readonly string[]) => endedLetter(track, lines);
    return { channelId, ...(await illustrated(needs, retrospect, channelId, write)) };
  }

  async function toldDirectly(owed: Owed<Track>): Promise<Composed> {
    const { guildId, document: track, isLate } = owed;
    const { userId, found } = await stillNeeded(owed);
    if (found === undefined || !(await directs.isWanted(owed, userId))) return "nobody";
    const notes = missedNotes(track, found.call, isLate);
    const link = boardLink(guildId, track);
    return { userId, message: directLetter(track, found.span, found.call.sort, link, notes) };
  }

  /** The member that a delivery is for, and its period as long as they watch and need it. */
  async function stillNeeded({ guildId, document: track, delivery, now }: Owed<Track>) {
    const [plannedAt, sort, userId = ""] = delivery.about.split(".");
    const occasion = occasionOf(track, `${plannedAt}.${sort}.0`, now);
    if (occasion === undefined || !track.watchers.includes(userId)) return { userId, found: undefined };
    const all = await periodsOf(store, guildId, track, now);
    return { userId, found: needsIt(track, all, userId, occasion.span, now) ? occasion : undefined };
  }

  /** Of a run that began in the running period, to those who were there and have not claimed meanwhile. */
  async function offered({ guildId, document: track, delivery, now }: Owed<Track>): Promise<Composed> {
    const run = await store.read(runKey(guildId, delivery.about), runs);
    const phase = phaseAt(track, now);
    if (run === undefined || phase.is !== "running") return "nobody";
    if ((run.startedAt ?? run.startsAt) < phase.span.plannedAt) return "nobody";
    const all = await periodsOf(store, guildId, track, now);
    const open = (run.present ?? []).filter((userId) => needsIt(track, all, userId, phase.span, now));
    const message = offerLetter(track, phase.span, open);
    return open.length === 0 ? "nobody" : { channelId: run.card?.channelId ?? run.channelId, message };
  }

  async function instead(owed: Owed<Track>, undelivered: Undelivered) {
    const { delivery, document, now } = owed;
    if (delivery.kind === DIRECT || delivery.kind === READY_DIRECT) {
      const [, , userId = "0"] = delivery.about.split(".");
      return await insteadOfDirect(store, owed, undelivered, userId);
    }
    const isCrewsDirect = delivery.kind === CREW && undelivered.why === "closed";
    if (delivery.kind === TROUBLE || isCrewsDirect) return undefined;
    return troubleAt(undelivered.channelId ?? document.channelId, undelivered.why, now);
  }

  return {
    kind: tracks,
    sort: "track",
    deliveriesOf: ({ deliveries }) => deliveries,
    withDeliveries: (track, deliveries) => withPictures(withBoard({ ...track, deliveries }), track),
    missed: (kind) => (kind === CALL ? "latest" : "each"),
    spreadMs: (kind) => (kind === CALL || kind === ENDED ? SPREAD_MS : 0),
    noticed,
    compose,
    elsewhere: (owed, channelId) => fleetsPlace(store, owed, "rewards", channelId),
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

function isToldOf(
  { deliveries }: Track,
  { plannedAt, sort }: Call,
  userId: string,
  { reminders: { by } }: User,
): boolean {
  const about = `${plannedAt}.${sort}.${userId}`;
  return isToldDirectly(deliveries, (one) => one.about === about, { wantsDirect: by === "dm" });
}

/** The board that was posted last is the board. */
function withBoard(track: Track): Track {
  const posted = track.deliveries.all.findLast(({ kind, state }) => kind === BOARD && state === "sent");
  if (posted?.state !== "sent" || posted.messageId === track.board?.messageId) return track;
  return { ...track, board: { channelId: posted.channelId, messageId: posted.messageId } };
}

/** Where a picture was refused just now, none is tried again until an officer says so. */
function withPictures(track: Track, before: Track): Track {
  const bare = ({ deliveries }: Track) =>
    deliveries.all.filter((one) => one.state === "sent" && one.withoutFiles).length;
  return bare(track) > bare(before) ? { ...track, pictures: "refused" } : track;
}
