import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import { buttonRows, card, line, select, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { escapeText } from "../../ui/text.ts";
import { type Filter, type Listed, writeFilter } from "../browse.ts";
import { labels } from "../text/briefing.ts";
import { browseTexts as say } from "../text/browse.ts";
import { GOLD } from "./accents.ts";

const A_PAGE = 10;

/** Ten entries, a menu that opens one of them, and the ways to the other pages. */
export function listCard(
  found: readonly Listed[],
  filter: Filter,
  arcName: string | undefined,
  page: number,
): APIMessageTopLevelComponent[] {
  const pages = Math.max(1, Math.ceil(found.length / A_PAGE));
  const shownPage = Math.min(Math.max(page, 1), pages);
  const start = (shownPage - 1) * A_PAGE;
  const shown = found.slice(start, start + A_PAGE);
  const narrowed = say.narrowedTo(filter);
  const small = [narrowed, say.count(found.length, start + 1, start + shown.length)].filter(
    (part) => part !== "",
  );
  const heading = `## ${arcName === undefined ? say.heading : escapeText(arcName)}\n-# ${small.join(" · ")}`;
  if (shown.length === 0) return [card(GOLD, [text(heading), text(say.none)])];

  const withArc = filter.arc === undefined;
  const details = (one: Listed) => say.details(one, withArc);
  const turn = (to: number) => customId("missions", "page", writeFilter(filter), String(to));
  return [
    card(GOLD, [
      text(heading),
      text(shown.map((one) => entryLine(one, details(one))).join("\n")),
      line(),
      {
        type: ComponentType.ActionRow,
        components: [
          select({
            id: customId("mission", "pick"),
            placeholder: say.pick,
            options: shown.map((one) => ({ label: one.title, value: one.slug, description: details(one) })),
          }),
        ],
      },
      ...(pages === 1
        ? []
        : buttonRows([
            { id: turn(shownPage - 1), label: labels.previousPage, disabled: shownPage === 1 },
            { id: turn(shownPage + 1), label: labels.nextPage, disabled: shownPage === pages },
          ])),
    ]),
  ];
}

function entryLine({ title, state }: Listed, details: string): string {
  const name = state === "removed" ? `~~${escapeText(title)}~~` : `**${escapeText(title)}**`;
  return details === "" ? `- ${name}` : `- ${name} · ${escapeText(details)}`;
}
