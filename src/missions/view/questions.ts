import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import { type Viewpoint, writeViewpoint } from "../../captains/viewpoint.ts";
import type { Entry } from "../../catalog/find.ts";
import { type ButtonFace, buttonRows, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import type { Placement } from "../../ui/reply.ts";
import { escapeText, shorten } from "../../ui/text.ts";
import { type Section, sections } from "../sections.ts";
import { sectionNames } from "../text/names.ts";
import { questions as say } from "../text/questions.ts";

/** How a mission is to be shown once it is known which. */
export interface Ask {
  readonly viewpoint: Viewpoint;
  readonly placement: Placement;
  /** Hidden when missing. */
  readonly plot?: "hidden" | "open";
}

/** Something that was perhaps meant, with its line in a list. */
export interface Suggestion {
  readonly slug: string;
  readonly label: string;
}

const TYPED_SHOWN = 60;

/** For a name that is none: up to five that are near it, one press away. */
export function didYouMean(
  typed: string,
  near: readonly Suggestion[],
  ask: Ask,
): APIMessageTopLevelComponent[] {
  const unknown = say.unknown(escapeText(shorten(typed, TYPED_SHOWN)));
  if (near.length === 0) return [text(`${unknown} ${say.nothingNear}`)];
  return [
    text(`${unknown} ${say.didYouMean}`),
    ...buttonRows(near.map(({ slug, label }) => postButton(slug, "briefing", label, ask))),
  ];
}

/** For words behind a title that name no section. */
export function leftOver(entry: Entry, rest: string, ask: Ask): APIMessageTopLevelComponent[] {
  const known = say.leftOver(escapeText(entry.title), escapeText(shorten(rest, TYPED_SHOWN)));
  return [
    text(`${known} ${say.sectionsAre}`),
    ...buttonRows(sections.map((section) => postButton(entry.slug, section, sectionNames[section], ask))),
  ];
}

/** The card goes where the command's answer would have gone. */
function postButton(
  slug: string,
  section: Section,
  label: string,
  { viewpoint, placement }: Ask,
): ButtonFace {
  const action = placement === "public" ? "post" : "open";
  return { id: customId("mission", action, slug, section, writeViewpoint(viewpoint)), label };
}
