import type { APIInteractionResponse, APIMessageTopLevelComponent } from "discord-api-types/v10";
import { type TimeWays, timeForm } from "../../captains/view/time.ts";
import { buttonRows, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { escapeText } from "../../ui/text.ts";
import { timestamp } from "../../ui/times.ts";
import { openTexts as say } from "../text/open.ts";
import { capital, ruleInWords } from "../text/words.ts";
import type { Track } from "../track.ts";

/** What an officer reads once a track is open; as long as it has not begun, its start can be changed. */
export function openedNote(
  track: Track,
  lines: readonly string[],
  now: number,
): APIMessageTopLevelComponent[] {
  const change = { id: customId("rewards", "restart", track.trackId), label: say.buttons.change };
  return [
    text([...lines, `-# ${capital(ruleInWords(track))}`].join("\n")),
    ...buttonRows([
      ...(track.startsAt > now ? [change] : []),
      { id: customId("rewards", "close", track.trackId), label: say.buttons.takeBack },
    ]),
  ];
}

export function restartForm({ trackId }: Track): APIInteractionResponse {
  return startFormOf(customId("rewards", "restart", trackId), "");
}

export function startWays(draftId: string): TimeWays {
  return {
    at: (instant) => customId("rewards", "start-at", draftId, String(instant)),
    otherTime: customId("rewards", "start-form", draftId),
    note: say.asks,
    past: pastStart,
    /** A reward may have begun before it is opened here. */
    isPastOffered: true,
  };
}

export function pastStart(typed: string, at: number): string {
  return say.past(typed, timestamp(at, "long"), timestamp(at, "relative"));
}

export function startForm(draftId: string, typed: string): APIInteractionResponse {
  return startFormOf(customId("rewards", "start-form", draftId), typed);
}

function startFormOf(id: string, typed: string): APIInteractionResponse {
  return timeForm(id, { name: "starts", help: say.timeHelp, typed });
}

/** Asks once before a track is closed. */
export function closeQuestion(track: Track, claims: number): APIMessageTopLevelComponent[] {
  return [
    text(say.closeAsk(escapeText(track.title), claims)),
    ...buttonRows([
      { id: customId("rewards", "close-now", track.trackId), label: say.buttons.close, style: "danger" },
      { id: customId("rewards", "keep", track.trackId), label: say.buttons.keep },
    ]),
  ];
}

export function closedNote(track: Track): APIMessageTopLevelComponent[] {
  return [
    text(say.closed(escapeText(track.title))),
    ...buttonRows([{ id: customId("rewards", "reopen", track.trackId), label: say.buttons.reopen }]),
  ];
}
