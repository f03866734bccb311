import type { Source } from "../../catalog/game.ts";
import type { Mission } from "../../catalog/mission.ts";
import { escapeText } from "../../ui/text.ts";
import { dayInWords } from "../../ui/times.ts";
import { briefingTexts } from "../text/briefing.ts";
import { audienceInWords } from "../text/names.ts";
import { sourceTexts as say } from "../text/sections.ts";

export type Sourced = Pick<
  Mission,
  "sources" | "checkedOn" | "completeness" | "unverified" | "notes" | "levels"
> &
  Partial<Pick<Mission, "spoilers">>;

/** Works for every kind of record. What is noted on a page whose plot is hidden stays hidden too. */
export function sourcesView(record: Sourced): readonly string[] {
  const hide = (note: string) =>
    record.spoilers === undefined ? escapeText(note) : `||${escapeText(note)}||`;
  const blocks = [
    [`**${say.heading}**`, ...record.sources.map(sourceLine)].join("\n"),
    say.checked(dayInWords(record.checkedOn), record.completeness),
    record.unverified && record.unverified.length > 0
      ? say.unverified(record.unverified.map(escapeText))
      : undefined,
    record.notes && [`**${say.notes}**`, ...record.notes.map((note) => `- ${hide(note)}`)].join("\n"),
    levelNotes(record.levels),
    `-# ${say.ownWords}`,
  ];
  return blocks.filter((block) => block !== undefined);
}

function levelNotes(levels: Mission["levels"] = []): string | undefined {
  const lines = levels.flatMap(({ from, for: audience, note }) =>
    note === undefined
      ? []
      : [`- ${briefingTexts.levelFrom(from, audience && audienceInWords(audience))}: ${escapeText(note)}`],
  );
  return lines.length === 0 ? undefined : [`**${say.levels}**`, ...lines].join("\n");
}

function sourceLine({ title, url }: Source): string {
  return url === undefined ? `- ${escapeText(title)}` : `- [${escapeText(title)}](<${url}>)`;
}
