import {
  type APIMessage,
  type APIMessageInteractionMetadata,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  MessageType,
} from "discord-api-types/v10";
import type { Discord } from "../discord.ts";
import type { Choice, OpenModal, Outcome, SeenMessage } from "../people/protocol.ts";
import { unknownChannel } from "../rest/errors.ts";
import type { Upload } from "../rest/multipart.ts";
import type { MessageDraft } from "../world/draft.ts";
import { finishComponents } from "../world/finish-components.ts";
import type { Message } from "../world/world.ts";
import { type Interaction, type OpenedModal, TOKEN_LASTS_MS } from "./interactions.ts";

/** Carries out an answer that the rules have let pass, and shows it to whoever waits for it. */
export function carryOut(
  discord: Discord,
  interaction: Interaction,
  type: InteractionResponseType,
  data: unknown,
  files: readonly Upload[],
): void {
  interaction.stopWaiting();
  interaction.answeredWith = type;
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource: {
      const message = postAnswer(discord, interaction, data as MessageDraft, files);
      interaction.original = message;
      interaction.settle({ kind: "message", ...seen(message) });
      break;
    }
    case InteractionResponseType.DeferredChannelMessageWithSource:
      think(discord, interaction, (data ?? {}) as MessageDraft);
      break;
    case InteractionResponseType.DeferredMessageUpdate:
      if (interaction.source) interaction.original = interaction.source;
      interaction.settle({ kind: "acknowledged" });
      break;
    case InteractionResponseType.UpdateMessage:
      if (!interaction.source) break;
      interaction.original = interaction.source;
      discord.messages.edit(interaction.source, (data ?? {}) as MessageDraft, { files });
      interaction.settle({ kind: "update", ...seen(interaction.source) });
      break;
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      interaction.settle({
        kind: "choices",
        choices: (data as { choices?: readonly Choice[] }).choices ?? [],
      });
      break;
    case InteractionResponseType.Modal:
      openModal(discord, interaction, data as OpenedModal);
      break;
  }
}

/** A follow-up to a deferral fills it in; every other one is a message of its own. */
export function followUp(
  discord: Discord,
  interaction: Interaction,
  draft: MessageDraft,
  files: readonly Upload[],
): Message {
  if (interaction.isThinking && interaction.original) {
    return changeAnswer(discord, interaction, interaction.original, draft, files);
  }
  const message = postAnswer(discord, interaction, draft, files, interaction.original);
  interaction.followUps.add(message);
  return message;
}

export function changeAnswer(
  discord: Discord,
  interaction: Interaction,
  message: Message,
  draft: MessageDraft,
  files: readonly Upload[],
): Message {
  const fillsIn = interaction.isThinking && message === interaction.original;
  discord.messages.edit(message, draft, { files, silent: fillsIn });
  if (fillsIn) {
    interaction.isThinking = false;
    interaction.settle({ kind: "message", ...seen(message) });
  }
  return message;
}

export function seen(message: Message): SeenMessage {
  return { message: message.json, ephemeral: message.visibleTo !== undefined, pinged: message.pinged };
}

/** What a person reads when the application stays silent. */
export function silence({ type, id }: Pick<Interaction, "type" | "id">): Outcome {
  const texts: Partial<Record<InteractionType, string>> = {
    [InteractionType.MessageComponent]: "This interaction failed",
    [InteractionType.ApplicationCommandAutocomplete]: "Loading options failed",
    [InteractionType.ModalSubmit]: "Something went wrong. Try again.",
  };
  const text = texts[type] ?? "The application did not respond";
  return { kind: "no-response", text, interactionId: id };
}

function openModal(discord: Discord, interaction: Interaction, modal: OpenedModal): void {
  const { userId, channelId } = interaction;
  const opened: OpenModal = { id: interaction.id, modal: { ...modal, components: numbered(discord, modal) } };
  interaction.modal = opened.modal as unknown as OpenedModal;
  discord.changes.announce({ kind: "modal-opened", userId, channelId, opened });
  interaction.settle({ kind: "modal", ...opened });
}

function numbered({ nextId }: Discord, { components }: OpenedModal): OpenModal["modal"]["components"] {
  return finishComponents(components, [], nextId) as unknown as OpenModal["modal"]["components"];
}

function think(discord: Discord, interaction: Interaction, draft: MessageDraft): void {
  const flags = (draft.flags ?? 0) & MessageFlags.Ephemeral;
  interaction.original = postAnswer(discord, interaction, { flags }, [], undefined, MessageFlags.Loading);
  interaction.isThinking = true;
  const stop = discord.time.after(TOKEN_LASTS_MS, () => interaction.settle(silence(interaction)));
  void interaction.outcome.then(stop);
}

function postAnswer(
  discord: Discord,
  interaction: Interaction,
  draft: MessageDraft,
  files: readonly Upload[],
  repliesTo?: Message,
  addedFlags = 0,
): Message {
  const channel = discord.world.channels.get(interaction.channelId);
  if (!channel) throw unknownChannel();
  const { world } = discord;
  const isEphemeral = ((draft.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const { source } = interaction;

  return discord.messages.post({
    channel,
    author: world.bot,
    draft,
    files,
    unsaidMentions: "users",
    visibleTo: isEphemeral ? interaction.userId : undefined,
    extra: {
      ...(addedFlags ? { flags: (draft.flags ?? 0) | addedFlags } : {}),
      type: messageType(interaction, repliesTo),
      application_id: world.application.id,
      webhook_id: world.application.id,
      interaction_metadata: metadata(discord, interaction),
      ...(repliesTo ? reference(repliesTo) : source ? reference(source) : {}),
    },
  });
}

function messageType(interaction: Interaction, repliesTo: Message | undefined): MessageType {
  if (repliesTo || interaction.source) return MessageType.Reply;
  return interaction.type === InteractionType.ApplicationCommand
    ? MessageType.ChatInputCommand
    : MessageType.Default;
}

function metadata(discord: Discord, interaction: Interaction): APIMessageInteractionMetadata {
  const person = discord.world.people.get(interaction.userId);
  const trigger = interaction.openedBy;
  return {
    id: interaction.id,
    type: interaction.type,
    user: person?.user,
    authorizing_integration_owners: { 0: interaction.guildId ?? "0" },
    ...(interaction.commandName === undefined ? {} : { name: interaction.commandName }),
    ...(interaction.source ? { interacted_message_id: interaction.source.json.id } : {}),
    ...(trigger ? { triggering_interaction_metadata: metadata(discord, trigger) } : {}),
  } as APIMessageInteractionMetadata;
}

function reference(message: Message): Partial<APIMessage> {
  return {
    message_reference: {
      type: 0,
      channel_id: message.channelId,
      message_id: message.json.id,
      ...(message.guildId === undefined ? {} : { guild_id: message.guildId }),
    },
  };
}
