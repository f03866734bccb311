import {
  type APIApplicationCommandBasicOption,
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
  const options = (definition.options ?? []) as readonly APIApplicationCommandBasicOption[];
  const takes = options.map(
    (option) =>
      `- \`${option.name}\` ${escapeText(option.description)}${option.required ? ` (${say.needed})` : ""}${valuesOf(option)}`,
  );
  return [
    card(GOLD, [
      text(`## /${definition.name}\n${definition.description}`),
      ...(takes.length === 0 ? [] : [text(`**${say.options}**\n${takes.join("\n")}`)]),
      text(
        [`**${say.examples}**`, ...examples.map(({ typed, does }) => `- \`${typed}\` ${does}`)].join("\n"),
      ),
      line(),
      ...buttonRows([{ id: customId("help", "overview"), label: say.back }]),
    ]),
  ];
}

function valuesOf(option: APIApplicationCommandBasicOption): string {
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
