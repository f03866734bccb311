import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import { buttonRows, card, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { pageAt } from "../../ui/pages.ts";
import { escapeText } from "../../ui/text.ts";
import type { Override, Overrides } from "../overrides.ts";
import { overrideTexts as say } from "../text/override.ts";

const ACCENT = 0xd4af37;
const LIST_ROOM = 3_400;

/** What the fleet says of one record. */
export function overrideCard(
  title: string,
  said: Override | undefined,
  notice?: string,
): APIMessageTopLevelComponent[] {
  const heading = notice ?? say.heading(escapeText(title));
  if (said === undefined) return [card(ACCENT, [text(heading), text(say.nothing)])];
  return [
    card(ACCENT, [
      text(heading),
      text(facts(said).join("\n")),
      text(`-# ${say.shown}`),
      ...(said.setBy === undefined ? [] : [text(say.setBy(said.setBy))]),
      ...buttonRows([
        { id: customId("fleet", "override-drop", said.slug), label: say.drop, style: "danger" },
      ]),
    ]),
  ];
}

/** Every record that the fleet says something of. */
export function overrideList(
  { records }: Overrides,
  titleOf: (slug: string) => string,
  page = 1,
): APIMessageTopLevelComponent[] {
  if (records.length === 0) return [card(ACCENT, [text(`${say.listHeading}\n${say.emptyList}`)])];
  const blocks = records.map((one) => `- **${escapeText(titleOf(one.slug))}** · ${facts(one).join(" · ")}`);
  const { body, number, of } = pageAt(blocks, LIST_ROOM, page);
  const id = (to: number) => customId("fleet", "override-list", String(to));
  return [
    card(ACCENT, [
      text(say.listHeading),
      text(body),
      ...(of === 1
        ? []
        : buttonRows([
            { id: id(number - 1), label: say.previous, disabled: number === 1 },
            { id: id(number + 1), label: say.next, disabled: number === of },
          ])),
    ]),
  ];
}

function facts({ difficulty, level, aliases, note }: Override): readonly string[] {
  return [
    difficulty && say.facts.difficulty(say.difficulty[difficulty]),
    level === undefined ? undefined : say.facts.level(level),
    aliases.length === 0 ? undefined : say.facts.aliases(aliases.map(escapeText)),
    note && say.facts.note(escapeText(note)),
  ].filter((fact) => fact !== undefined);
}
