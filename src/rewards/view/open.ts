import type { APIInteractionResponse, APIMessageTopLevelComponent } from "discord-api-types/v10";
import { WHEN_LENGTH, type When } from "../../time/when.ts";
import { type ButtonFace, buttonRows, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { form, lineField } from "../../ui/form.ts";
import { escapeText, shorten } from "../../ui/text.ts";
import { timestamp } from "../../ui/times.ts";
import { openTexts as say } from "../text/open.ts";
import { capital, ruleInWords } from "../text/words.ts";
import type { Track } from "../track.ts";

const TYPED_SHOWN = 60;

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
  return timeForm(customId("rewards", "restart", trackId), "");
}

type Unsettled = Exclude<When, { readonly kind: "at" }>;

/** Asks when it starts. Buttons show no timestamps, so they carry the time of the asker's own zone. */
export function whichStart(
  typed: string,
  when: Unsettled,
  draftId: string,
  inZone: (at: number) => string,
): APIMessageTopLevelComponent[] {
  const offered = offeredIn(when);
  const faces: readonly ButtonFace[] = [
    ...offered.map((at) => ({
      id: customId("rewards", "start-at", draftId, String(at)),
      label: inZone(at),
      style: "main" as const,
    })),
    { id: customId("rewards", "start-form", draftId), label: say.buttons.otherTime },
  ];
  const lines = [
    unsettledInWords(typed, when),
    ...offered.map((at) => `- ${timestamp(at, "long")}`),
    `-# ${say.asks}`,
  ];
  return [text(lines.join("\n")), ...buttonRows(faces)];
}

export function startForm(draftId: string, typed: string): APIInteractionResponse {
  return timeForm(customId("rewards", "start-form", draftId), typed);
}

function timeForm(id: string, typed: string): APIInteractionResponse {
  const { title, label, help } = say.timeForm;
  const field = { name: "starts", label, help, value: typed, maxLength: WHEN_LENGTH, required: true };
  return form({ id, title, fields: [lineField(field)] });
}

/** Why a time is not taken, as words alone. */
export function unsettledInWords(typed: string, when: Unsettled): string {
  return inWords(escapeText(shorten(typed, TYPED_SHOWN)), when);
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

/** A reward may have begun before it is opened here, so a past time is offered as well. */
function offeredIn(when: Unsettled): readonly number[] {
  switch (when.kind) {
    case "either":
      return when.at;
    case "skipped":
      return [when.nearest];
    case "past":
      return [when.at];
    default:
      return [];
  }
}

function inWords(typed: string, when: Unsettled): string {
  switch (when.kind) {
    case "past":
      return say.starts.past(typed, timestamp(when.at, "long"), timestamp(when.at, "relative"));
    case "either":
      return say.starts[when.because](typed);
    default:
      return say.starts[when.kind](typed);
  }
}
