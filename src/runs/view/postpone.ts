import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import { lengthInWords } from "../../time/lengths.ts";
import { buttonRows, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { fitted } from "../../ui/pieces.ts";
import { escapeText } from "../../ui/text.ts";
import { timestamp } from "../../ui/times.ts";
import type { Run } from "../run.ts";
import { repeats } from "../series-hour.ts";
import { postponeTexts as say } from "../text/postpone.ts";

const ROOM = 3_000;

export interface PostponeQuestion {
  readonly moving: readonly Run[];
  readonly byMs: number;
  readonly until: number;
  readonly questionId: string;
  /** The question that was agreed to last. */
  readonly after: string;
}

/** What would be moved, before it is. */
export function postponeQuestion(
  { moving, byMs, until, questionId, after }: PostponeQuestion,
  notice?: string,
): APIMessageTopLevelComponent[] {
  const lines = moving.map(({ title, startsAt }) =>
    say.line(escapeText(title), timestamp(startsAt, "long"), timestamp(startsAt + byMs, "long")),
  );
  const shown = fitted(lines, "\n", ROOM);
  const more = shown.left === 0 ? [] : [say.more(shown.left)];
  const series = moving.some(repeats) ? [say.series] : [];
  const by = lengthInWords(Math.round(byMs / 60_000));
  const window = say.window(timestamp(until, "long"));
  return [
    ...(notice === undefined ? [] : [text(notice)]),
    text([say.ask(moving.length, by), shown.text, ...more, ...series, window].join("\n")),
    ...buttonRows([
      {
        id: customId("fleet", "postpone", String(byMs), String(until), questionId, after),
        label: say.move(moving.length),
        style: "main",
      },
      { id: customId("fleet", "postpone-not"), label: say.keep },
    ]),
  ];
}
