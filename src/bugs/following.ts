import { type Occurrence, owe } from "../reminders/delivery.ts";
import type { Decision } from "../store/store.ts";
import { handleOf } from "./known.ts";
import {
  type BugName,
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

/** `news`: a mention in a channel. `direct`: a direct message. `instead`: a mention, because that was refused. */
export type NewsKind = "news" | "direct" | "instead";

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
): Decision<Ledger, FollowResult> {
  const kept = keptOf(ledger, bug) ?? (isOwn(bug) ? undefined : plain(bug));
  if (kept === undefined) return unchanged(ledger, "unknown");
  if (isFollowing(kept, who.userId)) return unchanged(ledger, "already");
  const isNew = keptOf(ledger, bug) === undefined;
  if (kept.followers.length >= ledgerLimits.followers || (isNew && ledger.bugs.length >= ledgerLimits.bugs))
    return unchanged(ledger, "too-many");
  return {
    document: withKept(ledger, { ...kept, followers: [...kept.followers, who] }),
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

/**
 * Owes what a change has to tell to those who follow: in the same document, so that it is told once or the change was
 * not made. `directly`: who wants a direct message, and when.
 */
export function withNews(
  before: Ledger,
  after: Ledger,
  name: BugName,
  { now, directly }: { readonly now: number; readonly directly: ReadonlyMap<string, number> },
): Ledger {
  const kept = keptOf(after, name);
  const sort = kept && newsIn(keptOf(before, name), kept);
  if (kept === undefined || sort === undefined) return after;
  const owed = (kind: NewsKind, id: string, at: number): Occurrence => ({
    kind,
    about: writeAbout({ sort, handle: handleOf(name), id }),
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
  return { ...after, deliveries: occurrences.reduce(owe, after.deliveries) };
}

function newsIn(before: Kept | undefined, after: Kept): NewsSort | undefined {
  if (after.fixedOn !== undefined) return before?.fixedOn === undefined ? "fixed" : undefined;
  return hasWorkaround(after) && !hasWorkaround(before) ? "workaround" : undefined;
}

/** Whether it is still so that there is this to tell. */
export function isStillNews(sort: NewsSort, kept: Kept): boolean {
  return sort === "fixed" ? kept.fixedOn !== undefined : hasWorkaround(kept);
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
