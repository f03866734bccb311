import type { Message } from "../reminders/mail.ts";

export interface Place {
  readonly channelId: string;
  readonly messageId: string;
}

/** What a card has to show now; `undefined` when it is not to be changed now. */
export type Render = () => Promise<Message | undefined>;

/** Discord takes five edits in five seconds in one channel, which holds more than one card. */
export const APART_MS = 2_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** An edit that its turn has not come for in this time is behind. */
const BEHIND_MS = 2 * APART_MS;
/** Once Discord has limited a message's edits, presses carry the card for so long; other changes are edited. */
export const LIMITED_MS = 15 * 60_000;
/** What Discord did not take from one press it is not offered with the next. */
export const NOT_CARRIED_MS = 60_000;

/** A card whose message shows less than there is to show, or whose edits go slowly. Times are protocol time. */
export interface KeptCard {
  readonly place: Place;
  /** Missing while the message shows all that there is to show. */
  render: Render | undefined;
  /** Since when there is something to show; of what is being written, and of what has changed since that began. */
  writingSince: number | undefined;
  changedSince: number | undefined;
  /** How many presses carry it at this moment. */
  carrying: number;
  failures: number;
  /** When the next edit may begin. */
  notBefore: number;
  limitedUntil: number;
  notCarriedUntil: number;
}

export function keptCard(place: Place): KeptCard {
  return {
    place,
    render: undefined,
    writingSince: undefined,
    changedSince: undefined,
    carrying: 0,
    failures: 0,
    notBefore: 0,
    limitedUntil: 0,
    notCarriedUntil: 0,
  };
}

/** A press would bring it up to date sooner than an edit. */
export function isBehind(card: KeptCard | undefined, now: number): boolean {
  const since = card?.writingSince ?? card?.changedSince;
  if (card === undefined || since === undefined || card.notCarriedUntil > now) return false;
  return card.limitedUntil > now || now - since > BEHIND_MS;
}

/** When a card that was touched is edited: where a press may carry it by then, a little later. */
export function nextEditAt({ limitedUntil, changedSince = 0, notBefore }: KeptCard, now: number): number {
  return Math.max(notBefore, limitedUntil > now ? changedSince + APART_MS : now);
}

/** Puts off what failed. What changed meanwhile is newer, and stays. */
export function postponed(card: KeptCard, render: Render, atLeastMs: number): number {
  card.render ??= render;
  card.failures += 1;
  return Math.max(atLeastMs, Math.min(APART_MS * 2 ** card.failures, LONGEST_PAUSE_MS));
}
