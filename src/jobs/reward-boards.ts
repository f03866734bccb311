import { agenda } from "../reminders/agenda.ts";
import { isOpen } from "../reminders/delivery.ts";
import type { Mail, Message } from "../reminders/mail.ts";
import type { Source } from "../reminders/source.ts";
import type { Watcher } from "../reminders/watch.ts";
import { BOARD, withBoardOwed } from "../rewards/debts.ts";
import { nextBoundary, phaseAt } from "../rewards/periods.ts";
import { boardLink, type Posting, type RewardBoards } from "../rewards/public-board.ts";
import { periods, periodsOf, trackKey, tracks } from "../rewards/store.ts";
import type { Track } from "../rewards/track.ts";
import { type DocumentKey, guildIdIn } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import type { TurnedClock } from "../time/clock.ts";
import type { Timers } from "../time/timers.ts";
import { type CardSync, type CardSyncOptions, createCardSync, type Place } from "./card-sync.ts";
import { cardMover, reachOf } from "./reach.ts";
import { boardMessage, type RewardSourceNeeds } from "./reward-source.ts";

export interface RewardBoardsNeeds extends Pick<CardSyncOptions, "edit" | "log"> {
  /** The store that tells what was changed. */
  readonly store: Store;
  readonly mail: Pick<Mail, "look">;
  readonly clock: TurnedClock;
  readonly timers: Timers;
}

/** The public boards: posted once, kept true, posted again when somebody deleted them. */
export interface KeptRewardBoards extends RewardBoards {
  readonly noticed: Source<Track>["noticed"];
  readonly drawn: RewardSourceNeeds["drawn"];
  /** Hears of every claim. */
  readonly seen: Watcher;
  stop(): Promise<void>;
}

/** Who opened a track waits for its board this long; then they are told that it comes later. */
const WAIT_MS = 1_500;
/** At the start every open board is looked after, one after the other. */
const AFTER_START_MS = 500;
const BOARD_FOR_MS = 7 * 24 * 3_600_000;

export function rewardBoards(needs: RewardBoardsNeeds): KeptRewardBoards {
  const { store, mail, clock, timers, log } = needs;
  const waiting = new Map<DocumentKey, Set<(track: Track) => void>>();
  const boundaries = agenda({
    now: clock.now,
    after: timers.after,
    ring: (key) => void touchKept(key as DocumentKey),
  });
  const lookups = agenda({
    now: timers.now,
    after: timers.after,
    ring: (key) => void touchKept(key as DocumentKey),
  });
  const stopListening = clock.onTurn(boundaries.wake);
  const places = new Map<string, DocumentKey>();
  const drawn = new Map<DocumentKey, Message>();
  let lastLookupAt = 0;

  const move = cardMover(store, "rewards", postAgain);
  const sync: CardSync = createCardSync({ ...needs, onLost: (place) => void postAgain(place) });

  async function touchKept(key: DocumentKey): Promise<void> {
    const track = await store.read(key, tracks).catch(() => undefined);
    if (track === undefined) return;
    awaitBoundary(key, track);
    touch(key, track);
  }

  function awaitBoundary(key: DocumentKey, track: Track): void {
    const at = nextBoundary(track, clock.now());
    if (at === undefined) boundaries.delete(key);
    else boundaries.set(key, at);
  }

  function touch(key: DocumentKey, { board }: Track): void {
    if (board === undefined) return;
    places.set(board.messageId, key);
    sync.touch(board, async (): Promise<Message | undefined> => {
      const track = await store.read(key, tracks);
      if (track?.board?.messageId !== board.messageId) return undefined;
      const guildId = guildIdIn(key) ?? "";
      const reach = await reachOf(mail, track.deliveries, guildId, board.channelId);
      if (reach === "given-up") await move(guildId, board);
      return reach === "within" ? await drawnNow(key, track) : undefined;
    });
  }

  async function drawnNow(key: DocumentKey, track: Track): Promise<Message> {
    return boardMessage(track, await periodsOf(store, guildIdIn(key) ?? "", track, clock.now()), clock.now());
  }

  async function postAgain(place: Place): Promise<void> {
    const key = places.get(place.messageId);
    places.delete(place.messageId);
    if (key === undefined) return;
    try {
      const now = clock.now();
      await store.update(key, tracks, (track) =>
        track?.board?.messageId === place.messageId && phaseAt(track, now).is !== "over"
          ? withBoardOwedOnce(track, now)
          : track,
      );
    } catch (error) {
      log.warn({ error, key }, "a board that is gone could not be posted again");
    }
  }

  /** What was just posted needs no edit to show it. */
  function settle(key: DocumentKey, track: Track): void {
    const message = drawn.get(key);
    if (message === undefined || track.board === undefined || postingOf("", track) === undefined) return;
    drawn.delete(key);
    sync.shows(track.board, message);
  }

  function noticed(key: DocumentKey, track: Track, when: "start" | "change"): void {
    awaitBoundary(key, track);
    settle(key, track);
    for (const tell of waiting.get(key) ?? []) tell(track);
    if (when === "change") touch(key, track);
    else if (track.board !== undefined && phaseAt(track, clock.now()).is !== "over") {
      lastLookupAt = Math.max(timers.now(), lastLookupAt) + AFTER_START_MS;
      lookups.set(key, lastLookupAt);
    }
  }

  return {
    noticed,
    drawn: (key, message) => drawn.set(key, message),
    seen: (key, kindName) => {
      const [, guildId = "", sort, trackId = ""] = key.split(":");
      if (sort === "period" && kindName === periods.name) void touchKept(trackKey(guildId, trackId));
    },
    post: async (guildId, { trackId }) => {
      const key = trackKey(guildId, trackId);
      const posted = Promise.withResolvers<Posting>();
      const watchers = waiting.get(key) ?? new Set();
      const watch = (track: Track) => {
        const came = postingOf(guildId, track);
        if (came !== undefined) posted.resolve(came);
      };
      waiting.set(key, watchers.add(watch));
      const stopWaiting = timers.after(WAIT_MS, () => posted.resolve({ outcome: "later" }));
      try {
        const track = await store.read(key, tracks);
        if (track !== undefined) watch(track);
        return await posted.promise;
      } finally {
        stopWaiting();
        watchers.delete(watch);
        if (watchers.size === 0) waiting.delete(key);
      }
    },
    stop: async () => {
      stopListening();
      boundaries.close();
      lookups.close();
      await sync.stop();
    },
  };
}

function withBoardOwedOnce(track: Track, now: number): Track {
  return track.deliveries.all.some((one) => one.kind === BOARD && isOpen(one))
    ? track
    : withBoardOwed(track, now, BOARD_FOR_MS);
}

/** What came of the board that was asked for last; `undefined` while it is on its way. */
function postingOf(guildId: string, track: Track): Posting | undefined {
  const last = track.deliveries.all.findLast(({ kind }) => kind === BOARD);
  if (last === undefined || isOpen(last)) return undefined;
  if (last.state !== "sent") return { outcome: "refused", channelId: track.channelId };
  return { outcome: "posted", link: boardLink(guildId, track) ?? "" };
}
