import type { Log } from "../ops/log.ts";
import type { Message } from "../reminders/mail.ts";
import type { Letter } from "../reminders/source.ts";
import type { Draw } from "../rewards/easel.ts";
import type { Retrospect } from "../rewards/retrospect.ts";
import { letterTexts } from "../rewards/text/letters.ts";
import { limits } from "../ui/limits.ts";
import { plain } from "../ui/text.ts";

export interface PictureNeeds {
  readonly draw: Draw;
  readonly log: Log;
}

/** A message with the picture of how it went; without one when it cannot be drawn, or may not be attached. */
export async function illustrated(
  { draw, log }: PictureNeeds,
  { chart, words, line }: Retrospect,
  channelId: string,
  write: (notes: readonly string[]) => Message,
): Promise<Pick<Letter, "message" | "withoutFiles">> {
  const message = write([line]);
  try {
    const file = { name: "progress.png", data: await draw(chart), words: plain(words, limits.altText) };
    return {
      message: { ...message, files: [file] },
      withoutFiles: write([line, letterTexts.noFiles(`<#${channelId}>`)]),
    };
  } catch (error) {
    log.warn({ error }, "a message goes without its picture");
    return { message };
  }
}
