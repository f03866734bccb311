import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import { buttonRows, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { escapeText, shorten } from "../../ui/text.ts";
import { bugsTexts as say } from "../text/bugs.ts";

const TYPED_SHOWN = 60;

/** For a name that is none: up to five that are near it, one press away. */
export function didYouMean(
  typed: string,
  near: readonly { readonly slug: string; readonly label: string }[],
  placement: "public" | "private",
): APIMessageTopLevelComponent[] {
  const unknown = say.unknownMission(escapeText(shorten(typed, TYPED_SHOWN)));
  if (near.length === 0) return [text(`${unknown} ${say.nothingNear}`)];
  return [
    text(`${unknown} ${say.didYouMean}`),
    ...buttonRows(
      near.map(({ slug, label }) => ({
        id: customId("bugs", placement === "public" ? "post" : "mission", slug),
        label,
      })),
    ),
  ];
}
