import { agenda } from "../reminders/agenda.ts";
import type { CarriedCard } from "../reminders/carried-card.ts";
import { type Deliveries, type Delivery, isOpen } from "../reminders/delivery.ts";
import { fewAtOnce } from "../reminders/few-at-once.ts";
import type { Mail, Message } from "../reminders/mail.ts";
import type { Owed } from "../reminders/source.ts";
import { type DocumentKey, guildIdIn } from "../store/document-key.ts";
import type { DocumentKind } from "../store/document-kind.ts";
import type { Store } from "../store/store.ts";
import type { TurnedClock } from "../time/clock.ts";
import type { Timers } from "../time/timers.ts";
import { type CardSyncOptions, createCardSync } from "./card-sync.ts";
import type { Place } from "./kept-card.ts";
import { cardMover, outOfReach, reachOf } from "./reach.ts";

export interface PostedCardsNeeds extends Pick<CardSyncOptions, "edit" | "log"> {
  /** The store that tells what was changed. */
  readonly store: Store;
  readonly mail: Pick<Mail, "look">;
  readonly clock: TurnedClock;
  readonly timers: Timers;
}

/** A sort of document that has a public card, as its feature describes it. */
export interface Carded<Document> {
  readonly kind: DocumentKind<Document>;
  /** Where the fleet has such cards, when the channel of one is gone. */
  readonly usual: "runs" | "rewards";
  /** The kind of the delivery that posts the card. */
  readonly owedAs: string;
  deliveriesOf(document: Document): Deliveries;
  /** Where the card stands, as soon as it does. */
  placeOf(document: Document): Place | undefined;
  /** A card that nothing changes any more is not posted again. */
  isOver(document: Document, now: number): boolean;
  withCardOwed(document: Document, now: number): Document;
  draw(guildId: string, document: Document, now: number): Promise<Message>;
}

/** What came of the card that was asked for last. */
export type Posted<Document> =
  | { readonly outcome: "posted" | "refused"; readonly document: Document }
  | { readonly outcome: "later" };

/** The public cards of one sort of document: posted once, kept true, posted again when somebody deleted them. */
export interface PostedCards<Document> {
  noticed(key: DocumentKey, document: Document, when: "start" | "change"): void;
  /** A card was drawn, and is about to be posted: once more perhaps, when nobody knows which of the two stands there. */
  drawn(owed: Pick<Owed<Document>, "key" | "delivery">, message: Message): void;
  touch(key: DocumentKey, document: Document): void;
  /** Waits a moment for a card that `ask` sees to be owed. */
  post(key: DocumentKey, ask: () => Promise<Document | undefined>): Promise<Posted<Document>>;
  carry(key: DocumentKey, messageId: string): Promise<CarriedCard | undefined>;
  stop(): Promise<void>;
}

/** Who asked for a card waits this long; then they are told that it comes later. */
const WAIT_MS = 1_500;
/** At the start every open card is looked after, one after the other. */
const AFTER_START_MS = 500;

