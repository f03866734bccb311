import type { APIInteractionResponse, APIMessageTopLevelComponent } from "discord-api-types/v10";
import { WHEN_LENGTH } from "../../time/when.ts";
import { type ButtonFace, buttonRows, text } from "../../ui/card.ts";
import { form, lineField } from "../../ui/form.ts";
import { escapeText, shorten } from "../../ui/text.ts";
import { timestamp } from "../../ui/times.ts";
import { timeTexts as say, type Unsettled } from "../text/time.ts";

/** What a feature says of a time that is over; what was typed comes escaped. */
export type PastInWords = (typed: string, at: number) => string;

/** Where the answers to a question lead. */
export interface TimeWays {
  at(instant: number): string;
  readonly otherTime: string;
  /** What has become of the rest so far. */
  readonly note: string;
  readonly past: PastInWords;
  /** Whether a time that is over may be meant. */
  readonly isPastOffered: boolean;
}

const TYPED_SHOWN = 60;

/** Asks which time is meant. Buttons show no timestamps, so they carry the time of the asker's own zone. */
export function timeQuestion(
  typed: string,
  when: Unsettled,
  ways: TimeWays,
  inZone: (at: number) => string,
): APIMessageTopLevelComponent[] {
  const offered = offeredIn(when, ways);
  const faces: ButtonFace[] = [
    ...offered.map((at) => ({ id: ways.at(at), label: inZone(at), style: "main" as const })),
    { id: ways.otherTime, label: say.otherTime },
  ];
  const times = offered.map((at) => `- ${timestamp(at, "long")}`);
  const question = unsettledInWords(typed, when, ways.past);
  return [text([question, ...times, `-# ${ways.note}`].join("\n")), ...buttonRows(faces)];
}

/** Why a time is not taken, as words alone. */
export function unsettledInWords(typed: string, when: Unsettled, past: PastInWords): string {
  const shown = escapeText(shorten(typed, TYPED_SHOWN));
  switch (when.kind) {
    case "past":
      return past(shown, when.at);
    case "either":
      return say.asked[when.because](shown);
    default:
      return say.asked[when.kind](shown);
  }
}

function offeredIn(when: Unsettled, { isPastOffered }: TimeWays): readonly number[] {
  switch (when.kind) {
    case "either":
      return when.at;
    case "skipped":
      return [when.nearest];
    case "past":
      return isPastOffered ? [when.at] : [];
    default:
      return [];
  }
}

/** Asks for a time in words; `name` is the field's, `help` its examples. */
export function timeForm(
  id: string,
  { name, help, typed }: { readonly name: string; readonly help: string; readonly typed: string },
): APIInteractionResponse {
  const { title, label } = say.form;
  const field = { name, label, help, value: typed, maxLength: WHEN_LENGTH, required: true };
  return form({ id, title, fields: [lineField(field)] });
}
