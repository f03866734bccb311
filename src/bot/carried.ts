import { type APIInteractionResponse, InteractionResponseType } from "discord-api-types/v10";
import type { CarriedCard, Landing } from "../reminders/carried-card.ts";
import type { Click } from "./command.ts";

/** An answer to a press that brings the pressed card up to date. What only who pressed reads comes behind it. */
export interface Carried {
  readonly card: APIInteractionResponse;
  readonly aside: APIInteractionResponse;
  /** Told what came of the card. */
  landed(how: Landing): void;
}

/** `undefined` while the card follows by itself, and for a message that is not the card. */
export type Carry = (
  guildId: string,
  documentId: string,
  messageId: string,
) => Promise<CarriedCard | undefined>;

/** A private answer to a press on a public card, which brings the card along while Discord holds up its edits. */
export async function withCard(
  { asker: { guildId }, args: [documentId], messageId, onPrivateCard }: Click,
  aside: APIInteractionResponse,
  carry: Carry,
): Promise<APIInteractionResponse | Carried> {
  if (onPrivateCard || guildId === undefined || documentId === undefined || messageId === undefined)
    return aside;
  if (aside.type !== InteractionResponseType.ChannelMessageWithSource) return aside;
  const carried = await carry(guildId, documentId, messageId);
  if (carried === undefined) return aside;
  const { message, landed } = carried;
  return { card: { type: InteractionResponseType.UpdateMessage, data: message }, aside, landed };
}
