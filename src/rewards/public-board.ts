import type { CarriedCard } from "../reminders/carried-card.ts";
import type { Track } from "./track.ts";

/** What came of posting a track's board. */
export type Posting =
  | { readonly outcome: "posted"; readonly link: string }
  /** It comes as soon as Discord takes it. */
  | { readonly outcome: "later" }
  /** The bot may not post in the channel, or the channel is gone. */
  | { readonly outcome: "refused"; readonly channelId: string };

/** The public boards, as far as commands deal with them. Changes show by themselves. */
export interface RewardBoards {
  post(guildId: string, track: Track): Promise<Posting>;
  /** `undefined` while the board follows by itself, and for a message that is not the track's board. */
  carry(guildId: string, trackId: string, messageId: string): Promise<CarriedCard | undefined>;
}

/** The way to the public board; `undefined` while it stands nowhere. */
export function boardLink(guildId: string, { board }: Track): string | undefined {
  return board && `https://discord.com/channels/${guildId}/${board.channelId}/${board.messageId}`;
}