export function postedCards<Document>(
  { store, mail, clock, timers, log, edit }: PostedCardsNeeds,
  cards: Carded<Document>,
): PostedCards<Document> {
  const { kind, deliveriesOf, placeOf } = cards;
  const waiting = new Map<DocumentKey, Set<(document: Document) => void>>();
  const touching = fewAtOnce((key) => touchKept(key as DocumentKey));
  const lookups = agenda({ now: timers.now, after: timers.after, ring: touching.add });
  const away = outOfReach(timers.now);
  const keys = new Map<string, DocumentKey>();
  const drawn = new Map<DocumentKey, Message>();
  const move = cardMover(store, cards.usual, postAgain);
  const sync = createCardSync({ timers, log, edit, onLost: (place) => void postAgain(place) });
  let lastLookupAt = 0;
  let isStopped = false;

  async function touchKept(key: DocumentKey): Promise<void> {
    try {
      const document = await store.read(key, kind);
      if (document === undefined) away.over(key);
      else touch(key, document);
    } catch (error) {
      log.warn({ error, key }, "a card could not be looked after; trying again");
      lookAgain(key);
    }
  }

  function lookAgain(key: DocumentKey): void {
    if (!isStopped) lookups.set(key, away.lookAgainAt(key));
  }

  /** Where another card is about to be posted, this one is gone. */
  function touch(key: DocumentKey, document: Document): void {
    const place = placeOf(document);
    if (place === undefined || isOwed(document)) return;
    if (cards.isOver(document, clock.now())) keys.delete(place.messageId);
    else keys.set(place.messageId, key);
    sync.touch(place, () => drawnNow(key, place.messageId));
  }

  async function drawnNow(key: DocumentKey, messageId: string): Promise<Message | undefined> {
    const guildId = guildIdIn(key) ?? "";
    const document = await store.read(key, kind);
    const place = document && placeOf(document);
    if (document === undefined || place?.messageId !== messageId) return undefined;
    const reach = await reachOf(mail, deliveriesOf(document), guildId, place.channelId);
    if (reach === "not-now") lookAgain(key);
    else away.over(key);
    if (reach === "given-up") await move(guildId, place);
    return reach === "within" ? await cards.draw(guildId, document, clock.now()) : undefined;
  }

  async function postAgain({ messageId }: Place): Promise<void> {
    const key = keys.get(messageId);
    keys.delete(messageId);
    if (key === undefined) return;
    try {
      await store.update(key, kind, (document) => document && owedAgain(document, messageId));
    } catch (error) {
      log.warn({ error, key }, "a card that is gone could not be posted again");
    }
  }

  function owedAgain(document: Document, messageId: string): Document {
    const isLost = placeOf(document)?.messageId === messageId && !cards.isOver(document, clock.now());
    return isLost && !isOwed(document) ? cards.withCardOwed(document, clock.now()) : document;
  }

  function isOwed(document: Document): boolean {
    return deliveriesOf(document).all.some((one) => one.kind === cards.owedAs && isOpen(one));
  }

  /** `undefined` while it is on its way. */
  function lastPosted(document: Document): Exclude<Posted<Document>, { outcome: "later" }> | undefined {
    const last: Delivery | undefined = deliveriesOf(document).all.findLast(
      (one) => one.kind === cards.owedAs,
    );
    if (last === undefined || isOpen(last)) return undefined;
    return { outcome: last.state === "sent" ? "posted" : "refused", document };
  }

  /** What was just posted needs no edit to show it. */
  function settle(key: DocumentKey, document: Document): void {
    const message = drawn.get(key);
    const posted = lastPosted(document);
    if (message === undefined || posted === undefined) return;
    drawn.delete(key);
    const place = placeOf(document);
    if (place !== undefined && posted.outcome === "posted") sync.shows(place, message);
  }

  return {
    noticed: (key, document, when) => {
      settle(key, document);
      for (const tell of waiting.get(key) ?? []) tell(document);
      if (when === "change") touch(key, document);
      else if (placeOf(document) !== undefined && !cards.isOver(document, clock.now())) {
        lastLookupAt = Math.max(timers.now(), lastLookupAt) + AFTER_START_MS;
        lookups.set(key, lastLookupAt);
      }
    },
    drawn: ({ key, delivery }, message) =>
      void (delivery.state === "claimed" ? drawn.delete(key) : drawn.set(key, message)),
    touch,
    post: async (key, ask) => {
      const posted = Promise.withResolvers<Posted<Document>>();
      const watchers = waiting.get(key) ?? new Set();
      const watch = (document: Document) => {
        const came = lastPosted(document);
        if (came !== undefined) posted.resolve(came);
      };
      waiting.set(key, watchers.add(watch));
      const stopWaiting = timers.after(WAIT_MS, () => posted.resolve({ outcome: "later" }));
      try {
        const document = await ask();
        if (document !== undefined) watch(document);
        return await posted.promise;
      } finally {
        stopWaiting();
        watchers.delete(watch);
        if (watchers.size === 0) waiting.delete(key);
      }
    },
    carry: async (key, messageId) =>
      sync.isBehind(messageId) ? await sync.carry(messageId, () => drawnNow(key, messageId)) : undefined,
    stop: async () => {
      isStopped = true;
      lookups.close();
      await Promise.all([touching.stop(), sync.stop()]);
    },
  };
}
