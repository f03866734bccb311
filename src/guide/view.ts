import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  type APIMessageTopLevelComponent,
  ApplicationCommandOptionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import { buttonRows, card, line, text } from "../ui/card.ts";
import { customId } from "../ui/custom-id.ts";
import { escapeText } from "../ui/text.ts";
import { aboutTexts, type Facts, helpTexts as say } from "./text.ts";

/** What /help tells of a command. */
export interface Topic {
  readonly definition: RESTPostAPIChatInputApplicationCommandsJSONBody;
  readonly examples: readonly { readonly typed: string; readonly does: string }[];
}

const GOLD = 0xd4af37;

export function overview(topics: readonly Topic[]): APIMessageTopLevelComponent[] {
  const lines = topics.map(({ definition }) => `**/${definition.name}** · ${definition.description}`);
  const buttons = topics.map(({ definition }) => ({
    id: customId("help", "topic", definition.name),
    label: `/${definition.name}`,
  }));
  return [
    card(GOLD, [
      text(`${say.heading}\n${say.intro}`),
      text(lines.join("\n")),
      line(),
      text(`-# ${say.more}`),
      ...buttonRows(buttons),
    ]),
  ];
}

export function topicCard({ definition, examples }: Topic): APIMessageTopLevelComponent[] {
  const options = (definition.options ?? []) as readonly (Basic | Subcommand)[];
  const takes = options.map((option) =>
    isSubcommand(option) ? subcommandLine(definition.name, option) : optionLine(option),
  );
  const heading = options.some(isSubcommand) ? say.subcommands : say.options;
  return [
    card(GOLD, [
      text(`## /${definition.name}\n${definition.description}`),
      ...(takes.length === 0 ? [] : [text(`**${heading}**\n${takes.join("\n")}`)]),
      text(
        [`**${say.examples}**`, ...examples.map(({ typed, does }) => `- \`${typed}\` ${does}`)].join("\n"),
      ),
      line(),
      ...buttonRows([{ id: customId("help", "overview"), label: say.back }]),
    ]),
  ];
}

type Basic = APIApplicationCommandBasicOption;
type Subcommand = APIApplicationCommandSubcommandOption;

function isSubcommand(option: Basic | Subcommand): option is Subcommand {
  return option.type === ApplicationCommandOptionType.Subcommand;
}

function subcommandLine(command: string, { name, description, options = [] }: Subcommand): string {
  const takes = options.map((option) => `\`${option.name}\`${needed(option)}`).join(", ");
  return `- \`/${command} ${name}\` ${escapeText(description)}${takes === "" ? "" : say.takes(takes)}`;
}

function optionLine(option: Basic): string {
  return `- \`${option.name}\` ${escapeText(option.description)}${needed(option)}${valuesOf(option)}`;
}

function needed({ required = false }: Basic): string {
  return required ? ` (${say.needed})` : "";
}

function valuesOf(option: Basic): string {
  if (option.type !== ApplicationCommandOptionType.String || !("choices" in option)) return "";
  return option.choices ? `: ${option.choices.map((choice) => escapeText(choice.name)).join(" · ")}` : "";
}

export function aboutCard(facts: Facts): APIMessageTopLevelComponent[] {
  return [
    card(GOLD, [
      text(`${aboutTexts.heading}\n${aboutTexts.what}\n-# ${aboutTexts.version(facts)}`),
      text(`${aboutTexts.sources}\n${aboutTexts.keeps}`),
      line(),
      ...buttonRows([
        { id: customId("about", "page", "privacy"), label: aboutTexts.privacy },
        { id: customId("about", "page", "terms"), label: aboutTexts.terms },
      ]),
      text(`-# ${aboutTexts.disclaimer}`),
    ]),
  ];
}

export function pageCard(markdown: string): APIMessageTopLevelComponent[] {
  return [card(GOLD, [text(markdown)])];
}
