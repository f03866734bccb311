import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import { type ButtonFace, buttonRows, card, line, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { pageAt } from "../../ui/pages.ts";
import { fitted, mention } from "../../ui/pieces.ts";
import { escapeText } from "../../ui/text.ts";
import { timestamp } from "../../ui/times.ts";
import type { Claim, Period } from "../claims.ts";
import { type Phase, phaseAt, type Span, spansHeld, spansOf } from "../periods.ts";
import { completeCount, participants, progressOf } from "../progress.ts";
import { boardTexts as say } from "../text/board.ts";
import { capital, periodName, ruleInWords, unitNames } from "../text/words.ts";
import { NOBODY, type Track } from "../track.ts";
import { bar, choiceNames, claimId, takenName } from "./pieces.ts";

/** Room for who claimed, so that the board stays below the 4,000 characters of a message at any size. */
const CLAIMS_ROOM = 1_500;
/** Periods that are shown one by one. */
const ROWS = 8;

const ACCENTS: Readonly<Record<Phase["is"], number>> = { ahead: 0x3b82f6, running: 0xd4af37, over: 0x6b7280 };

/** What everybody sees of a track. */
export function rewardBoard(
  track: Track,
  periods: readonly Period[],
  now: number,
): APIMessageTopLevelComponent[] {
  const phase = phaseAt(track, now);
  const taking = participants(track, periods).length;
  const claims = phase.is === "running" ? claimsIn(periods, phase.span) : [];
  const claimed = fitted(claimPieces(track, claims.toReversed()), " · ", CLAIMS_ROOM);
  const progress = [
    ...rowsOf(track, periods, { phase, taking, now }),
    ...standing(track, periods, taking, now),
  ];
  return [
    card(ACCENTS[phase.is], [
      text([`## ${escapeText(track.title)}`, phaseLine(track, phase), ...rewardLines(track)].join("\n")),
      ...(progress.length === 0 ? [] : [line(), text(progress.join("\n"))]),
      ...(phase.is === "running" ? [text(claimsText(track, claims.length, claimed))] : []),
      ...buttonRows(buttonsOf(track, phase, claimed.left > 0)),
      text(say.small(ruleInWords(track), openerOf(track), track.trackId)),
    ]),
  ];
}

function openerOf({ openedBy }: Track): string | undefined {
  return openedBy === NOBODY ? undefined : mention(openedBy);
}

const PAGE_ROOM = 3_000;

/** Who claimed in the running period, all of them, a page at a time. */
export function everybodyPage(
  track: Track,
  periods: readonly Period[],
  now: number,
  number: number,
): APIMessageTopLevelComponent[] {
  const phase = phaseAt(track, now);
  const span = phase.is === "running" ? phase.span : (spansHeld(track, now).at(-1) ?? spansOf(track)[0]);
  const claims = claimsIn(periods, span);
  const pieces = claimPieces(track, track.cadence === "cooldown" ? claims.toReversed() : claims);
  const lines = pieces.map((one, at) => `${at + 1}. ${one}`);
  const page = pageAt([lines.join("\n")], PAGE_ROOM, number);
  const turn = (to: number, label: string, disabled: boolean): ButtonFace => ({
    id: customId("rewards", "everybody", track.trackId, String(to)),
    label,
    disabled,
  });
  return [
    card(ACCENTS[phase.is], [
      text(say.everybodyOf(escapeText(track.title), periodName(track, span.number))),
      text(page.body.trim() === "" ? say.nobody : page.body),
      ...(page.of === 1
        ? []
        : buttonRows([
            turn(page.number - 1, "← Previous", page.number === 1),
            turn(page.number + 1, "Next →", page.number === page.of),
          ])),
    ]),
  ];
}

function phaseLine(track: Track, phase: Phase): string {
  switch (phase.is) {
    case "ahead": {
      const { plannedAt, number } = phase.first;
      return say.ahead(
        periodName(track, number),
        timestamp(plannedAt, "long"),
        timestamp(plannedAt, "relative"),
      );
    }
    case "running": {
      const { closesAt, number } = phase.span;
      const name = capital(periodName(track, number));
      return say.running(name, timestamp(closesAt, "long"), timestamp(closesAt, "relative"));
    }
    case "over":
      return (track.closedAt === undefined ? say.over : say.closed)(timestamp(phase.endedAt, "long"));
  }
}

function rewardLines(track: Track): readonly string[] {
  const names = choiceNames(track);
  if (names.length === 0) return [];
  return [names.length === 1 ? say.gives(names[0] ?? "") : say.oneOf(names)];
}

/** The running period and those around it, each with a bar of those who take part. */
function rowsOf(
  track: Track,
  periods: readonly Period[],
  { phase, taking, now }: { readonly phase: Phase; readonly taking: number; readonly now: number },
): readonly string[] {
  if (track.cadence === "cooldown") return [];
  const spans = spansHeld(track, now);
  const running = phase.is === "running" ? phase.span.number : phase.is === "ahead" ? 0 : spans.length;
  const first = Math.max(0, Math.min(running - 5, spans.length - ROWS));
  const shown = spans.slice(first, first + ROWS);
  const after = spans.length - first - shown.length;
  return [
    ...(first > 0 ? [`-# ${say.earlier(first)}`] : []),
    ...shown.map((span) => rowOf(track, periods, span, { running, taking })),
    ...(after > 0 ? [`-# ${say.later(after)}`] : []),
  ];
}

function rowOf(
  track: Track,
  periods: readonly Period[],
  span: Span,
  { running, taking }: { readonly running: number; readonly taking: number },
): string {
  const name = `${capital(unitNames[track.cadence][0])} ${span.number}`;
  if (span.number > running) return say.opens(name, timestamp(span.plannedAt, "long"));
  const members = new Set(claimsIn(periods, span).map(({ userId }) => userId)).size;
  return say.row(name, bar(members, taking), members, taking);
}

/** What matters where not every period is needed: how many may be missed. */
function standing(track: Track, periods: readonly Period[], taking: number, now: number): readonly string[] {
  const lines = taking === 0 ? [] : [say.complete(completeCount(track, periods), taking)];
  const fresh = progressOf(track, [], now);
  if (track.needed === track.length && track.cadence !== "cooldown") return lines;
  if (fresh.left === 0) return lines;
  const latest =
    fresh.latestAt === undefined ? undefined : say.latestStart(timestamp(fresh.latestAt, "long"));
  const spare = fresh.spare < 0 ? say.tooLate : say.mayMiss(fresh.spare);
  const unit = track.cadence === "cooldown" ? (["claim", "claims"] as const) : unitNames[track.cadence];
  return [...lines, say.left(say.daysLeft(fresh.left, unit), spare, latest)];
}

function claimsText({ cadence }: Track, count: number, claimed: ReturnType<typeof fitted>): string {
  if (count === 0) return say.nobody;
  const more = claimed.left === 0 ? "" : `\n*${say.more(claimed.left)}*`;
  const heading = cadence === "cooldown" ? say.claimedSoFar(count) : say.claimedHeading(count);
  return `${heading}\n${claimed.text}${more}`;
}

/** One for each claim; with a cooldown, where they come again and again, one for each who claimed. */
function claimPieces(track: Track, claims: readonly Claim[]): readonly string[] {
  if (track.cadence !== "cooldown") return claims.map((one) => claimPiece(track, one));
  const whose = ({ userId, captain }: Claim) =>
    track.per === "account" ? userId : `${userId} ${captain?.captainId}`;
  return [...Map.groupBy(claims, whose).values()].flatMap(([last, ...others]) =>
    last === undefined ? [] : [claimPiece(track, last, say.ofNeeded(others.length + 1, track.needed))],
  );
}

function claimPiece(track: Track, claim: Claim, count?: string): string {
  const captain = claim.captain && track.per === "captain" ? escapeText(claim.captain.name) : undefined;
  const details = [captain, count ?? takenName(track, claim)].filter((part) => part !== undefined).join(", ");
  return details === "" ? mention(claim.userId) : `${mention(claim.userId)} (${details})`;
}

function claimsIn(periods: readonly Period[], span: Span): readonly Claim[] {
  return periods.find(({ plannedAt }) => plannedAt === span.plannedAt)?.claims ?? [];
}

function buttonsOf(track: Track, phase: Phase, isCut: boolean): readonly ButtonFace[] {
  const { claim, mine, remind, everybody, picture } = say.buttons;
  const id = (action: string) => customId("rewards", action, track.trackId);
  return [
    ...(phase.is === "running"
      ? [{ id: claimId(track, phase.span), label: claim, style: "good" } as const]
      : []),
    { id: id("mine"), label: mine },
    ...(phase.is === "over" ? [] : [{ id: id("remind"), label: remind }]),
    ...(phase.is === "ahead" ? [] : [{ id: id("picture"), label: picture }]),
    ...(isCut ? [{ id: id("everybody"), label: everybody }] : []),
  ];
}
