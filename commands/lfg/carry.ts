import { type APIInteractionResponse, InteractionResponseType } from "discord-api-types/v10";
import type { Carried } from "../../src/bot/carried.ts";
import type { Click } from "../../src/bot/command.ts";
import type { LfgNeeds } from "./needs.ts";

/** An answer to a press on the public card, which brings the card along while Discord holds up its edits. */
export async function withCard(
  { cards }: LfgNeeds,
  { asker: { guildId }, args: [runId], messageId, onPrivateCard }: Click,
  aside: APIInteractionResponse,
): Promise<APIInteractionResponse | Carried> {
  if (onPrivateCard || guildId === undefined || runId === undefined || messageId === undefined) return aside;
  if (aside.type !== InteractionResponseType.ChannelMessageWithSource) return aside;
  const carried = await cards.carry(guildId, runId, messageId);
  return carried === undefined
    ? aside
    : {
        card: { type: InteractionResponseType.UpdateMessage, data: carried.message },
        aside,
        landed: carried.landed,
      };
}
