import type { Ledger } from "./bugs/ledger.ts";
import { ledgers } from "./bugs/store.ts";
import type { Portable } from "./guilds/portable.ts";
import type { Deliveries } from "./reminders/delivery.ts";
import { DIRECT } from "./reminders/direct-plan.ts";
import { INSTEAD } from "./reminders/instead.ts";
import { resting, withoutSent } from "./reminders/resting.ts";
import type { Period } from "./rewards/claims.ts";
import { CREW } from "./rewards/crew.ts";
import { BOARD, withDebts as trackDebts } from "./rewards/debts.ts";
import { READY_DIRECT } from "./rewards/readiness.ts";
import { periods, tracks } from "./rewards/store.ts";
import type { Track } from "./rewards/track.ts";
import { CARD, type DebtKind, withDebts as runDebts } from "./runs/debts.ts";
import { NOBODY, type Run } from "./runs/run.ts";
import { runs } from "./runs/store.ts";

/** Where in what a delivery is about its reader stands, by its kind, counted from 0. */
type ReaderAt = ReadonlyMap<string, number>;

const readersOfRuns: ReaderAt = new Map<DebtKind | typeof DIRECT | typeof INSTEAD, number>([
  ["promoted", 0],
  ["added", 0],
  ["taken-out", 0],
  ["leads", 0],
  ["roster-ping", 0],
  [DIRECT, 0],
  [INSTEAD, 0],
]);
const readersOfLedgers: ReaderAt = new Map([
  [DIRECT, 2],
  [INSTEAD, 2],
]);
const readersOfTracks: ReaderAt = new Map([
  [DIRECT, 2],
  [INSTEAD, 2],
  [READY_DIRECT, 2],
  [CREW, 1],
]);

/** Whom deliveries name that told one member something. */
function readersOf({ all }: Deliveries, readerAt: ReaderAt): readonly string[] {
  return all.flatMap(({ kind, about }) => {
    const place = readerAt.get(kind);
    const userId = place === undefined ? undefined : about.split(".")[place];
    return userId !== undefined && /^[1-9]\d{0,19}$/.test(userId) ? [userId] : [];
  });
}

const portableRuns: Portable<Run> = {
  sort: "run",
  kind: runs,
  pathOf: ({ runId }) => ["run", runId],
  channelsIn: ({ channelId, card }) => (card ? [channelId, card.channelId] : [channelId]),
  within: (run, isHere) => {
    if (!isHere(run.channelId)) return undefined;
    const { card, offshoot, deliveries, ...rest } = run;
    const split = offshoot && portableRuns.within(offshoot, isHere);
    return {
      ...rest,
      ...(card && isHere(card.channelId) && { card }),
      ...(split && { offshoot: split }),
      deliveries: withoutSent(deliveries, CARD, isHere),
    };
  },
  membersIn: ({ leaderId, signups, present = [], heard, offshoot, deliveries }) => [
    ...(leaderId === NOBODY ? [] : [leaderId]),
    ...signups.flatMap(({ userId, addedBy }) => (addedBy === undefined ? [userId] : [userId, addedBy])),
    ...present,
    ...heard.map(({ userId }) => userId),
    ...readersOf(deliveries, readersOfRuns),
    ...(offshoot ? portableRuns.membersIn(offshoot) : []),
  ],
  resting: (run, present, now) => {
    const rested = { ...run, deliveries: resting(run.deliveries, present?.deliveries, now) };
    return runDebts(rested, rested, now, NOBODY);
  },
};

const portableLedgers: Portable<Ledger> = {
  sort: "bugs",
  kind: ledgers,
  pathOf: () => ["bugs", "ledger"],
  channelsIn: ({ bugs }) => bugs.flatMap(({ followers }) => followers.map(({ channelId }) => channelId)),
  within: (ledger, isHere) => ({
    ...ledger,
    bugs: ledger.bugs.map((bug) => ({
      ...bug,
      followers: bug.followers.filter(({ channelId }) => isHere(channelId)),
    })),
  }),
  membersIn: ({ bugs, deliveries }) => [
    ...bugs.flatMap(({ voices, followers }) => [...voices, ...followers].map(({ userId }) => userId)),
    ...readersOf(deliveries, readersOfLedgers),
  ],
  resting: (ledger, present, now) => ({
    ...ledger,
    deliveries: resting(ledger.deliveries, present?.deliveries, now),
  }),
};

const portableTracks: Portable<Track> = {
  sort: "track",
  kind: tracks,
  pathOf: ({ trackId }) => ["track", trackId],
  channelsIn: ({ channelId, board }) => (board ? [channelId, board.channelId] : [channelId]),
  within: (track, isHere) => {
    if (!isHere(track.channelId)) return undefined;
    const { board, deliveries, ...rest } = track;
    return {
      ...rest,
      ...(board && isHere(board.channelId) && { board }),
      deliveries: withoutSent(deliveries, BOARD, isHere),
    };
  },
  membersIn: ({ openedBy, watchers, hidden, deliveries }) =>
    [openedBy, ...watchers, ...hidden, ...readersOf(deliveries, readersOfTracks)].filter(isSomebody),
  resting: (track, present, now) =>
    trackDebts({ ...track, deliveries: resting(track.deliveries, present?.deliveries, now) }, now),
};

const portablePeriods: Portable<Period> = {
  sort: "period",
  kind: periods,
  pathOf: ({ trackId, plannedAt }) => ["period", trackId, String(plannedAt)],
  belongsTo: ({ trackId }) => ["track", trackId],
  channelsIn: () => [],
  within: (period) => period,
  membersIn: ({ claims }) =>
    claims.flatMap(({ userId, notedBy }) => (notedBy === undefined ? [userId] : [userId, notedBy])),
  resting: (period) => period,
};

/** The one list of what a fleet takes along beside its settings and its own words. */
export const portable: readonly Portable[] = [
  portableRuns,
  portableLedgers,
  portableTracks,
  portablePeriods,
] as readonly Portable[];

function isSomebody(userId: string): boolean {
  return userId !== NOBODY;
}
