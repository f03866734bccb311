import { type Occurrence, owe } from "../reminders/delivery.ts";
import type { DIRECT } from "../reminders/direct-plan.ts";
import type { INSTEAD } from "../reminders/instead.ts";
import type { Decision } from "../store/store.ts";
import { handleOf, isOpen, type KnownBug } from "./known.ts";
import {
  type BugName,
  type DataState,
  isOwn,
  type Kept,
  keptOf,
  type Ledger,
  ledgerLimits,
  plain,
  unchanged,
  withKept,
} from "./ledger.ts";

/** What those who follow a bug are told of. */
export const newsSorts = ["fixed", "workaround"] as const;
export type NewsSort = (typeof newsSorts)[number];

/** `news`: a mention in a channel. `direct`: a direct message. `instead-of-direct`: a mention, because that was refused. */
export type NewsKind = "news" | typeof DIRECT | typeof INSTEAD;

/** What a delivery is about: which news of which bug, and the channel or the member that it is for. */
export interface NewsAbout {
  readonly sort: NewsSort;
  readonly handle: string;
  readonly id: string;
}

export type FollowResult = "following" | "already" | "unknown" | "too-many";

export function follow(
  ledger: Ledger,
  bug: BugName,
  who: { readonly userId: string; readonly channelId: string },
  dataState: DataState | undefined,
): Decision<Ledger, FollowResult> {
  const kept = keptOf(ledger, bug) ?? (isOwn(bug) ? undefined : plain(bug));
  if (kept === undefined) return unchanged(ledger, "unknown");
  if (isFollowing(kept, who.userId)) return unchanged(ledger, "already");
  const isNew = keptOf(ledger, bug) === undefined;
  if (kept.followers.length >= ledgerLimits.followers || (isNew && ledger.bugs.length >= ledgerLimits.bugs))
    return unchanged(ledger, "too-many");
  const isFirst = kept.followers.length === 0;
  const followed = { ...kept, followers: [...kept.followers, who] };
  return {
    document: withKept(ledger, isFirst ? { ...followed, dataState } : followed),
    outcome: "following",
  };
}

/** True when the member did follow it. */
export function unfollow(ledger: Ledger, bug: BugName, userId: string): Decision<Ledger, boolean> {
  const kept = keptOf(ledger, bug);
  if (kept === undefined || !isFollowing(kept, userId)) return unchanged(ledger, false);
  const followers = kept.followers.filter((one) => one.userId !== userId);
  return { document: withKept(ledger, { ...kept, followers }), outcome: true };
}

export function isFollowing({ followers }: Kept, userId: string): boolean {
  return followers.some((one) => one.userId === userId);
}

/** News help for a week; then whoever looks sees them anyway. */
const HELPS_MS = 7 * 86_400_000;

/** `directly`: who wants a direct message, and when. */
interface Telling {
  readonly now: number;
  readonly directly: ReadonlyMap<string, number>;
}

/**
 * Owes what a change has to tell to those who follow: in the same document, so that it is told once or the change was
 * not made.
 */
export function withNews(before: Ledger, after: Ledger, name: BugName, telling: Telling): Ledger {
  const kept = keptOf(after, name);
  const sort = kept && newsIn(keptOf(before, name), kept);
  return kept === undefined || sort === undefined ? after : withNewsOf(after, kept, sort, telling);
}

/** The same for what newer data says of bugs that are followed. The same ledger when there is nothing to tell. */
export function withDataNews(
  ledger: Ledger,
  stateOf: (name: BugName) => DataState | undefined,
  telling: Telling,
): Ledger {
  return ledger.bugs
    .filter((kept) => hasDataNews(kept, stateOf(kept)))
    .reduce((told, kept) => {
      const dataState = stateOf(kept);
      const noted = withKept(told, { ...kept, dataState });
      if (dataState === "fixed" && kept.fixedOn === undefined)
        return withNewsOf(noted, kept, "fixed", telling);
      return dataState === "workaround" ? withNewsOf(noted, kept, "workaround", telling) : noted;
    }, ledger);
}

export function hasDataNews({ followers, dataState }: Kept, now: DataState | undefined): boolean {
  return followers.length > 0 && now !== undefined && now !== dataState;
}

function withNewsOf(ledger: Ledger, kept: Kept, sort: NewsSort, { now, directly }: Telling): Ledger {
  const owed = (kind: NewsKind, id: string, at: number): Occurrence => ({
    kind,
    about: writeAbout({ sort, handle: handleOf(kept), id }),
    at,
    until: at + HELPS_MS,
  });
  const here = kept.followers.filter(({ userId }) => !directly.has(userId));
  const occurrences = [
    ...[...new Set(here.map(({ channelId }) => channelId))].map((channelId) => owed("news", channelId, now)),
    ...kept.followers.flatMap(({ userId }) => {
      const at = directly.get(userId);
      return at === undefined ? [] : [owed("direct", userId, at)];
    }),
  ];
  return { ...ledger, deliveries: occurrences.reduce(owe, ledger.deliveries) };
}

function newsIn(before: Kept | undefined, after: Kept): NewsSort | undefined {
  if (after.fixedOn !== undefined) return before?.fixedOn === undefined ? "fixed" : undefined;
  return hasWorkaround(after) && !hasWorkaround(before) ? "workaround" : undefined;
}

/** Whether it is still so that there is this to tell. */
export function isStillNews(sort: NewsSort, bug: KnownBug): boolean {
  return sort === "fixed" ? !isOpen(bug) : bug.workaround !== undefined || bug.state === "workaround";
}

function hasWorkaround(kept: Kept | undefined): boolean {
  return kept?.own?.workaround !== undefined;
}

function writeAbout({ sort, handle, id }: NewsAbout): string {
  return `${sort}.${handle}.${id}`;
}

export function readAbout(about: string): NewsAbout | undefined {
  const [written, handle, id] = about.split(".");
  const sort = newsSorts.find((one) => one === written);
  return sort === undefined || handle === undefined || id === undefined ? undefined : { sort, handle, id };
}
