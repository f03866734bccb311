import type { Log } from "../ops/log.ts";
import { agenda } from "../reminders/agenda.ts";
import type { CarriedCard, Landing } from "../reminders/carried-card.ts";
import type { Message, Trouble } from "../reminders/mail.ts";
import type { Timers } from "../time/timers.ts";
import {
  APART_MS,
  isBehind,
  type KeptCard,
  keptCard,
  LIMITED_MS,
  NOT_CARRIED_MS,
  nextEditAt,
  type Place,
  postponed,
  type Render,
} from "./kept-card.ts";
import { shown as shownMessages } from "./shown.ts";

/** Keeps messages as they have to be now: the last state, however many came before it. */
export interface CardSync {
  /** The message shows something that may have changed. */
  touch(place: Place, render: Render): void;
  /** The message is known to show this. */
  shows(place: Place, message: Message): void;
  /** True when a press of the message's own button has to bring the card along: Discord holds its edits up. */
  isBehind(messageId: string): boolean;
  carry(messageId: string, render: Render): Promise<CarriedCard | undefined>;
  /** Nothing new is begun. Resolves when what is under way has ended. */
  stop(): Promise<void>;
}

export interface CardSyncOptions {
  readonly timers: Timers;
  readonly log: Log;
  edit(place: Place, message: Message): Promise<{ readonly outcome: "edited" } | Trouble>;
  /** The message is not there any more, or is out of reach. */
  onLost(place: Place): void;
}

/** An answer to a press comes within three seconds or not at all. */
const CARRIED_WITHIN_MS = 10_000;

export function createCardSync({ timers, log, edit, onLost }: CardSyncOptions): CardSync {
  const cards = new Map<string, KeptCard>();
  const shown = shownMessages();
  const working = new Set<Promise<void>>();
  const turns = agenda({ now: timers.now, after: timers.after, ring: begin });
  let isStopped = false;

  function begin(messageId: string): void {
    const card = cards.get(messageId);
    if (card === undefined || isStopped) return;
    if (card.render === undefined) {
      rest(card);
      return;
    }
    const work: Promise<void> = show(card, card.render).finally(() => working.delete(work));
    working.add(work);
  }

  /** There is nothing to do. That its edits are limited is kept in mind for a while. */
  function rest(card: KeptCard): void {
    const { place, limitedUntil, carrying } = card;
    const now = timers.now();
    if (limitedUntil > now || carrying > 0)
      turns.set(place.messageId, Math.max(limitedUntil, now + APART_MS));
    else cards.delete(place.messageId);
  }

  async function show(card: KeptCard, render: Render): Promise<void> {
    const { messageId } = card.place;
    card.render = undefined;
    card.writingSince = card.changedSince ?? timers.now();
    card.changedSince = undefined;
    const startedAt = timers.now();
    const pauseMs = await attempt(card, render);
    if (card.render !== undefined) card.changedSince ??= card.writingSince;
    card.writingSince = undefined;
    if (pauseMs === undefined) {
      cards.delete(messageId);
      return;
    }
    card.notBefore = startedAt + pauseMs;
    turns.set(messageId, card.notBefore);
  }

  /** How long until the next edit may begin; `undefined` when there is none any more. */
  async function attempt(card: KeptCard, render: Render): Promise<number | undefined> {
    const { messageId } = card.place;
    if (card.carrying > 0) {
      card.render ??= render;
      return APART_MS;
    }
    try {
      const message = await render();
      if (message === undefined) return undefined;
      if (shown.is(messageId, message)) return APART_MS;
      const landed = shown.write(messageId, message);
      const edited = await edit(card.place, message).catch((error: unknown) => {
        landed("unknown");
        throw error;
      });
      landed(landingOf(edited.outcome));
      switch (edited.outcome) {
        case "edited":
          card.failures = 0;
          card.limitedUntil = 0;
          return APART_MS;
        case "gone":
        case "forbidden":
        case "closed":
          shown.forget(messageId);
          onLost(card.place);
          return undefined;
        case "rejected":
          log.error({ ...card.place, code: edited.code }, "Discord refused a card as it is");
          return APART_MS;
        case "later":
          card.limitedUntil = timers.now() + LIMITED_MS;
          return postponed(card, render, edited.afterMs);
        default:
          return postponed(card, render, 0);
      }
    } catch (error) {
      log.warn({ error, ...card.place }, "a card could not be brought up to date; trying again");
      return postponed(card, render, 0);
    }
  }

  function touch(place: Place, render: Render): void {
    if (isStopped) return;
    const now = timers.now();
    const card = cards.get(place.messageId) ?? keptCard(place);
    cards.set(place.messageId, card);
    card.render = render;
    card.changedSince ??= now;
    if (card.writingSince !== undefined) return;
    turns.set(place.messageId, nextEditAt(card, now));
  }

  async function carry(messageId: string, render: Render): Promise<CarriedCard | undefined> {
    const message = await render();
    const card = cards.get(messageId);
    if (message === undefined || card === undefined || isStopped) return undefined;
    const written = shown.write(messageId, message);
    card.carrying += 1;
    let isTold = false;
    const landed = (how: Landing) => {
      stopWaiting();
      if (isTold) return;
      isTold = true;
      written(how);
      card.carrying -= 1;
      if (how === "not-shown") card.notCarriedUntil = timers.now() + NOT_CARRIED_MS;
      touch(card.place, render);
    };
    const stopWaiting = timers.after(CARRIED_WITHIN_MS, () => landed("unknown"));
    return { message, landed };
  }

  return {
    touch,
    shows: ({ messageId }, message) => shown.remember(messageId, message),
    isBehind: (messageId) => isBehind(cards.get(messageId), timers.now()),
    carry,
    stop: async () => {
      isStopped = true;
      turns.close();
      await Promise.all(working);
    },
  };
}

function landingOf(outcome: Trouble["outcome"] | "edited"): Landing {
  if (outcome === "edited") return "shown";
  return outcome === "unreachable" ? "unknown" : "not-shown";
}
