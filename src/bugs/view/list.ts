import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import { factionNames } from "../../captains/names.ts";
import { type Faction, factions } from "../../catalog/game.ts";
import { buttonRows, card, line, select, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { escapeText, shorten } from "../../ui/text.ts";
import type { KnownBug } from "../known.ts";
import { bugsTexts as say } from "../text/bugs.ts";
import { countsInWords, metByInWords, stateInShort } from "../text/words.ts";
import { accentOf } from "./accents.ts";

export interface ListedBug {
  readonly bug: KnownBug;
  readonly title: string;
}

const A_PAGE = 8;
const SUMMARY_SHOWN = 120;
const EVERYONE = "all";

/** What is open, eight at a time, with a menu that opens one and a menu that narrows the list. */
export function openBugsCard(
  found: readonly ListedBug[],
  faction: Faction | undefined,
  page: number,
): APIMessageTopLevelComponent[] {
  const pages = Math.max(1, Math.ceil(found.length / A_PAGE));
  const number = Math.min(Math.max(Math.trunc(page) || 1, 1), pages);
  const start = (number - 1) * A_PAGE;
  const shown = found.slice(start, start + A_PAGE);
  const name = faction && factionNames[faction];
  const heading = `## ${say.list.heading(name)}`;
  if (shown.length === 0) {
    const none = name === undefined ? say.list.none : say.list.noneFor(name);
    return [
      card(accentOf(undefined), [text(heading), text(`${none}\n${say.list.howToAdd}`), filterMenu(faction)]),
    ];
  }

  const turn = (to: number) => customId("bugs", "list", faction ?? EVERYONE, String(to));
  return [
    card(accentOf(shown[0]?.bug), [
      text(`${heading}\n-# ${say.list.count(found.length, start + 1, start + shown.length)}`),
      text(shown.map(entry).join("\n")),
      line(),
      openMenu(shown),
      filterMenu(faction),
      ...(pages === 1
        ? []
        : buttonRows([
            { id: turn(number - 1), label: say.buttons.previous, disabled: number === 1 },
            { id: turn(number + 1), label: say.buttons.next, disabled: number === pages },
          ])),
    ]),
  ];
}

/** What a menu of factions gave back. */
export function factionPicked(value: string | undefined): Faction | undefined {
  return factions.find((one) => one === value);
}

function entry({ bug, title }: ListedBug): string {
  const small = [stateInShort(bug), ...countsInWords(bug), metByInWords(bug)].filter((part) => part !== "");
  return `- **${escapeText(title)}** · ${escapeText(shorten(bug.summary, SUMMARY_SHOWN))}\n  -# ${small.join(" · ")}`;
}

function openMenu(shown: readonly ListedBug[]) {
  const options = shown.map(({ bug, title }) => ({
    label: title,
    value: bug.handle,
    description: bug.summary,
  }));
  return {
    type: ComponentType.ActionRow as const,
    components: [select({ id: customId("bugs", "pick"), placeholder: say.list.open, options })],
  };
}

function filterMenu(chosen: Faction | undefined) {
  const options = [
    ...(chosen === undefined ? [] : [{ label: say.list.everyone, value: EVERYONE }]),
    ...factions
      .filter((faction) => faction !== chosen)
      .map((faction) => ({ label: factionNames[faction], value: faction })),
  ];
  return {
    type: ComponentType.ActionRow as const,
    components: [select({ id: customId("bugs", "filter"), placeholder: say.list.filter, options })],
  };
}
