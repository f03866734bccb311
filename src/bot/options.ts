import type {
  ApplicationCommandOptionAllowedChannelTypes,
  SlashCommandOptionsOnlyBuilder,
  SlashCommandSubcommandBuilder,
} from "@discordjs/builders";
import type { Attached, Resolved } from "./resolved.ts";

/** What options are added to: a command, or one of its subcommands. */
type Builder = SlashCommandOptionsOnlyBuilder | SlashCommandSubcommandBuilder;

/** One choice in a list: `name` is read by people, `value` comes back. */
export interface Choice<Value extends string = string> {
  readonly name: string;
  readonly value: Value;
}

/**
 * One option of a command: how Discord is told of it, and how what comes back becomes a value. `read` gives
 * `undefined` for anything that is not of the option's type, because what comes over the wire is not trusted.
 */
export interface Option<Value> {
  readonly required: boolean;
  readonly completes: boolean;
  addTo(builder: Builder, name: string): void;
  read(raw: unknown, resolved: Resolved): Value | undefined;
}

export type Options = Readonly<Record<string, Option<unknown>>>;

/** What a command receives for its options: a required one is always there. */
export type Values<Shape extends Options> = {
  readonly [Name in keyof Shape]: Shape[Name] extends Option<infer Value>
    ? Shape[Name]["required"] extends true
      ? Value
      : Value | undefined
    : never;
};

interface TextFace {
  readonly description: string;
  readonly maxLength: number;
  /** True when the command completes it while the member types. */
  readonly completes?: boolean;
}

export function text(
  face: TextFace & { readonly required: true },
): Option<string> & { readonly required: true };
export function text(face: TextFace): Option<string> & { readonly required: false };
export function text(face: TextFace & { readonly required?: boolean }): Option<string> {
  const { description, maxLength, required = false, completes = false } = face;
  return {
    required,
    completes,
    addTo: (builder, name) =>
      void builder.addStringOption((option) =>
        option
          .setName(name)
          .setDescription(description)
          .setRequired(required)
          .setMaxLength(maxLength)
          .setAutocomplete(completes),
      ),
    read: (raw) => (typeof raw === "string" && raw.length <= maxLength ? raw : undefined),
  };
}

/** One of a few fixed values. */
export function pick<const Value extends string>(
  description: string,
  from: readonly Choice<Value>[],
): Option<Value> & { readonly required: false };
export function pick<const Value extends string>(
  description: string,
  from: readonly Choice<Value>[],
  need: "required",
): Option<Value> & { readonly required: true };
export function pick<const Value extends string>(
  description: string,
  from: readonly Choice<Value>[],
  need?: "required",
): Option<Value> {
  const required = need === "required";
  return {
    required,
    completes: false,
    addTo: (builder, name) =>
      void builder.addStringOption((option) =>
        option
          .setName(name)
          .setDescription(description)
          .setRequired(required)
          .addChoices(...from),
      ),
    read: (raw) => from.find((choice) => choice.value === raw)?.value,
  };
}

export function whole(
  description: string,
  range: { readonly min: number; readonly max: number },
): Option<number> & { readonly required: false } {
  return {
    required: false,
    completes: false,
    addTo: (builder, name) =>
      void builder.addIntegerOption((option) =>
        option.setName(name).setDescription(description).setMinValue(range.min).setMaxValue(range.max),
      ),
    read: (raw) =>
      Number.isInteger(raw) && (raw as number) >= range.min && (raw as number) <= range.max
        ? (raw as number)
        : undefined,
  };
}

export function flag(description: string): Option<boolean> & { readonly required: false } {
  return {
    required: false,
    completes: false,
    addTo: (builder, name) =>
      void builder.addBooleanOption((option) => option.setName(name).setDescription(description)),
    read: (raw) => (typeof raw === "boolean" ? raw : undefined),
  };
}

/** A file that the member attaches. */
export function file(description: string): Option<Attached> & { readonly required: true } {
  return {
    required: true,
    completes: false,
    addTo: (builder, name) =>
      void builder.addAttachmentOption((option) =>
        option.setName(name).setDescription(description).setRequired(true),
      ),
    read: (raw, resolved) => (typeof raw === "string" ? resolved.attachment(raw) : undefined),
  };
}

/** A channel of one of these types; anything else is not read. */
export function channel(
  description: string,
  types: readonly ApplicationCommandOptionAllowedChannelTypes[],
): Option<string> & { readonly required: false } {
  return {
    required: false,
    completes: false,
    addTo: (builder, name) =>
      void builder.addChannelOption((option) =>
        option
          .setName(name)
          .setDescription(description)
          .addChannelTypes(...types),
      ),
    read: (raw, resolved) => {
      const found = typeof raw === "string" ? resolved.channel(raw) : undefined;
      return types.some((type) => type === found?.type) ? found?.id : undefined;
    },
  };
}

export function addOptions(builder: Builder, options: Options): void {
  for (const [name, option] of Object.entries(options)) option.addTo(builder, name);
}

/** The typed values of one call, or `undefined` when a required option is missing or not of its type. */
export function readOptions<Shape extends Options>(
  shape: Shape,
  raw: readonly RawOption[],
  resolved: Resolved,
): Values<Shape> | undefined {
  const values: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(shape)) {
    const value = option.read(raw.find((given) => given.name === name)?.value, resolved);
    if (value === undefined && option.required) return undefined;
    values[name] = value;
  }
  return values as Values<Shape>;
}

/** An option as it came: its name and whatever stood beside it. A subcommand has options of its own. */
export interface RawOption {
  readonly name: string;
  readonly value: unknown;
  readonly focused: boolean;
  readonly options: readonly RawOption[];
}

/** Discord nests options twice at most: a group, and a subcommand in it. */
const DEEPEST = 3;

/** Reads the `options` of an interaction; what has no name is left out. */
export function rawOptions(options: unknown, depth = 1): readonly RawOption[] {
  if (!Array.isArray(options) || depth > DEEPEST) return [];
  return options.flatMap((option: Partial<RawOption> | null) =>
    typeof option?.name === "string"
      ? [
          {
            name: option.name,
            value: option.value,
            focused: option.focused === true,
            options: rawOptions(option.options, depth + 1),
          },
        ]
      : [],
  );
}

/** The option that is being typed, wherever it stands. */
export function focusedOption(options: readonly RawOption[]): RawOption | undefined {
  for (const option of options) {
    const found = option.focused ? option : focusedOption(option.options);
    if (found !== undefined) return found;
  }
  return undefined;
}
