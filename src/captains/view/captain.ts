import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import { card, select, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { escapeText } from "../../ui/text.ts";
import { type Captain, type CaptainResult, type Crew, defaultCaptain } from "../captain.ts";
import { factsInWords, captainTexts as say } from "../text/captain.ts";

/** Starfleet's delta is neither faction's; it is the member's own colour. */
const ACCENT = 0x94a3b8;

/** The captains of one member, with a menu that picks the default. `notice` tells what has just been done. */
export function captainsCard(crew: Crew, notice?: string): APIMessageTopLevelComponent[] {
  const lines = crew.captains.map((captain) => captainLine(captain, captain === defaultCaptain(crew)));
  return [
    card(ACCENT, [
      text(notice === undefined ? say.heading : `${notice}\n${say.heading}`),
      text(lines.length === 0 ? say.none : lines.join("\n")),
      ...(lines.length === 0 ? [] : [text(`-# ${say.used}`)]),
      ...(lines.length < 2 ? [] : [defaultMenu(crew)]),
    ]),
  ];
}

function captainLine(captain: Captain, isDefault: boolean): string {
  const mark = isDefault ? ` · *${say.isDefault}*` : "";
  return `- **${escapeText(captain.name)}** · ${factsInWords(captain)}${mark}`;
}

function defaultMenu({ captains }: Crew) {
  const options = captains.map((captain) => ({
    label: captain.name,
    value: captain.captainId,
    description: factsInWords(captain),
  }));
  return {
    type: ComponentType.ActionRow as const,
    components: [select({ id: customId("captain", "default"), placeholder: say.chooseDefault, options })],
  };
}

/** Why nothing was changed, or `undefined` when something was. */
export function refusalOf(result: CaptainResult): string | undefined {
  switch (result.outcome) {
    case "done":
      return undefined;
    case "name-taken":
      return say.refused["name-taken"](escapeText(result.name));
    case "nameless":
    case "too-many":
    case "unknown":
      return say.refused[result.outcome];
  }
}
