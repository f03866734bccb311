import type { CarriedCard } from "../reminders/carried-card.ts";
import type { Run } from "./run.ts";

/** What came of posting a run's card. */
export type Posting =
  | { readonly outcome: "posted"; readonly run: Run; readonly link: string }
  /** It comes as soon as Discord takes it. */
  | { readonly outcome: "later" }
  /** The bot may not post in the channel, or the channel is gone. */
  | { readonly outcome: "refused"; readonly channelId: string };

/** The public cards of runs, as far as commands deal with them. Changes show on the card by themselves. */
export interface RunCards {
  post(guildId: string, run: Run): Promise<Posting>;
  /** `undefined` while the card follows by itself, and for a message that is not the run's card. */
  carry(guildId: string, runId: string, messageId: string): Promise<CarriedCard | undefined>;
}

/** The way to the public card; `undefined` while it stands nowhere. */
export function cardLink(guildId: string, { card }: Run): string | undefined {
  return card && `https://discord.com/channels/${guildId}/${card.channelId}/${card.messageId}`;
}
