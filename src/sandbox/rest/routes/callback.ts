import { MessageFlags, InteractionResponseType as Type } from "discord-api-types/v10";
import type { Discord } from "../../discord.ts";
import { carryOut } from "../../interactions/answers.ts";
import type { Interaction } from "../../interactions/interactions.ts";
import { checkCallback } from "../../rules/callback.ts";
import { isEmptyMessage } from "../../rules/message.ts";
import { beforeOf, enforce } from "../enforce.ts";
import { alreadyAcknowledged, emptyMessage, unknownInteraction } from "../errors.ts";
import type { Upload } from "../multipart.ts";
import { asObject } from "../request.ts";
import { noContent, ok, type Route, route } from "../router.ts";

/** Kinds of answers that are told as a resource, with their message. */
const WITH_RESOURCE: ReadonlySet<Type> = new Set([Type.ChannelMessageWithSource, Type.UpdateMessage]);

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

        const { type, data } = readCallback(interaction, body, files);
        carryOut(discord, interaction, type, data, files);
        return query.get("with_response") === "true" ? ok(callbackJson(interaction, type)) : noContent;
      },
      { open: true },
    ),
  ];
}

function readCallback(
  interaction: Interaction,
  body: unknown,
  uploads: readonly Upload[],
): { readonly type: Type; readonly data: unknown } {
  const { type, data } = asObject<"type" | "data">(body) ?? {};
  const before = interaction.source && beforeOf(interaction.source);
  enforce((refuse) => checkCallback(refuse, interaction, { type, data, uploads }, before));
  if (type === Type.ChannelMessageWithSource && isEmptyMessage(data, uploads.length)) throw emptyMessage();
  if (type === Type.UpdateMessage && isEmptyMessage(data, uploads.length, before)) throw emptyMessage();
  return { type: type as Type, data };
}

function callbackJson(interaction: Interaction, type: Type): object {
  const message = interaction.original?.json;
  const isEphemeral = ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: interaction.isThinking,
            response_message_ephemeral: isEphemeral,
          }
        : {}),
    },
    ...(message && WITH_RESOURCE.has(type) ? { resource: { type, message } } : {}),
  };
}
