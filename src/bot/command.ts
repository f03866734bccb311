import { SlashCommandBuilder } from "@discordjs/builders";
import {
  type APIInteractionResponse,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import type { Asker } from "./asker.ts";
import {
  addOptions,
  type Choice,
  type Options,
  type RawOption,
  readOptions,
  type Values,
} from "./options.ts";

/** What an answer is made of; a command that has to look something up gives a promise of it. */
export type Answer = APIInteractionResponse | Promise<APIInteractionResponse>;

/** A press of a button, or a pick from a list, on a card of ours. */
export interface Click {
  readonly asker: Asker;
  /** The arguments of the custom id. They came from outside and are checked by who reads them. */
  readonly args: readonly string[];
  /** What was picked, for a list. */
  readonly picked: readonly string[];
  /** True when the card is one that only this member sees, and may be changed in place. */
  readonly onPrivateCard: boolean;
}

export interface Completion {
  readonly option: string;
  readonly typed: string;
  readonly asker: Asker;
}

/** Something to type, and what comes of it, as /help shows it. */
export interface Example {
  readonly typed: string;
  readonly does: string;
}

/** A slash command as dispatch knows it. `undefined` from `run` means that the options could not be read. */
export interface Command {
  readonly name: string;
  readonly definition: RESTPostAPIChatInputApplicationCommandsJSONBody;
  readonly examples: readonly Example[];
  run(asker: Asker, raw: readonly RawOption[]): Answer | undefined;
  complete(completion: Completion): readonly Choice[];
  readonly actions: Readonly<Record<string, (click: Click) => Answer>>;
}

interface Story<Shape extends Options> {
  readonly name: string;
  readonly description: string;
  readonly options: Shape;
  readonly examples: readonly Example[];
  run(call: { readonly asker: Asker; readonly options: Values<Shape> }): Answer;
  complete?(completion: Completion): readonly Choice[];
  readonly actions?: Readonly<Record<string, (click: Click) => Answer>>;
}

/** Makes a command that works in a server and in a direct message with the bot. */
export function command<Shape extends Options>(story: Story<Shape>): Command {
  const builder = new SlashCommandBuilder()
    .setName(story.name)
    .setDescription(story.description)
    .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall);
  addOptions(builder, story.options);

  return {
    name: story.name,
    definition: builder.toJSON(),
    examples: story.examples,
    run: (asker, raw) => {
      const options = readOptions(story.options, raw);
      return options && story.run({ asker, options });
    },
    complete: (completion) => story.complete?.(completion) ?? [],
    actions: story.actions ?? {},
  };
}
