import type { APIMessageTopLevelComponent, APIModalInteractionResponse } from "discord-api-types/v10";
import { lengthTyped } from "../../time/lengths.ts";
import { timeIn } from "../../time/zones.ts";
import { buttonRows, card, line, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { form, lineField } from "../../ui/form.ts";
import { channelSelect, roleSelect } from "../../ui/selects.ts";
import { escapeText } from "../../ui/text.ts";
import { cardChannels } from "../doctor.ts";
import { pingPauses, type Settings } from "../settings.ts";
import { setupTexts as say } from "../text/setup.ts";

const ACCENT = 0xd4af37;

interface Panel {
  readonly settings: Settings;
  readonly now: number;
  /** Whether the one who looks may name the officer role. */
  readonly mayNameOfficers: boolean;
  /** What has just been done. */
  readonly notice?: string | undefined;
}

export function setupPanel({ settings, now, mayNameOfficers, notice }: Panel): APIMessageTopLevelComponent[] {
  const { timeZone, leadMinutes, spoilers } = settings;
  const isHidden = spoilers === "hidden";
  const id = (action: string, ...args: readonly string[]) => customId("fleet", action, ...args);
  return [
    card(ACCENT, [
      text(notice === undefined ? say.heading : `${notice}\n${say.heading}`),
      text(
        [
          timeZone === undefined ? say.noZone : say.zone(timeZone, timeIn(timeZone, now)),
          say.leads(leadMinutes),
          say.pings(settings.pingMinutes ?? pingPauses.usual),
          say.spoilers[spoilers],
        ].join("\n"),
      ),
      channelSelect({
        id: id("runs"),
        placeholder: say.placeholders.runs,
        chosen: settings.runsChannelId,
        types: cardChannels,
      }),
      channelSelect({
        id: id("rewards"),
        placeholder: say.placeholders.rewards,
        chosen: settings.rewardsChannelId,
        types: cardChannels,
      }),
      roleSelect({ id: id("ping"), placeholder: say.placeholders.ping, chosen: settings.pingRoleId }),
      roleSelect({
        id: id("officer"),
        placeholder: say.placeholders.officer,
        chosen: settings.officerRoleId,
        disabled: !mayNameOfficers,
      }),
      ...(mayNameOfficers ? [] : [text(say.officers)]),
      line(),
      ...buttonRows([
        { id: id("zone-form"), label: say.buttons.zone },
        { id: id("leads-form"), label: say.buttons.leads },
        { id: id("pings-form"), label: say.buttons.pings },
        {
          id: id("spoilers", isHidden ? "private" : "hidden"),
          label: isHidden ? say.buttons.keepPlotsPrivate : say.buttons.postPlotsHidden,
        },
        { id: id("doctor"), label: say.buttons.doctor, style: "main" },
      ]),
    ]),
  ];
}

export function fleetZoneForm({ timeZone }: Settings): APIModalInteractionResponse {
  const { title, label, help } = say.zoneForm;
  return form({
    id: customId("fleet", "zone"),
    title,
    fields: [lineField({ name: "zone", label, help, value: timeZone, maxLength: 60, required: true })],
  });
}

export function leadsForm({ leadMinutes }: Settings): APIModalInteractionResponse {
  const { title, label, help } = say.leadsForm;
  const value = leadMinutes.map(lengthTyped).join(", ");
  return form({
    id: customId("fleet", "leads"),
    title,
    fields: [lineField({ name: "leads", label, help, value, maxLength: 60 })],
  });
}

export function pingsForm({ pingMinutes }: Settings): APIModalInteractionResponse {
  const { title, label, help } = say.pingsForm;
  const value = lengthTyped(pingMinutes ?? pingPauses.usual);
  return form({
    id: customId("fleet", "pings"),
    title,
    fields: [lineField({ name: "pause", label, help, value, maxLength: 30 })],
  });
}

const TYPED_SHOWN = 60;

/** For a time zone that may be several, or none. */
export function fleetZoneQuestion(typed: string, near: readonly string[]): APIMessageTopLevelComponent[] {
  const shown = escapeText(typed.slice(0, TYPED_SHOWN));
  const id = (zone: string) => customId("fleet", "zone", zone.replaceAll("/", "."));
  return near.length === 0
    ? misreadForm(say.zoneUnknown(shown), "zone-form")
    : [text(say.zoneNear(shown)), ...buttonRows(near.map((zone) => ({ id: id(zone), label: zone })))];
}

/** A form cannot be answered with a form, but with a button that opens it again. */
export function misreadForm(sentence: string, action: string): APIMessageTopLevelComponent[] {
  return [text(sentence), ...buttonRows([{ id: customId("fleet", action), label: say.buttons.tryAgain }])];
}
