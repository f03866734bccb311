import { guildRange } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import { periods, tracks } from "./store.ts";
import { NOBODY, type Track } from "./track.ts";

/** Where a fleet's rewards name a member; see `Trace`. The counts of the boards follow. */
export const rewardTraces = {
  what: "the rewards you claimed, opened or are reminded of",
  collect: async (store: Store, guildId: string, userId: string): Promise<unknown> => {
    const all = (await store.list(guildRange(guildId, "period"), periods)).documents.flatMap(
      ({ document: { trackId, plannedAt, claims } }) => claims.map((one) => ({ trackId, plannedAt, ...one })),
    );
    const claims = all.filter((one) => one.userId === userId);
    const noted = all
      .filter((one) => one.notedBy === userId && one.userId !== userId)
      .map(({ trackId, plannedAt, at }) => ({ trackId, plannedAt, at }));
    const named = (await store.list(guildRange(guildId, "track"), tracks)).documents.flatMap(
      ({ document }) => standingIn(document, userId) ?? [],
    );
    return claims.length + noted.length + named.length === 0
      ? undefined
      : { claims, notedForOthers: noted, tracks: named };
  },
  erase: async (store: Store, guildId: string, userId: string): Promise<number> => {
    let count = 0;
    for (const { key, document } of (await store.list(guildRange(guildId, "period"), periods)).documents) {
      if (!document.claims.some((one) => one.userId === userId || one.notedBy === userId)) continue;
      await store.update(
        key,
        periods,
        (period) => period && { ...period, claims: without(period.claims, userId) },
      );
      count += 1;
    }
    for (const { key, document } of (await store.list(guildRange(guildId, "track"), tracks)).documents) {
      if (standingIn(document, userId) === undefined) continue;
      await store.update(key, tracks, (track) => track && withoutMember(track, userId));
      count += 1;
    }
    return count;
  },
};

function standingIn(track: Track, userId: string) {
  const { trackId, title, openedBy, watchers, hidden, deliveries } = track;
  const isOpener = openedBy === userId;
  const isReminded = watchers.includes(userId);
  const isHidden = hidden.includes(userId);
  const told = deliveries.all
    .filter(({ about }) => about.split(".").includes(userId))
    .map(({ kind, at }) => ({ kind, at }));
  return isOpener || isReminded || isHidden || told.length > 0
    ? { trackId, title, isOpener, isReminded, isHidden, told }
    : undefined;
}

function without<C extends { readonly userId: string; readonly notedBy?: string | undefined }>(
  claims: readonly C[],
  userId: string,
): readonly C[] {
  return claims
    .filter((one) => one.userId !== userId)
    .map((one) => (one.notedBy === userId ? { ...one, notedBy: NOBODY } : one));
}

function withoutMember(track: Track, userId: string): Track {
  const { deliveries } = track;
  return {
    ...track,
    openedBy: track.openedBy === userId ? NOBODY : track.openedBy,
    watchers: track.watchers.filter((one) => one !== userId),
    hidden: track.hidden.filter((one) => one !== userId),
    deliveries: {
      ...deliveries,
      all: deliveries.all.filter(({ about }) => !about.split(".").includes(userId)),
    },
  };
}
