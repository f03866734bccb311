import { SlashCommandBuilder } from "@discordjs/builders";
import {
  type APIInteractionResponse,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import type { Asker } from "./asker.ts";
import type { Carried } from "./carried.ts";
import type { Deferred } from "./deferred.ts";
import type { Fields } from "./fields.ts";
import {
  addOptions,
  type Choice,
  type Options,
  type RawOption,
  readOptions,
  type Values,
} from "./options.ts";
import type { Resolved } from "./resolved.ts";

/** What an answer is made of; a command that has to look something up gives a promise of it. */
export type Answer = Now | Promise<Now>;
type Now = APIInteractionResponse | Deferred | Carried;

export type Choices = readonly Choice[] | Promise<readonly Choice[]>;

/** A press of a button, or a pick from a list, on a card of ours. */
export interface Click {
  readonly asker: Asker;
  /** The arguments of the custom id. They came from outside and are checked by who reads them. */
  readonly args: readonly string[];
  /** What was picked, for a list. */
  readonly picked: readonly string[];
  readonly resolved: Resolved;
  /** The message that was pressed; an older copy of a card may be another than the card. */
  readonly messageId: string | undefined;
  /** True when the card is one that only this member sees, and may be changed in place. */
  readonly onPrivateCard: boolean;
}

/** A form that was filled in and sent. */
export interface Submission extends Fields {
  readonly asker: Asker;
  readonly args: readonly string[];
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

export interface Call {
  readonly asker: Asker;
  readonly raw: readonly RawOption[];
  readonly resolved: Resolved;
}

/** A slash command as dispatch knows it. `undefined` from `run` means that the options could not be read. */
export interface Command {
  readonly name: string;
  readonly definition: RESTPostAPIChatInputApplicationCommandsJSONBody;
  readonly examples: readonly Example[];
  /** Where it can be used; dispatch holds every click and form to it as well. */
  readonly where: Where;
  run(call: Call): Answer | undefined;
  complete(completion: Completion): Choices;
  readonly actions: Readonly<Record<string, (click: Click) => Answer>>;
  readonly forms: Readonly<Record<string, (submission: Submission) => Answer>>;
}

/** `anywhere`: in a guild, and in a direct message with the bot. */
export type Where = "anywhere" | "guild";

interface Deed<Shape extends Options> {
  readonly description: string;
  readonly options: Shape;
  run(call: { readonly asker: Asker; readonly options: Values<Shape> }): Answer;
}

interface Face {
  readonly name: string;
  readonly description: string;
  readonly where?: Where;
  readonly examples: readonly Example[];
  complete?(completion: Completion): Choices;
  readonly actions?: Command["actions"];
  readonly forms?: Command["forms"];
}

/** A command that takes its options at once: `/mission home`. */
export function command<Shape extends Options>(story: Face & Deed<Shape>): Command {
  const builder = builderOf(story);
  addOptions(builder, story.options);
  return {
    ...commonOf(story),
    definition: builder.toJSON(),
    run: ({ asker, raw, resolved }) => {
      const options = readOptions(story.options, raw, resolved);
      return options && story.run({ asker, options });
    },
  };
}

/** What one word behind a command does: the `add` of `/captain add`. */
export interface Subcommand {
  readonly description: string;
  addTo(builder: SlashCommandBuilder, name: string): void;
  run(call: Call): Answer | undefined;
}

export function subcommand<Shape extends Options>(deed: Deed<Shape>): Subcommand {
  return {
    description: deed.description,
    addTo: (builder, name) =>
      void builder.addSubcommand((one) => {
        addOptions(one.setName(name).setDescription(deed.description), deed.options);
        return one;
      }),
    run: ({ asker, raw, resolved }) => {
      const options = readOptions(deed.options, raw, resolved);
      return options && deed.run({ asker, options });
    },
  };
}

/** A command whose second word says what to do: `/captain add`. */
export function commandOf(
  story: Face & { readonly subcommands: Readonly<Record<string, Subcommand>> },
): Command {
  const builder = builderOf(story);
  for (const [name, one] of Object.entries(story.subcommands)) one.addTo(builder, name);
  return {
    ...commonOf(story),
    definition: builder.toJSON(),
    run: ({ raw: [chosen], ...call }) => {
      const name = chosen?.name ?? "";
      const known = Object.hasOwn(story.subcommands, name) ? story.subcommands[name] : undefined;
      return known?.run({ ...call, raw: chosen?.options ?? [] });
    },
  };
}

function builderOf({ name, description, where = "anywhere" }: Face): SlashCommandBuilder {
  return new SlashCommandBuilder()
    .setName(name)
    .setDescription(description)
    .setContexts(
      InteractionContextType.Guild,
      ...(where === "anywhere" ? [InteractionContextType.BotDM] : []),
    )
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall);
}

function commonOf(face: Face): Omit<Command, "definition" | "run"> {
  return {
    name: face.name,
    examples: face.examples,
    where: face.where ?? "anywhere",
    complete: (completion) => face.complete?.(completion) ?? [],
    actions: face.actions ?? {},
    forms: face.forms ?? {},
  };
}
