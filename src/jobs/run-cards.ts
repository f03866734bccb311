import type { Catalog } from "../catalog/load.ts";
import { agenda } from "../reminders/agenda.ts";
import { type Deliveries, isOpen, owe } from "../reminders/delivery.ts";
import { fewAtOnce } from "../reminders/few-at-once.ts";
import type { Mail, Message } from "../reminders/mail.ts";
import type { Source } from "../reminders/source.ts";
import { CARD } from "../runs/debts.ts";
import { asOf, nextChangeAt } from "../runs/passing.ts";
import { cardLink, type Posting, type RunCards } from "../runs/public-card.ts";
import type { Run } from "../runs/run.ts";
import { runKey, runs } from "../runs/store.ts";
import { type DocumentKey, guildIdIn } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import type { TurnedClock } from "../time/clock.ts";
import type { Timers } from "../time/timers.ts";
import { type CardSync, type CardSyncOptions, createCardSync, type Place } from "./card-sync.ts";
import { cardMover, reachOf } from "./reach.ts";
import { cardMessage, type RunSourceNeeds } from "./run-source.ts";

export interface RunCardsNeeds extends Pick<CardSyncOptions, "edit" | "log"> {
  /** The store that tells what was changed. */
  readonly store: Store;
  readonly catalog: Catalog;
  readonly mail: Pick<Mail, "look">;
  readonly clock: TurnedClock;
  readonly timers: Timers;
}

/** The public cards of runs: posted once, kept true, posted again when somebody deleted them. */
export interface KeptRunCards extends RunCards {
  readonly noticed: Source<Run>["noticed"];
  readonly drawn: RunSourceNeeds["drawn"];
  stop(): Promise<void>;
}

/** Who made a run waits for its card this long; then they are told that it comes later. */
const WAIT_MS = 1_500;
/** At the start every open card is looked after, one after the other. */
const AFTER_START_MS = 500;
/** A card is of use until its run is over. */
const CARD_MS = 7 * 24 * 3_600_000;

