import type { APIContainerComponent } from "discord-api-types/v10";
import type { Source } from "../../catalog/game.ts";
import { type ButtonFace, buttonRows, card, line, text } from "../../ui/card.ts";
import { type Page, pageAt } from "../../ui/pages.ts";
import { escapeText } from "../../ui/text.ts";
import { dayInWords } from "../../ui/times.ts";
import { labels, briefingTexts as say } from "../text/briefing.ts";

/** Room for one page's body: Discord's 4,000 characters less heading, small print and sources. */
const BODY_ROOM = 3_200;

/** What every mission card has: a heading, a page of its section, the ways to go on, and its sources. */
export interface Frame {
  readonly accent: number;
  heading(page: Page): string;
  readonly blocks: readonly string[];
  /** Counts from 1; a number out of range is brought into it. */
  readonly page: number;
  pageId(page: number): string;
  /** The sections of the same record. */
  readonly sections: readonly ButtonFace[];
  /** Other records. */
  readonly ways: readonly ButtonFace[];
  readonly sources: readonly Source[];
  readonly checkedOn: string;
}

export function frame(of: Frame): APIContainerComponent {
  const shown = pageAt(of.blocks, BODY_ROOM, of.page);
  return card(of.accent, [
    text(of.heading(shown)),
    text(shown.body),
    line(),
    ...buttonRows(turns(of, shown)),
    ...buttonRows([...of.sections, ...of.ways]),
    text(`-# ${sourcesInShort(of.sources, of.checkedOn)}`),
  ]);
}

function turns({ pageId }: Frame, { number, of }: Page): readonly ButtonFace[] {
  if (of === 1) return [];
  return [
    { id: pageId(number - 1), label: labels.previousPage, disabled: number === 1 },
    { id: pageId(number + 1), label: labels.nextPage, disabled: number === of },
  ];
}

const SOURCES_SHOWN = 3;

function sourcesInShort(sources: readonly Source[], checkedOn: string): string {
  if (sources.length === 0) return say.noSources(dayInWords(checkedOn));
  const titles = sources.slice(0, SOURCES_SHOWN).map((source) => escapeText(source.title));
  const more = sources.length - titles.length;
  return say.sources(more > 0 ? [...titles, say.more(more)] : titles, dayInWords(checkedOn));
}
