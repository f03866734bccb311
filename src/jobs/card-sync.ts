import { createHash } from "node:crypto";
import type { Log } from "../ops/log.ts";
import { agenda } from "../reminders/agenda.ts";
import type { Message, Trouble } from "../reminders/mail.ts";
import type { Timers } from "../time/timers.ts";

export interface Place {
  readonly channelId: string;
  readonly messageId: string;
}

/** What a card has to show now; `undefined` when it is not to be changed any more. */
export type Render = () => Promise<Message | undefined>;

/** Keeps messages as they have to be now: the last state, however many came before it. */
export interface CardSync {
  /** The message shows something that may have changed. */
  touch(place: Place, render: Render): void;
  /** The message is known to show this. */
  shows(place: Place, message: Message): void;
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

/** Discord takes five edits in five seconds in one channel, which holds more than one card. */
const APART_MS = 2_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

const CARDS_KNOWN = 20_000;

interface Card {
  readonly place: Place;
  /** Missing while the message shows all that there is to show. */
  render: Render | undefined;
  failures: number;
}

export function createCardSync({ timers, log, edit, onLost }: CardSyncOptions): CardSync {
  const cards = new Map<string, Card>();
  /** What each message shows, as a digest. */
  const shown = new Map<string, string>();
  const working = new Set<Promise<void>>();
  const turns = agenda({ now: timers.now, after: timers.after, ring: begin });
  let isStopped = false;

  function begin(messageId: string): void {
    const card = cards.get(messageId);
    if (card === undefined || isStopped) return;
    if (card.render === undefined) return void cards.delete(messageId);
    const work: Promise<void> = show(card, card.render).finally(() => working.delete(work));
    working.add(work);
  }

  async function show(card: Card, render: Render): Promise<void> {
    const { place } = card;
    card.render = undefined;
    const startedAt = timers.now();
    const pauseMs = await attempt(card, render);
    if (pauseMs === undefined) cards.delete(place.messageId);
    else turns.set(place.messageId, startedAt + pauseMs);
  }

  /** How long until the next edit may begin; `undefined` when there is none any more. */
  async function attempt(card: Card, render: Render): Promise<number | undefined> {
    try {
      const message = await render();
      if (message === undefined) return undefined;
      if (shown.get(card.place.messageId) === digest(message)) return APART_MS;
      const edited = await edit(card.place, message);
      switch (edited.outcome) {
        case "edited":
          remember(card.place, message);
          card.failures = 0;
          return APART_MS;
        case "gone":
        case "forbidden":
        case "closed":
          shown.delete(card.place.messageId);
          onLost(card.place);
          return undefined;
        case "rejected":
          log.error({ ...card.place, code: edited.code }, "Discord refused a card as it is");
          return APART_MS;
        case "later":
          return postponed(card, render, edited.afterMs);
        default:
          return postponed(card, render, 0);
      }
    } catch (error) {
      log.warn({ error, ...card.place }, "a card could not be brought up to date; trying again");
      return postponed(card, render, 0);
    }
  }

  function remember({ messageId }: Place, message: Message): void {
    shown.delete(messageId);
    shown.set(messageId, digest(message));
    const [oldest] = shown.size > CARDS_KNOWN ? shown.keys() : [];
    if (oldest !== undefined) shown.delete(oldest);
  }

  /** What changed meanwhile is newer than what failed. */
  function postponed(card: Card, render: Render, atLeastMs: number): number {
    card.render ??= render;
    card.failures += 1;
    return Math.max(atLeastMs, Math.min(APART_MS * 2 ** card.failures, LONGEST_PAUSE_MS));
  }

  return {
    touch: (place, render) => {
      if (isStopped) return;
      const known = cards.get(place.messageId);
      if (known !== undefined) known.render = render;
      else {
        cards.set(place.messageId, { place, render, failures: 0 });
        turns.set(place.messageId, timers.now());
      }
    },
    shows: remember,
    stop: async () => {
      isStopped = true;
      turns.close();
      await Promise.all(working);
    },
  };
}

function digest(message: Message): string {
  return createHash("sha256").update(JSON.stringify(message)).digest("base64url").slice(0, 16);
}
