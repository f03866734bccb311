import { ComponentType, InteractionType } from "discord-api-types/v10";
import type { Discord } from "../discord.ts";
import type { Deed } from "../interactions/interactions.ts";
import { interactionJson } from "../interactions/payload.ts";
import type { Upload } from "../rest/multipart.ts";
import type { ComponentDraft } from "../world/draft.ts";
import { everyComponent } from "../world/draft.ts";
import type { Channel, Message } from "../world/world.ts";
import { commandData } from "./command-data.ts";
import { type Composed, findCommand, readCommandLine } from "./composer.ts";
import { modalData } from "./modal-data.ts";
import { commandsOffered } from "./offered.ts";
import type { Choice, ModalValues, OpenModal, OptionValues, Outcome, SeenMessage } from "./protocol.ts";
import { ClientRefusal } from "./refusal.ts";
import { selectData } from "./select-data.ts";
import { isSeenBy, messagesSeenBy } from "./sight.ts";

/** Somebody at the keyboard in one channel. Every deed resolves with what that person then sees. */
export interface Actor {
  readonly userId: string;
  readonly channelId: string;
  /** Types into the message box and presses Enter: a command, or a plain message. */
  type(text: string): Promise<Outcome>;
  /** Runs `mission`, or `lfg manage add` for a subcommand. */
  run(command: string, options?: OptionValues): Promise<Outcome>;
  /** What the list above the message box offers while `focused` is typed; empty when nothing comes. */
  autocomplete(command: string, options: OptionValues, focused: string): Promise<readonly Choice[]>;
  /** The same, with what is shown when nothing comes. */
  complete(command: string, options: OptionValues, focused: string): Promise<Outcome>;
  click(messageId: string, customId: string): Promise<Outcome>;
  select(messageId: string, customId: string, values: readonly string[]): Promise<Outcome>;
  submit(modal: OpenModal | string, values?: ModalValues): Promise<Outcome>;
  /** Holds a file ready, and answers with the id that an option or a modal's field takes as its value. */
  attach(file: Omit<Upload, "index">): string;
  /** The channel as this person sees it, oldest first. */
  messages(): readonly SeenMessage[];
}

export function actor(discord: Discord, userId: string, channel: Channel): Actor {
  const { world } = discord;
  const here = { userId, channelId: channel.id, guildId: channel.guildId };
  const offered = () => commandsOffered(discord, channel, userId);

  function send(deed: Deed, data: object): Promise<Outcome> {
    const interaction = discord.interactions.open(deed);
    const payload = interactionJson(world, channel, interaction, data);
    discord.gateway.dispatch("INTERACTION_CREATE", payload, { guildId: channel.guildId, intents: 0 });
    return interaction.outcome;
  }

  function command(composed: Composed, values: OptionValues): Promise<Outcome> {
    const data = commandData(world, channel, userId, composed, values);
    const commandName = [composed.command, ...composed.path].map(({ name }) => name).join(" ");
    return send({ ...here, type: InteractionType.ApplicationCommand, commandName }, data);
  }

  function complete(name: string, options: OptionValues, focused: string): Promise<Outcome> {
    return refusable(() => {
      const composed = findCommand(name, offered());
      const data = commandData(world, channel, userId, composed, options, focused);
      const type = InteractionType.ApplicationCommandAutocomplete;
      const completes = composed.options.find((option) => option.name === focused)?.type;
      return send({ ...here, type, commandName: name, ...(completes ? { completes } : {}) }, data);
    });
  }

  function visibleMessage(messageId: string): Message {
    const message = discord.messages.find(channel.id, messageId);
    if (!message || !isSeenBy(message, userId)) throw new ClientRefusal("That message is not here.");
    return message;
  }

  function component(message: Message, customId: string): ComponentDraft {
    const components = (message.json.components ?? []) as unknown as readonly ComponentDraft[];
    for (const one of everyComponent(components)) {
      if (one.custom_id !== customId) continue;
      if (one.disabled) throw new ClientRefusal("That is disabled.");
      return one;
    }
    throw new ClientRefusal(`The message has nothing with the custom id "${customId}".`);
  }

  return {
    ...here,
    type: (text) =>
      refusable(() => {
        if (text.startsWith("/")) {
          const typed = readCommandLine(text, offered());
          return command(typed, typed.values);
        }
        const author = world.people.get(userId)?.user;
        if (!author) throw new ClientRefusal("Nobody is typing.");
        const message = discord.messages.post({ channel, author, draft: { content: text } });
        return { kind: "message", message: message.json, ephemeral: false, pinged: message.pinged };
      }),
    run: (name, options = {}) => refusable(() => command(findCommand(name, offered()), options)),
    async autocomplete(name, options, focused) {
      const outcome = await complete(name, options, focused);
      return outcome.kind === "choices" ? outcome.choices : [];
    },
    complete,
    click: (messageId, customId) =>
      refusable(() => {
        const source = visibleMessage(messageId);
        const { type, id } = component(source, customId);
        if (type !== ComponentType.Button) throw new ClientRefusal(`"${customId}" is not a button.`);
        const data = { custom_id: customId, component_type: type, id };
        return send({ ...here, type: InteractionType.MessageComponent, source }, data);
      }),
    select: (messageId, customId, values) =>
      refusable(() => {
        const source = visibleMessage(messageId);
        const data = selectData(world, channel, userId, component(source, customId), values);
        return send({ ...here, type: InteractionType.MessageComponent, source }, data);
      }),
    submit: (modal, values = {}) =>
      refusable(() => {
        const openedBy = discord.interactions.find(typeof modal === "string" ? modal : modal.id);
        if (openedBy?.userId !== userId || !openedBy.modal)
          throw new ClientRefusal("That modal is not open.");
        const data = modalData(world, channel, userId, openedBy.modal, values);
        return send({ ...here, type: InteractionType.ModalSubmit, openedBy, source: openedBy.source }, data);
      }),
    attach(file) {
      const [kept] = discord.attachments.keep(channel.id, {}, [{ ...file, index: "0" }]);
      if (!kept) throw new ClientRefusal("The file could not be kept.");
      world.uploads.set(kept.id, kept);
      return kept.id;
    },
    messages: () => messagesSeenBy(channel, userId),
  };
}

async function refusable(deed: () => Outcome | Promise<Outcome>): Promise<Outcome> {
  try {
    return await deed();
  } catch (error) {
    if (error instanceof ClientRefusal) return { kind: "refused", text: error.message };
    throw error;
  }
}
