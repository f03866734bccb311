import type { APIMessageTopLevelComponent, APIModalInteractionResponse } from "discord-api-types/v10";
import { lengthTyped } from "../../time/lengths.ts";
import { timeIn } from "../../time/zones.ts";
import { attachment, buttonRows, card, line, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { form, lineField, listField } from "../../ui/form.ts";
import { escapeText } from "../../ui/text.ts";
import { defaultCaptain } from "../captain.ts";
import type { User } from "../store.ts";
import { remindersInWords, reminderWays, meTexts as say } from "../text/me.ts";

const ACCENT = 0x94a3b8;

/** What a member has set, and the ways to change it. `notice` tells what has just been done. */
export function mePanel(user: User, now: number, notice?: string): APIMessageTopLevelComponent[] {
  const { timeZone, reminders, spoilers, captains } = user;
  const name = defaultCaptain(user)?.name;
  const isHidden = spoilers === "hidden";
  return [
    card(ACCENT, [
      text(notice === undefined ? say.heading : `${notice}\n${say.heading}`),
      text(
        [
          timeZone === undefined ? say.noZone : say.zone(timeZone, timeIn(timeZone, now)),
          say.reminders(remindersInWords(reminders)),
          reminders.by === "off" ? say.stillTold : say.remindersFor,
          say.plots[spoilers],
          say.captains(captains.length, name === undefined ? undefined : escapeText(name)),
        ].join("\n"),
      ),
      line(),
      ...buttonRows([
        { id: customId("me", "zone-form"), label: say.buttons.zone },
        { id: customId("me", "reminders-form"), label: say.buttons.reminders },
        {
          id: customId("me", "spoilers", isHidden ? "open" : "hidden"),
          label: isHidden ? say.buttons.showPlots : say.buttons.hidePlots,
        },
      ]),
      ...buttonRows([
        { id: customId("me", "export"), label: say.buttons.export },
        { id: customId("me", "forget"), label: say.buttons.forget, style: "danger" },
      ]),
    ]),
  ];
}

export function zoneForm({ timeZone }: User): APIModalInteractionResponse {
  const { title, label, help } = say.zoneForm;
  return form({
    id: customId("me", "zone"),
    title,
    fields: [lineField({ name: "zone", label, help, value: timeZone, maxLength: 60, required: true })],
  });
}

export function remindersForm({ reminders }: User): APIModalInteractionResponse {
  const { title, by, lead, leadHelp, quiet, quietHelp } = say.remindersForm;
  const { leadMinutes, quiet: hours } = reminders;
  return form({
    id: customId("me", "reminders"),
    title,
    fields: [
      listField({
        name: "by",
        label: by,
        options: Object.entries(reminderWays).map(([value, label]) => ({ value, label })),
        chosen: reminders.by,
      }),
      lineField({
        name: "lead",
        label: lead,
        help: leadHelp,
        value: leadMinutes === undefined ? undefined : lengthTyped(leadMinutes),
        maxLength: 30,
      }),
      lineField({
        name: "quiet",
        label: quiet,
        help: quietHelp,
        value: hours && `${hours.from}-${hours.to}`,
        maxLength: 30,
      }),
    ],
  });
}

const TYPED_SHOWN = 60;

/** For a time zone that may be several, or none. */
export function zoneQuestion(typed: string, near: readonly string[]): APIMessageTopLevelComponent[] {
  const shown = escapeText(typed.slice(0, TYPED_SHOWN));
  return [
    text(near.length === 0 ? say.zoneUnknown(shown) : say.zoneNear(shown)),
    ...buttonRows(
      near.length === 0
        ? [{ id: customId("me", "zone-form"), label: say.buttons.tryAgain }]
        : near.map((zone) => ({ id: customId("me", "zone", zoneInId(zone)), label: zone })),
    ),
  ];
}

/** A custom id has no room for a slash or a plus. */
export function zoneInId(zone: string): string {
  return zone.replaceAll("/", ".");
}

export function zoneFromId(written: string): string {
  return written.replaceAll(".", "/");
}

export function misread(sentence: string): APIMessageTopLevelComponent[] {
  return [
    text(sentence),
    ...buttonRows([{ id: customId("me", "reminders-form"), label: say.buttons.tryAgain }]),
  ];
}

export function forgetQuestion(): APIMessageTopLevelComponent[] {
  return [
    text(say.askForget),
    ...buttonRows([
      { id: customId("me", "forget-now"), label: say.buttons.forgetNow, style: "danger" },
      { id: customId("me", "keep"), label: say.buttons.keep },
    ]),
  ];
}

export function exportCard(file: string): APIMessageTopLevelComponent[] {
  return [text(say.exported), attachment(file)];
}
