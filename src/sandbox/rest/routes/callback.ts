import { type InteractionResponseType, MessageFlags } from "discord-api-types/v10";
import type { Discord } from "../../discord.ts";
import { carryOut } from "../../interactions/answers.ts";
import type { Interaction } from "../../interactions/interactions.ts";
import { alreadyAcknowledged, unknownInteraction } from "../errors.ts";
import { asObject } from "../request.ts";
import { noContent, ok, type Route, route } from "../router.ts";

export function callbackRoutes(discord: Discord): readonly Route[] {
  const { interactions } = discord;

  return [
    route(
      "POST",
      "/interactions/:interactionId/:token/callback",
      ({ interactionId, token }, { body, files, query }) => {
        const interaction = interactions.find(interactionId);
        if (interaction?.token !== token) throw unknownInteraction();
        if (interaction.answeredWith !== undefined) throw alreadyAcknowledged();
        if (interactions.isTooLate(interaction)) throw unknownInteraction();

        const answer = asObject<"type" | "data">(body);
        const type = answer?.type as InteractionResponseType;
        carryOut(discord, interaction, type, answer?.data, files);
        return query.get("with_response") === "true" ? ok(callbackJson(interaction, type)) : noContent;
      },
      { open: true },
    ),
  ];
}

function callbackJson(interaction: Interaction, type: InteractionResponseType): object {
  const { original } = interaction;
  const flags = original?.json.flags ?? 0;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(original
        ? {
            response_message_id: original.json.id,
            response_message_loading: interaction.isThinking,
            response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
          }
        : {}),
    },
    resource: { type, ...(original ? { message: original.json } : {}) },
  };
}
