import type { Claim, Period } from "./claims.ts";
import { stretchesOf } from "./correction.ts";
import { isIn, type Phase, phaseAt } from "./periods.ts";
import { heapsOf, isComplete, type Progress, participants, progressOf } from "./progress.ts";
import type { Track } from "./track.ts";

/** How far one member, or one of their captains, is. */
export interface Standing {
  readonly userId: string;
  readonly captain: Claim["captain"];
  readonly claims: readonly Claim[];
  readonly progress: Progress;
  readonly hasClaimed: boolean;
}

export interface Standings {
  readonly phase: Phase;
  /** Who still needs it this time, those with the least to spare first. Without those who hide themselves. */
  readonly open: readonly Standing[];
  readonly openCount: number;
  readonly claimedCount: number;
  readonly completeCount: number;
  readonly hiddenCount: number;
  /** Everybody who may be listed. */
  readonly all: readonly Standing[];
}

export function standingsOf(track: Track, periods: readonly Period[], now: number): Standings {
  const phase = phaseAt(track, now);
  const everybody = byMember(track, periods).map(({ userId, captain, claims }): Standing => {
    const progress = progressOf(track, claims, now);
    return { userId, captain, claims, progress, hasClaimed: progress.current !== undefined };
  });
  const needing = everybody.filter(
    (one) => phase.is !== "over" && !one.hasClaimed && !isComplete(one.progress),
  );
  const hidden = new Set(track.hidden);
  const isListed = ({ userId }: Standing) => !hidden.has(userId);
  return {
    phase,
    open: needing.filter(isListed).toSorted((one, other) => one.progress.spare - other.progress.spare),
    openCount: needing.length,
    claimedCount: everybody.filter(({ hasClaimed }) => hasClaimed).length,
    completeCount: everybody.filter(({ progress }) => isComplete(progress)).length,
    hiddenCount: everybody.filter((one) => !isListed(one)).length,
    all: everybody.filter(isListed),
  };
}

/** Heaps of everybody in one pass: asking for each member alone would go through all claims each time. */
function byMember(track: Track, periods: readonly Period[]) {
  const claims = Map.groupBy(
    periods.flatMap((period) => period.claims.map((claim) => ({ ...period, claims: [claim] }))),
    ({ claims: [claim] }) => claim?.userId ?? "",
  );
  return participants(track, periods).flatMap((userId) =>
    heapsOf(track, claims.get(userId) ?? [], userId).map((heap) => ({ userId, ...heap })),
  );
}

/** Tells a spreadsheet that this is UTF-8, for the captains' names. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * The standings as a table for a spreadsheet: counts, instants, and no names of Discord's. Members stand as mentions:
 * a spreadsheet takes a bare id for a number and rounds it, and a mention can be pasted into Discord.
 */
export function standingsTable(track: Track, { all }: Standings): string {
  const spans = stretchesOf(track);
  const header = [
    "member",
    "captain",
    "claims",
    "needed",
    "may still miss",
    ...spans.map(({ plannedAt }) => iso(plannedAt)),
  ];
  const rows = all.map(({ userId, captain, claims, progress }) => [
    `<@${userId}>`,
    captain?.name ?? "",
    String(progress.done),
    String(progress.needed),
    String(Math.max(0, progress.spare)),
    ...spans.map((span) => {
      const inside = claims.filter((one) => isIn(one, span));
      return inside
        .map(({ choice }) => (choice === undefined ? undefined : track.choices[choice]?.name) ?? "claimed")
        .join(" + ");
    }),
  ]);
  return `${BYTE_ORDER_MARK}${[header, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function iso(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString();
}

/** A spreadsheet takes what begins with one of these signs for a formula. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
