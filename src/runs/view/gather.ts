import type { APIInteractionResponse, APIMessageTopLevelComponent } from "discord-api-types/v10";
import type { HourShift } from "../../time/hour-shifts.ts";
import { WHEN_LENGTH } from "../../time/when.ts";
import { type ButtonFace, buttonRows, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { form, lineField, listField } from "../../ui/form.ts";
import { escapeText, shorten } from "../../ui/text.ts";
import { timestamp } from "../../ui/times.ts";
import { difficulties, runLimits } from "../run.ts";
import { gatherTexts as say, type Unsettled } from "../text/gather.ts";
import { difficultyNames } from "../text/words.ts";

const TYPED_SHOWN = 60;

export interface Named {
  readonly slug: string;
  readonly label: string;
}

/** For a name that is none, or a mission that is no more: others, one press away. */
export function otherMissions(
  sentence: string,
  others: readonly Named[],
  draftId: string,
): APIMessageTopLevelComponent[] {
  const faces = others.map(({ slug, label }) => ({
    id: customId("lfg", "draft-mission", draftId, slug),
    label,
  }));
  return [text(sentence), ...buttonRows(faces)];
}

/** Where the answers to a question lead. */
export interface Ways {
  at(instant: number): string;
  readonly otherTime: string;
  /** What has become of the rest so far. */
  readonly note: string;
}

export function draftWays(draftId: string): Ways {
  return {
    at: (instant) => customId("lfg", "draft-at", draftId, String(instant)),
    otherTime: customId("lfg", "draft-when", draftId),
    note: say.asks,
  };
}

export function editWays(runId: string): Ways {
  return {
    at: (instant) => customId("lfg", "edit-at", runId, String(instant)),
    otherTime: customId("lfg", "edit", runId),
    note: say.timeStands,
  };
}

/** Asks which time is meant. Buttons show no timestamps, so they carry the time of the asker's own zone. */
export function whichTime(
  typed: string,
  when: Unsettled,
  ways: Ways,
  inZone: (at: number) => string,
): APIMessageTopLevelComponent[] {
  const offered = offeredIn(when);
  const faces: ButtonFace[] = [
    ...offered.map((at) => ({ id: ways.at(at), label: inZone(at), style: "main" as const })),
    { id: ways.otherTime, label: say.buttons.otherTime },
  ];
  const times = offered.map((at) => `- ${timestamp(at, "long")}`);
  const question = unsettledInWords(escapeText(shorten(typed, TYPED_SHOWN)), when);
  return [text([question, ...times, `-# ${ways.note}`].join("\n")), ...buttonRows(faces)];
}

export function timeForm(draftId: string, typed: string): APIInteractionResponse {
  const { title, label, help } = say.timeForm;
  return form({
    id: customId("lfg", "draft-when", draftId),
    title,
    fields: [lineField({ name: "when", label, help, value: typed, maxLength: WHEN_LENGTH, required: true })],
  });
}

/** What a press of Gather a crew asks, all of it optional. */
export function gatherForm(slug: string): APIInteractionResponse {
  const words = say.form;
  const levels = difficulties.map((value) => ({ label: difficultyNames[value], value }));
  return form({
    id: customId("lfg", "gather", slug),
    title: words.title,
    fields: [
      lineField({ name: "when", label: words.when, help: words.whenHelp, maxLength: WHEN_LENGTH }),
      lineField({ name: "seats", label: words.seats, help: words.seatsHelp, maxLength: 2 }),
      listField({
        name: "difficulty",
        label: words.difficulty,
        options: [{ label: words.anyDifficulty, value: "any" }, ...levels],
        chosen: "any",
      }),
      lineField({ name: "roles", label: words.roles, help: words.rolesHelp, maxLength: 100 }),
      lineField({ name: "note", label: words.note, maxLength: runLimits.note }),
    ],
  });
}

/** There is one like it: a way to it, and a way on. */
export function anotherLikeIt(sentence: string, draftId: string): APIMessageTopLevelComponent[] {
  return [
    text(`${sentence}\n-# ${say.asks}`),
    ...buttonRows([
      { id: customId("lfg", "draft-anyway", draftId), label: say.buttons.anyway, style: "main" },
    ]),
  ];
}

/** The hour will shift for some: a way on, for who knows that now. */
export function shiftWarning(
  zone: string,
  shifts: readonly HourShift[],
  draftId: string,
): APIMessageTopLevelComponent[] {
  const lines = shifts.map((one) => say.shift(one.zone, timestamp(one.at, "day"), one.byMinutes));
  return [
    text([say.shifts(zone), ...lines, `-# ${say.asks}`].join("\n")),
    ...buttonRows([
      { id: customId("lfg", "draft-warned", draftId), label: say.buttons.warned, style: "main" },
      { id: customId("lfg", "draft-when", draftId), label: say.buttons.otherTime },
    ]),
  ];
}

/** What the leader reads, alone, once the card stands. */
export function postedNote(
  runId: string,
  sentences: readonly string[],
  below: readonly APIMessageTopLevelComponent[],
): APIMessageTopLevelComponent[] {
  return [
    text(sentences.join("\n")),
    ...below,
    ...buttonRows([
      { id: customId("lfg", "edit", runId), label: say.buttons.change },
      { id: customId("lfg", "cancel", runId), label: say.buttons.cancel },
    ]),
  ];
}

function offeredIn(when: Unsettled): readonly number[] {
  if (when.kind === "either") return when.at;
  return when.kind === "skipped" ? [when.nearest] : [];
}

function unsettledInWords(typed: string, when: Unsettled): string {
  switch (when.kind) {
    case "either":
      return say.asked[when.because](typed);
    case "past":
      return say.asked.past(typed, timestamp(when.at, "relative"));
    case "skipped":
    case "too-far":
    case "no-hour":
    case "unreadable":
      return say.asked[when.kind](typed);
  }
}
