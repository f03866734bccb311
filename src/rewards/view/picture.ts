import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import { text } from "../../ui/card.ts";
import { limits } from "../../ui/limits.ts";
import { escapeText, plain } from "../../ui/text.ts";
import { pictureTexts as say } from "../text/picture.ts";
import type { Track } from "../track.ts";

/** A picture that is attached to the same message, with its words for who does not see it. */
export function pictureCard({ title }: Track, file: string, words: string): APIMessageTopLevelComponent[] {
  return [
    text(say.message(escapeText(title))),
    {
      type: ComponentType.MediaGallery,
      items: [{ media: { url: `attachment://${file}` }, description: plain(words, limits.altText) }],
    },
  ];
}