export function runCards(needs: RunCardsNeeds): KeptRunCards {
  const { store, catalog, mail, clock, timers, log } = needs;
  const waiting = new Map<DocumentKey, Set<(run: Run) => void>>();
  const passing = fewAtOnce((key) => pass(key as DocumentKey));
  const changes = agenda({ now: clock.now, after: timers.after, ring: passing.add });
  const touching = fewAtOnce((key) => touchKept(key as DocumentKey));
  const lookups = agenda({ now: timers.now, after: timers.after, ring: touching.add });
  const stopListening = clock.onTurn(changes.wake);
  const places = new Map<string, DocumentKey>();
  const drawn = new Map<DocumentKey, Message>();
  let lastLookupAt = 0;

  const move = cardMover(store, "runs", postAgain);
  const sync: CardSync = createCardSync({ ...needs, onLost: (place) => void postAgain(place) });

  /** What was planned has started, and what was forgotten is over: the document says so, and so does its card. */
  async function pass(key: DocumentKey): Promise<void> {
    try {
      await store.update(key, runs, (run) => run && asOf(run, clock.now()));
    } catch (error) {
      log.warn({ error, key }, "a run could not be carried on; trying again");
      changes.set(key, clock.now() + 60_000);
    }
  }

  async function touchKept(key: DocumentKey): Promise<void> {
    const run = await store.read(key, runs).catch(() => undefined);
    if (run !== undefined) touch(key, run);
  }

  function touch(key: DocumentKey, { card, deliveries, state }: Run): void {
    if (card === undefined) return;
    if (deliveries.all.some((one) => one.kind === CARD && isOpen(one))) return;
    if (state === "over") places.delete(card.messageId);
    else places.set(card.messageId, key);
    sync.touch(card, () => drawnNow(key, card.messageId));
  }

  async function drawnNow(key: DocumentKey, messageId: string): Promise<Message | undefined> {
    const guildId = guildIdIn(key) ?? "";
    const run = await store.read(key, runs);
    if (run?.card?.messageId !== messageId) return undefined;
    const reach = await reachOf(mail, run.deliveries, guildId, run.card.channelId);
    if (reach === "given-up") await move(guildId, run.card);
    if (reach !== "within") return undefined;
    return await cardMessage(asOf(run, clock.now()), { store, catalog, guildId });
  }

  async function postAgain(place: Place): Promise<void> {
    const key = places.get(place.messageId);
    places.delete(place.messageId);
    if (key === undefined) return;
    try {
      await store.update(key, runs, (run) =>
        run?.card?.messageId === place.messageId && run.state !== "over"
          ? withCardOwed(run, clock.now())
          : run,
      );
    } catch (error) {
      log.warn({ error, key }, "a card that is gone could not be posted again");
    }
  }

  /** What was just posted needs no edit to show it. */
  function settle(key: DocumentKey, run: Run): void {
    const message = drawn.get(key);
    if (message === undefined || run.card === undefined || postingOf("", run) === undefined) return;
    drawn.delete(key);
    sync.shows(run.card, message);
  }

  function noticed(key: DocumentKey, run: Run, when: "start" | "change"): void {
    const nextAt = nextChangeAt(run);
    if (nextAt === undefined) changes.delete(key);
    else changes.set(key, nextAt);
    settle(key, run);
    for (const tell of waiting.get(key) ?? []) tell(run);
    if (when === "change") touch(key, run);
    else if (run.card !== undefined && run.state !== "over") {
      lastLookupAt = Math.max(timers.now(), lastLookupAt) + AFTER_START_MS;
      lookups.set(key, lastLookupAt);
    }
  }

  return {
    noticed,
    drawn: (key, message) => drawn.set(key, message),
    post: async (guildId, made) => {
      const key = runKey(guildId, made.runId);
      const posted = Promise.withResolvers<Posting>();
      const watchers = waiting.get(key) ?? new Set();
      const watch = (run: Run) => {
        const came = postingOf(guildId, run);
        if (came !== undefined) posted.resolve(came);
      };
      waiting.set(key, watchers.add(watch));
      const stopWaiting = timers.after(WAIT_MS, () => posted.resolve({ outcome: "later" }));
      try {
        const run = await store.update(key, runs, (stored) =>
          stored?.deliveries.all.some(({ kind }) => kind === CARD)
            ? stored
            : stored && withCardOwed(stored, clock.now()),
        );
        if (run !== undefined) watch(run);
        return await posted.promise;
      } finally {
        stopWaiting();
        watchers.delete(watch);
        if (watchers.size === 0) waiting.delete(key);
      }
    },
    carry: async (guildId, runId, messageId) => {
      if (!sync.isBehind(messageId)) return undefined;
      return await sync.carry(messageId, () => drawnNow(runKey(guildId, runId), messageId));
    },
    stop: async () => {
      stopListening();
      changes.close();
      lookups.close();
      await Promise.all([passing.stop(), touching.stop(), sync.stop()]);
    },
  };
}

function withCardOwed(run: Run, now: number): Run {
  if (run.deliveries.all.some((one) => one.kind === CARD && isOpen(one))) return run;
  const occurrence = { kind: CARD, about: "", at: now, until: Math.max(now, run.startsAt) + CARD_MS };
  return { ...run, deliveries: owe(run.deliveries, occurrence) };
}

/** What came of the card that was asked for last; `undefined` while it is on its way. */
function postingOf(guildId: string, run: Run): Posting | undefined {
  const last: Deliveries["all"][number] | undefined = run.deliveries.all.findLast(
    ({ kind }) => kind === CARD,
  );
  if (last === undefined || isOpen(last)) return undefined;
  if (last.state !== "sent") return { outcome: "refused", channelId: run.channelId };
  return { outcome: "posted", run, link: cardLink(guildId, run) ?? "" };
}
