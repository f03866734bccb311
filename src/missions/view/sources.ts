import type { Source } from "../../catalog/game.ts";
import { escapeText } from "../../ui/text.ts";
import { dayInWords } from "../../ui/times.ts";
import { sourceTexts as say } from "../text.ts";
import type { Look } from "./look.ts";

export function sourcesView({ mission }: Look): readonly string[] {
  const blocks = [
    [`**${say.heading}**`, ...mission.sources.map(sourceLine)].join("\n"),
    say.checked(dayInWords(mission.checkedOn), mission.completeness),
    mission.unverified && mission.unverified.length > 0
      ? say.unverified(mission.unverified.map(escapeText))
      : undefined,
    mission.notes && [`**${say.notes}**`, ...mission.notes.map((note) => `- ${escapeText(note)}`)].join("\n"),
    `-# ${say.ownWords}`,
  ];
  return blocks.filter((block) => block !== undefined);
}

function sourceLine({ title, url }: Source): string {
  return url === undefined ? `- ${escapeText(title)}` : `- [${escapeText(title)}](<${url}>)`;
}
