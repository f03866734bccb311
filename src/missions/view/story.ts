import { escapeText } from "../../ui/text.ts";
import { howItOpens, noStory, storyWarning } from "../text/sections.ts";
import type { Look } from "./look.ts";

/**
 * The plot stands behind a spoiler even on a private card, because a screen is shared more often than it is meant to
 * be; a member may ask for it open there.
 */
export function storyView({ mission, plot }: Look): readonly string[] {
  const opening = mission.opening === undefined ? [] : [`**${howItOpens}** ${escapeText(mission.opening)}`];
  if (mission.story === undefined) return [...opening, noStory];
  const notice = mission.spoilers?.notice;
  return [
    ...opening,
    ...(plot === "open" ? [] : [`-# ${storyWarning}`]),
    ...paragraphs(mission.story).map((paragraph) =>
      plot === "open" ? escapeText(paragraph) : `||${escapeText(paragraph)}||`,
    ),
    ...(notice === undefined ? [] : [`-# ${escapeText(notice)}`]),
  ];
}

function paragraphs(story: string): readonly string[] {
  return story.split(/\n+/).filter((paragraph) => paragraph.trim() !== "");
}
