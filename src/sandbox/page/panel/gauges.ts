import type { APIEmbed, APIMessage } from "discord-api-types/v10";
import { Component } from "../kinds.ts";

/** How much of a limit of Discord's a message uses. */
export interface Gauge {
  readonly name: string;
  readonly used: number;
  readonly most: number;
}

/** Discord's numbers for kinds of answers. */
const OPTIONS = 8;
const FORM = 9;

type Part = Readonly<Record<string, unknown>> & { readonly type: number };

/** What Discord counts in a message. What is not there is left out. */
export function gaugesOf(message: APIMessage): readonly Gauge[] {
  const parts = (message.components ?? []).flatMap((one) => everyPart(one as unknown as Part));
  const texts = parts.flatMap(({ type, content }) => (type === Component.TextDisplay ? String(content) : []));
  const { embeds, content, attachments } = message;

  return [
    { name: "Characters of the text", used: content.length, most: 2_000 },
    { name: "Characters of all texts", used: total(texts.map((text) => text.length)), most: 4_000 },
    { name: "Components, nested ones too", used: parts.length, most: 40 },
    { name: "Buttons in the fullest row", used: highest(parts.map(buttonsIn)), most: 5 },
    { name: "Options of the longest list", used: highest(parts.map(optionsOf)), most: 25 },
    { name: "Longest button label", used: highest(parts.map(({ label }) => lengthOf(label))), most: 80 },
    {
      name: "Longest custom id",
      used: highest(parts.map(({ custom_id }) => lengthOf(custom_id))),
      most: 100,
    },
    { name: "Embeds", used: embeds.length, most: 10 },
    { name: "Characters of all embeds", used: total(embeds.map(embedLength)), most: 6_000 },
    { name: "Files", used: attachments.length, most: 10 },
  ].filter(({ used }) => used > 0);
}

/** What Discord counts in a form, or in the options that are offered while somebody types. */
export function gaugesOfAnswer(answer: object): readonly Gauge[] {
  const { type, data = {} } = answer as {
    readonly type?: number;
    readonly data?: Readonly<Record<string, unknown>>;
  };
  if (type === OPTIONS) {
    const names = listOf(data["choices"]).map((one) => lengthOf((one as { readonly name?: unknown }).name));
    return [
      { name: "Options", used: names.length, most: 25 },
      { name: "Longest option", used: highest(names), most: 100 },
    ];
  }
  if (type !== FORM) return [];
  const fields = listOf(data["components"]) as readonly Part[];
  return [
    { name: "Characters of the title", used: lengthOf(data["title"]), most: 45 },
    { name: "Fields", used: fields.length, most: 5 },
    { name: "Longest label", used: highest(fields.map(({ label }) => lengthOf(label))), most: 45 },
    { name: "Characters of the custom id", used: lengthOf(data["custom_id"]), most: 100 },
  ];
}

function everyPart(part: Part): readonly Part[] {
  const inside = [...listOf(part["components"]), ...listOf(part["accessory"])];
  return [part, ...inside.flatMap((one) => everyPart(one as Part))];
}

function buttonsIn(part: Part): number {
  return part.type === Component.ActionRow
    ? listOf(part["components"]).filter((one) => (one as Part).type === Component.Button).length
    : 0;
}

function optionsOf(part: Part): number {
  return listOf(part["options"]).length;
}

function embedLength({ title, description, footer, author, fields = [] }: APIEmbed): number {
  const texts = [title, description, footer?.text, author?.name];
  return total([...texts, ...fields.flatMap(({ name, value }) => [name, value])].map(lengthOf));
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function lengthOf(value: unknown): number {
  return typeof value === "string" ? value.length : 0;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function highest(values: readonly number[]): number {
  return Math.max(0, ...values);
}
