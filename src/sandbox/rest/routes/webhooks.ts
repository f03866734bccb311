import type { Discord } from "../../discord.ts";
import { changeAnswer, followUp } from "../../interactions/answers.ts";
import type { Interaction } from "../../interactions/interactions.ts";
import type { Message } from "../../world/world.ts";
import { enforceMessage } from "../enforce.ts";
import { invalidWebhookToken, unknownMessage, unknownWebhook } from "../errors.ts";
import { noContent, ok, type Route, route } from "../router.ts";

type Place = { readonly applicationId: string; readonly token: string };

/** Follow-ups and edits of answers: the interaction's token is a webhook for fifteen minutes. */
export function webhookRoutes(discord: Discord): readonly Route[] {
  const { world, interactions, messages } = discord;

  function answered({ applicationId, token }: Place): Interaction {
    const interaction = interactions.byToken(token);
    if (applicationId !== world.application.id || interaction?.answeredWith === undefined)
      throw unknownWebhook();
    if (interactions.isTokenSpent(interaction)) throw invalidWebhookToken();
    return interaction;
  }

  function messageOf(interaction: Interaction, messageId: string): Message {
    const known = [...interaction.followUps, ...(interaction.original ? [interaction.original] : [])];
    const message =
      messageId === "@original" ? interaction.original : known.find(({ json }) => json.id === messageId);
    if (!message || !messages.find(message.channelId, message.json.id)) throw unknownMessage();
    return message;
  }

  return [
    route(
      "POST",
      "/webhooks/:applicationId/:token",
      (place, { body, files }) => {
        const interaction = answered(place);
        const target = interaction.isThinking ? interaction.original : undefined;
        return ok(followUp(discord, interaction, enforceMessage(body, files, target), files).json);
      },
      { open: true },
    ),
    route(
      "GET",
      "/webhooks/:applicationId/:token/messages/:messageId",
      (place) => ok(messageOf(answered(place), place.messageId).json),
      { open: true },
    ),
    route(
      "PATCH",
      "/webhooks/:applicationId/:token/messages/:messageId",
      (place, { body, files }) => {
        const interaction = answered(place);
        const message = messageOf(interaction, place.messageId);
        return ok(
          changeAnswer(discord, interaction, message, enforceMessage(body, files, message), files).json,
        );
      },
      { open: true },
    ),
    route(
      "DELETE",
      "/webhooks/:applicationId/:token/messages/:messageId",
      (place) => {
        const interaction = answered(place);
        const message = messageOf(interaction, place.messageId);
        messages.remove(message);
        if (message === interaction.original) withdraw(interaction);
        return noContent;
      },
      { open: true },
    ),
  ];
}

/** Whoever waits for a thinking answer sees it go away. */
function withdraw(interaction: Interaction): void {
  interaction.isThinking = false;
  delete interaction.original;
  interaction.settle({ kind: "acknowledged" });
}
