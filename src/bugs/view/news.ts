import type { RESTPostAPIChannelMessageJSONBody } from "discord-api-types/v10";
import { directTexts } from "../../captains/text/direct.ts";
import { buttonRows } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { escapeText } from "../../ui/text.ts";
import type { NewsSort } from "../following.ts";
import type { KnownBug } from "../known.ts";
import { newsTexts as say } from "../text/news.ts";

/** A plain message: its first line is what a phone shows. */
type NewsLetter = Pick<RESTPostAPIChannelMessageJSONBody, "content" | "components"> & {
  readonly allowed_mentions: { readonly parse: []; readonly users: string[] };
};

interface News {
  readonly sort: NewsSort;
  readonly title: string;
  readonly bug: KnownBug;
}

/** For those who follow the bug in one channel. */
export function newsLetter(
  news: News,
  userIds: readonly string[],
  notes: readonly string[] = [],
): NewsLetter {
  const { handle } = news.bug;
  const names = userIds.map((userId) => `<@${userId}>`).join(" ");
  return {
    content: [...linesOf(news), names, ...notes].join("\n"),
    components: buttonRows([
      { id: customId("bugs", "show", handle), label: say.buttons.show },
      { id: customId("bugs", "unfollow", handle), label: say.buttons.unfollow },
    ]),
    allowed_mentions: { parse: [], users: [...userIds] },
  };
}

/** Clicks in a direct message belong to no server, where a fleet's own bug is not known. */
export function directNews(news: News): NewsLetter {
  const id = customId("mission", "open", news.bug.slug, "briefing", "", "1");
  return {
    content: [...linesOf(news), directTexts.why].join("\n"),
    components: buttonRows([{ id, label: say.buttons.briefing }]),
    allowed_mentions: { parse: [], users: [] },
  };
}

function linesOf({ sort, title, bug: { summary, workaround, fixedHereOn } }: News): readonly string[] {
  const name = escapeText(title);
  const fixed = fixedHereOn === undefined ? say.fixedBySource(name) : say.fixed(name, fixedHereOn);
  return [
    sort === "fixed" ? fixed : say.workaround(name),
    `> ${escapeText(summary)}`,
    ...(sort === "workaround" && workaround !== undefined ? [say.way(escapeText(workaround))] : []),
  ];
}
