import type { APIInteractionResponse, APIMessageTopLevelComponent } from "discord-api-types/v10";
import { timeTexts } from "../../captains/text/time.ts";
import { type TimeWays, timeForm } from "../../captains/view/time.ts";
import type { HourShift } from "../../time/hour-shifts.ts";
import { WHEN_LENGTH } from "../../time/when.ts";
import { buttonRows, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { form, lineField, listField } from "../../ui/form.ts";
import { timestamp } from "../../ui/times.ts";
import { difficulties, type Run, runLimits } from "../run.ts";
import { gatherTexts as say } from "../text/gather.ts";
import { difficultyNames } from "../text/words.ts";
import { ALL } from "./manage.ts";

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

export function draftWays(draftId: string): TimeWays {
  return {
    at: (instant) => customId("lfg", "draft-at", draftId, String(instant)),
    otherTime: customId("lfg", "draft-when", draftId),
    note: say.asks,
    ...over,
  };
}

/** `isChanged`: something else of the run was changed by the same form. */
export function editWays(runId: string, isChanged: boolean): TimeWays {
  return {
    at: (instant) => customId("lfg", "edit-at", runId, String(instant)),
    otherTime: customId("lfg", "edit", runId),
    note: isChanged ? say.onlyTimeStands : say.timeStands,
    ...over,
  };
}

const over: Pick<TimeWays, "past" | "isPastOffered"> = {
  past: (typed, at) => say.past(typed, timestamp(at, "relative")),
  isPastOffered: false,
};

export function draftTimeForm(draftId: string, typed: string): APIInteractionResponse {
  return timeForm(customId("lfg", "draft-when", draftId), { name: "when", help: say.timeHelp, typed });
}

/** What a press of Gather a crew asks, all of it optional. `reward`: the track whose members are to be told. */
export function gatherForm(slug: string, reward?: string): APIInteractionResponse {
  const words = say.form;
  const levels = difficulties.map((value) => ({ label: difficultyNames[value], value }));
  return form({
    id: customId("lfg", "gather", slug, ...(reward === undefined ? [] : [reward])),
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
export function anotherLikeIt(
  sentence: string,
  draftId: string,
  runId: string,
): APIMessageTopLevelComponent[] {
  return [
    text(`${sentence}\n-# ${say.asks}`),
    ...buttonRows([
      { id: customId("lfg", "join", runId), label: say.buttons.joinThat, style: "good" },
      { id: customId("lfg", "draft-anyway", draftId), label: say.buttons.anyway },
    ]),
  ];
}

/** The hour will shift for some: a way on, for who knows that now. */
export function shiftWarning(
  zone: string,
  shifts: readonly HourShift[],
  draftId: string,
): APIMessageTopLevelComponent[] {
  return [
    text([...shiftLines(zone, shifts), `-# ${say.asks}`].join("\n")),
    ...buttonRows([
      { id: customId("lfg", "draft-warned", draftId), label: say.buttons.warned, style: "main" },
      { id: customId("lfg", "draft-when", draftId), label: timeTexts.otherTime },
    ]),
  ];
}

export function shiftLines(zone: string, shifts: readonly HourShift[]): readonly string[] {
  const lines = shifts.map((one) => say.shift(one.zone, timestamp(one.at, "day"), one.byMinutes));
  return [say.shifts(zone), ...lines];
}

/** What the leader reads, alone, once the card stands. */
export function postedNote(
  { runId, series }: Run,
  sentences: readonly string[],
  below: readonly APIMessageTopLevelComponent[],
): APIMessageTopLevelComponent[] {
  return [
    text(sentences.join("\n")),
    ...below,
    ...buttonRows([
      { id: customId("lfg", "edit", runId), label: say.buttons.change },
      series === undefined
        ? { id: customId("lfg", "cancel", runId), label: say.buttons.cancel }
        : { id: customId("lfg", "cancel", runId, ALL), label: say.buttons.cancelSeries },
    ]),
  ];
}
