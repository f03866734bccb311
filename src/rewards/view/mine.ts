import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import { type ButtonFace, buttonRows, card, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { fitted } from "../../ui/pieces.ts";
import { escapeText } from "../../ui/text.ts";
import { timestamp } from "../../ui/times.ts";
import type { Claim, Period } from "../claims.ts";
import { isIn, phaseAt, type Span, spansHeld, spansOf } from "../periods.ts";
import { heapsOf, isComplete, type Progress, progressOf } from "../progress.ts";
import { claimTexts as say } from "../text/claim.ts";
import { capital, periodName, ruleInWords } from "../text/words.ts";
import type { Track } from "../track.ts";
import { bar, claimId, takenName } from "./pieces.ts";

const ACCENT = 0xd4af37;
const ROWS_ROOM = 1_800;
/** Captains that are shown one by one. */
const HEAPS = 5;

export interface MineLook {
  readonly userId: string;
  readonly now: number;
  readonly notice?: string | undefined;
  readonly link?: string | undefined;
}

/** A member's own progress, for their eyes alone. */
export function minePanel(
  track: Track,
  periods: readonly Period[],
  { userId, now, notice, link }: MineLook,
): APIMessageTopLevelComponent[] {
  const heaps = heapsOf(track, periods, userId).slice(0, HEAPS);
  const blocks = heaps.map(({ captain, claims }) =>
    heapText(track, claims, captain?.name, now, ROWS_ROOM / heaps.length),
  );
  const small = [capital(ruleInWords(track)), track.hidden.includes(userId) ? say.hiddenNow : say.shownNow];
  return [
    card(ACCENT, [
      text([say.progress(escapeText(track.title)), ...(notice === undefined ? [] : [notice])].join("\n")),
      ...blocks.map(text),
      ...buttonRows(buttonsOf(track, userId, now)),
      text(`-# ${[...small, ...(link === undefined ? [] : [say.board(link)])].join(" · ")}`),
    ]),
  ];
}

function heapText(
  track: Track,
  claims: readonly Claim[],
  captain: string | undefined,
  now: number,
  room: number,
): string {
  const progress = progressOf(track, claims, now);
  const rows = fitted(rowsOf(track, claims, now), "\n", room);
  return [
    ...(captain === undefined ? [] : [`**${escapeText(captain)}**`]),
    say.figures(progress.done, progress.needed, bar(progress.done, progress.needed)),
    ...outlook(progress),
    ...(rows.text === "" ? [] : [rows.text]),
    ...(rows.left === 0 ? [] : ["-# …"]),
  ].join("\n");
}

function outlook(progress: Progress): readonly string[] {
  const { left, spare, latestAt, nextAt } = progress;
  if (isComplete(progress)) return [say.complete];
  return [
    say.spare(left, spare),
    ...(nextAt === undefined
      ? []
      : [say.nextClaim(timestamp(nextAt, "long"), timestamp(nextAt, "relative"))]),
    ...(latestAt === undefined
      ? []
      : [say.latest(timestamp(latestAt, "long"), timestamp(latestAt, "relative"))]),
  ];
}

/** The latest first, so that what is open stands on top when not all of it fits. */
function rowsOf(track: Track, claims: readonly Claim[], now: number): readonly string[] {
  const details = (claim: Claim) => {
    const took = takenName(track, claim);
    return `${took === undefined ? "" : say.took(took)}${claim.notedBy === undefined ? "" : say.notedBy}`;
  };
  if (track.cadence === "cooldown")
    return claims
      .map((claim, at) => say.rowClaimed(`${at + 1}.`, timestamp(claim.at, "long"), details(claim)))
      .toReversed();
  const phase = phaseAt(track, now);
  const completeAt = claims[track.needed - 1]?.at;
  const begun = spansHeld(track, now).filter(({ plannedAt }) => plannedAt <= now);
  const next = spansOf(track).find(({ plannedAt }) => plannedAt > now);
  const rows = begun.map((span) => {
    const claim = claims.find((one) => isIn(one, span));
    const name = capital(periodName(track, span.number));
    if (claim !== undefined) return say.rowClaimed(name, timestamp(claim.at, "long"), details(claim));
    if (completeAt !== undefined && span.closesAt > completeAt) return say.rowUnneeded(name);
    return isRunning(span) ? say.rowOpen(name, timestamp(span.closesAt, "relative")) : say.rowMissed(name);
  });
  const ahead =
    next === undefined || phase.is === "over" || completeAt !== undefined
      ? []
      : [say.rowAhead(capital(periodName(track, next.number)), timestamp(next.plannedAt, "long"))];
  return [...rows, ...ahead].toReversed();

  function isRunning(span: Span): boolean {
    return phase.is === "running" && phase.span.plannedAt === span.plannedAt;
  }
}

function buttonsOf(track: Track, userId: string, now: number): readonly ButtonFace[] {
  const { trackId, watchers, hidden } = track;
  const id = (action: string) => customId("rewards", action, trackId);
  const { buttons } = say;
  const phase = phaseAt(track, now);
  const reminding = watchers.includes(userId)
    ? { id: id("unremind"), label: buttons.unwatch }
    : { id: id("remind"), label: buttons.watch };
  const listing = hidden.includes(userId)
    ? { id: id("show"), label: buttons.show }
    : { id: id("hide"), label: buttons.hide };
  return [
    ...(phase.is === "running"
      ? [{ id: claimId(track, phase.span), label: buttons.claim, style: "good" } as const]
      : []),
    ...(phase.is === "over" ? [] : [reminding]),
    listing,
  ];
}
