import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import { type ButtonFace, buttonRows, select, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { escapeText } from "../../ui/text.ts";
import { timestamp } from "../../ui/times.ts";
import { type Claim, type ClaimingCaptain, COOLDOWN_MS, isFresh } from "../claims.ts";
import { type Span, spansOf } from "../periods.ts";
import { isComplete, type Progress } from "../progress.ts";
import { claimTexts as say } from "../text/claim.ts";
import { choiceInWords, periodName } from "../text/words.ts";
import type { Choice, Track } from "../track.ts";
import { choiceNames, claimId, takenName } from "./pieces.ts";

/** Asks which of a few rewards is meant; a press goes on with `action`. */
export function whichTrack(
  tracks: readonly Track[],
  action: string,
  which: "open" | "earlier" = "open",
): APIMessageTopLevelComponent[] {
  const menu = select({
    id: customId("rewards", action),
    placeholder: say.pickTrack,
    options: tracks.map(({ title, trackId }) => ({ label: title, value: trackId })),
  });
  const question = which === "open" ? say.whichTrack : say.whichEarlier;
  return [text(question), { type: ComponentType.ActionRow, components: [menu] }];
}

/** Asks which of the choices was taken. */
export function whichChoice(
  track: Track,
  span: Span,
  captain: ClaimingCaptain | undefined,
): APIMessageTopLevelComponent[] {
  const faces = track.choices.map(({ name, quantity }, at) => ({
    id: customId("rewards", "take", track.trackId, String(at), captain?.captainId ?? "", `${span.plannedAt}`),
    label: `${quantity} × ${name}`,
    style: "main" as const,
  }));
  const question = say.which(escapeText(track.title), periodName(track, span.number));
  return [
    text([question, ...choiceNames(track).map((name) => `- ${name}`)].join("\n")),
    ...buttonRows(faces),
  ];
}

/** The period that a button was about closed before it was pressed: nothing is noted, and the running one is asked about. */
export function closedMeanwhile(
  track: Track,
  closed: Span,
  running: Span,
  captain: ClaimingCaptain | undefined,
): APIMessageTopLevelComponent[] {
  const title = escapeText(track.title);
  const notice = text(
    say.closedMeanwhile(title, periodName(track, closed.number), periodName(track, running.number)),
  );
  if (track.choices.length > 1) return [notice, ...whichChoice(track, running, captain)];
  const again = { id: claimId(track, running), label: say.buttons.claim } as const;
  return [notice, ...buttonRows([{ ...again, style: "good" }])];
}

/** Asks whose claim it is, where each captain has one. */
export function whichCaptain(
  track: Track,
  span: Span,
  captains: readonly ClaimingCaptain[],
): APIMessageTopLevelComponent[] {
  const menu = select({
    id: customId("rewards", "for", track.trackId, String(span.plannedAt)),
    placeholder: say.pickCaptain,
    options: captains.map(({ name, captainId }) => ({ label: name, value: captainId })),
  });
  return [
    text(say.whichCaptain(escapeText(track.title))),
    { type: ComponentType.ActionRow, components: [menu] },
  ];
}

export interface Claimed {
  readonly track: Track;
  readonly span: Span;
  readonly claim: Claim;
  readonly progress: Progress;
  readonly isWatching: boolean;
  /** The highest level among the captains that the member told of; that of the claiming one, where captains count. */
  readonly bestLevel: number | undefined;
  readonly now: number;
  /** What has just been done, where it was not the claim itself. */
  readonly notice?: string;
}

/** What was noted, as it is on disk, and the ways to take it back. */
export function claimedAnswer(claimed: Claimed): APIMessageTopLevelComponent[] {
  const { track, span, claim, progress, now, notice } = claimed;
  const lines = [
    notice ?? claimedInWords(track, span, claim),
    [
      say.done(progress.done, progress.needed),
      ...(isComplete(progress) ? [] : [nextInWords(track, span, claim)]),
    ].join(" "),
    warning(claimed),
    isFresh(claim, now) ? say.secondThoughts : undefined,
  ].filter((part) => part !== undefined);
  return [text(lines.join("\n")), ...buttonRows(buttonsOf(claimed))];
}

export function claimedInWords(track: Track, span: Span, claim: Claim): string {
  const took = takenName(track, claim);
  const what = `${claim.captain && track.per === "captain" ? say.forCaptain(escapeText(claim.captain.name)) : ""}${took === undefined ? "" : say.took(took)}`;
  return say.claimed(escapeText(track.title), periodName(track, span.number), what);
}

/** Why a second claim does not count, with the time of the next. */
export function alreadyInWords(track: Track, span: Span, claim: Claim): string {
  const at = timestamp(claim.at, "relative");
  const period = periodName(track, span.number);
  return say.already(escapeText(track.title), period, at, nextInWords(track, span, claim));
}

/** When the member can claim the next time. */
function nextInWords(track: Track, span: Span, claim: Claim): string {
  if (track.cadence === "cooldown") {
    const at = claim.at + COOLDOWN_MS;
    return at >= span.closesAt ? say.last : say.nextClaim(timestamp(at, "long"), timestamp(at, "relative"));
  }
  const next = spansOf(track).find(({ number }) => number === span.number + 1);
  if (next === undefined) return say.last;
  return say.next(timestamp(next.plannedAt, "long"), timestamp(next.plannedAt, "relative"));
}

function warning({ track, claim, bestLevel }: Claimed): string | undefined {
  const choice = claim.choice === undefined ? undefined : track.choices[claim.choice];
  if (choice?.usableFromLevel === undefined || (bestLevel ?? 0) >= choice.usableFromLevel) return undefined;
  const name = escapeText(choice.name);
  return track.per === "captain" && claim.captain !== undefined
    ? say.usableBy(name, choice.usableFromLevel, escapeText(claim.captain.name), bestLevel)
    : say.usableFrom(name, choice.usableFromLevel, bestLevel);
}

function buttonsOf({ track, span, claim, now, isWatching }: Claimed): readonly ButtonFace[] {
  const { trackId, choices } = track;
  const named = [trackId, String(span.plannedAt), String(claim.at)] as const;
  const others = choices.flatMap((choice: Choice, at) =>
    at === claim.choice || claim.choice === undefined
      ? []
      : [
          {
            id: customId("rewards", "change", ...named, String(at)),
            label: say.buttons.changeTo(choiceInWords(choice, choice.name)),
          },
        ],
  );
  return [
    ...(isFresh(claim, now)
      ? [{ id: customId("rewards", "undo", ...named), label: say.buttons.undo }, ...others]
      : []),
    ...(isWatching ? [] : [{ id: customId("rewards", "remind", trackId), label: say.buttons.watch }]),
  ];
}
