import type { APIMessageTopLevelComponent, APIModalInteractionResponse } from "discord-api-types/v10";
import { factionNames } from "../../captains/names.ts";
import { factions } from "../../catalog/game.ts";
import { attachment, type ButtonFace, buttonRows, card, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { form, lineField, picksField } from "../../ui/form.ts";
import { escapeText, oneLine } from "../../ui/text.ts";
import type { KnownBug } from "../known.ts";
import { ledgerLimits, type Report } from "../ledger.ts";
import { officerTexts as say } from "../text/officers.ts";
import { stateInWords } from "../text/words.ts";
import { accentOf } from "./accents.ts";

export interface Panel {
  readonly slug: string;
  readonly title: string;
  /** The bug that the buttons are about; missing where a mission has none yet. */
  readonly bug: KnownBug | undefined;
  readonly canExport: boolean;
}

/** What officers can do about a mission's bugs, and about one of them. */
export function officersPanel({ slug, title, bug, canExport }: Panel): APIMessageTopLevelComponent[] {
  const about =
    bug === undefined ? [] : [text(`${say.about(escapeText(bug.summary))}\n${stateInWords(bug)}`)];
  const small = bug === undefined || bug.addedOn !== undefined ? say.ownOnly : say.sourceStays;
  return [
    card(accentOf(bug), [
      text(say.heading(escapeText(title))),
      ...about,
      ...buttonRows(bug === undefined ? [] : deedsFor(bug)),
      ...buttonRows([
        { id: customId("bugs", "add", slug), label: say.buttons.add },
        ...(canExport ? [{ id: customId("bugs", "export", slug), label: say.buttons.export }] : []),
        bug === undefined
          ? { id: customId("bugs", "mission", slug), label: say.buttons.back }
          : { id: customId("bugs", "show", bug.handle), label: say.buttons.back },
      ]),
      text(small),
    ]),
  ];
}

function deedsFor({ handle, addedOn, fixedHereOn, state }: KnownBug): readonly ButtonFace[] {
  const isOfFleet = addedOn !== undefined;
  return [
    ...(isOfFleet ? [{ id: customId("bugs", "edit", handle), label: say.buttons.edit }] : []),
    ...(fixedHereOn === undefined && state !== "fixed"
      ? [{ id: customId("bugs", "fix", handle), label: say.buttons.fix, style: "good" as const }]
      : []),
    ...(fixedHereOn === undefined
      ? []
      : [{ id: customId("bugs", "reopen", handle), label: say.buttons.reopen }]),
    ...(isOfFleet
      ? [{ id: customId("bugs", "remove", handle), label: say.buttons.remove, style: "danger" as const }]
      : []),
  ];
}

export function addForm(slug: string, title: string): APIModalInteractionResponse {
  const nothing: Report = { summary: "", factions: [] };
  return reportForm(customId("bugs", "add", slug), say.form.add(oneLine(title)), nothing);
}

export function editForm(handle: string, report: Report): APIModalInteractionResponse {
  return reportForm(customId("bugs", "edit", handle), say.form.edit, report);
}

function reportForm(id: string, title: string, report: Report): APIModalInteractionResponse {
  const { summary, objective, workaround, factions: met } = report;
  return form({
    id,
    title,
    fields: [
      lineField({
        name: "summary",
        label: say.form.summary,
        help: say.form.summaryHelp,
        value: summary,
        maxLength: ledgerLimits.summary,
        required: true,
        size: "long",
      }),
      lineField({
        name: "objective",
        label: say.form.objective,
        help: say.form.objectiveHelp,
        value: objective,
        maxLength: ledgerLimits.objective,
      }),
      picksField({
        name: "factions",
        label: say.form.factions,
        help: say.form.factionsHelp,
        options: factions.map((value) => ({ label: factionNames[value], value })),
        chosen: met,
      }),
      lineField({
        name: "workaround",
        label: say.form.workaround,
        help: say.form.workaroundHelp,
        value: workaround,
        maxLength: ledgerLimits.workaround,
        size: "long",
      }),
    ],
  });
}

export function fixForm(handle: string, today: string): APIModalInteractionResponse {
  return form({
    id: customId("bugs", "fix", handle),
    title: say.form.fix,
    fields: [
      lineField({
        name: "day",
        label: say.form.day,
        help: say.form.dayHelp,
        value: today,
        maxLength: 20,
        required: true,
      }),
    ],
  });
}

export function removeQuestion({ handle, summary }: KnownBug, voices: number): APIMessageTopLevelComponent[] {
  return [
    text(say.askRemove(escapeText(summary), voices)),
    ...buttonRows([
      { id: customId("bugs", "remove-now", handle), label: say.buttons.removeNow, style: "danger" },
      { id: customId("bugs", "show", handle), label: say.buttons.back },
    ]),
  ];
}

export function exportCard(file: string): APIMessageTopLevelComponent[] {
  return [text(say.exported(file)), attachment(file)];
}
