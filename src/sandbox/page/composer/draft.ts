import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
} from "discord-api-types/v10";
import type { Choice, OptionValue, OptionValues } from "../../people/protocol.ts";
import { Option } from "../kinds.ts";

/** A command as it is typed: with its subcommand, if it has some. */
export interface CommandLine {
  /** `mission`, or `rewards claim`. */
  readonly name: string;
  readonly description: string;
  readonly options: readonly APIApplicationCommandBasicOption[];
}

/** One option in the message box. */
export interface Chip {
  readonly option: APIApplicationCommandBasicOption;
  readonly text: string;
  /** What a choice from the list stands for; a typed text stands for itself. */
  readonly value?: OptionValue;
}

export type Draft =
  | { readonly mode: "text"; readonly text: string }
  | {
      readonly mode: "command";
      readonly line: CommandLine;
      readonly chips: readonly Chip[];
      /** What is typed to find one more option. */
      readonly more: string;
    };

/** Where the cursor stands: in the text, in an option, or behind all options. */
export type Focus = "text" | "more" | number;

export interface Composer {
  readonly draft: Draft;
  readonly focus: Focus;
  /** The entry of the list above the box that Enter would take; -1 for none. */
  readonly active: number;
  readonly isListClosed: boolean;
  /** What the bot offers for the option that is being typed, or why nothing came; undefined while it is asked. */
  readonly suggestions: readonly Choice[] | string | undefined;
  readonly error: string | undefined;
}

export const EMPTY: Composer = {
  draft: { mode: "text", text: "" },
  focus: "text",
  active: 0,
  isListClosed: false,
  suggestions: undefined,
  error: undefined,
};

/** Every way to begin a line with the commands, by the alphabet: subcommands are lines of their own. */
export function commandLines(commands: readonly APIApplicationCommand[]): readonly CommandLine[] {
  return commands
    .filter(({ type }) => type === 1)
    .flatMap(({ name, description, options }) => linesUnder(name, description, options ?? []))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function linesUnder(
  name: string,
  description: string,
  options: readonly APIApplicationCommandOption[],
): readonly CommandLine[] {
  const branches = options.flatMap((option) =>
    option.type === Option.Subcommand || option.type === Option.SubcommandGroup
      ? linesUnder(`${name} ${option.name}`, option.description, option.options ?? [])
      : [],
  );
  if (branches.length > 0) return branches;
  return [{ name, description, options: options as readonly APIApplicationCommandBasicOption[] }];
}

/** A command with its required options in the box, the rest of what was typed in the option it belongs to. */
export function draftOf(line: CommandLine, rest = ""): Extract<Draft, { readonly mode: "command" }> {
  const required = line.options.filter((option) => option.required);
  const first = line.options[0];
  const shown = required.length === 0 && rest !== "" && first ? [first] : required;
  const empty: readonly Chip[] = shown.map((option) => ({ option, text: "" }));
  return namedOptions({ mode: "command", line, chips: empty, more: "" }, 0, rest);
}

/** Reads `home section:objectives` typed into an option: what has a name goes to the option of that name. */
export function namedOptions<D extends Extract<Draft, { readonly mode: "command" }>>(
  draft: D,
  index: number,
  text: string,
): D {
  const names = draft.line.options.map(({ name }) => name.replaceAll(/[^\p{L}\p{N}_-]/gu, "")).join("|");
  const parts = names === "" ? [text] : text.split(new RegExp(`(?:^|\\s)(${names}):`, "u"));
  let chips = draft.chips.map((chip, at) =>
    at === index ? { option: chip.option, text: parts[0] ?? "" } : chip,
  );
  for (let at = 1; at < parts.length; at += 2) {
    const option = draft.line.options.find(({ name }) => name === parts[at]);
    const typed = { text: (parts[at + 1] ?? "").trimStart() };
    if (!option) continue;
    chips = chips.some((chip) => chip.option === option)
      ? chips.map((chip) => (chip.option === option ? { option, ...typed } : chip))
      : [...chips, { option, ...typed }];
  }
  return { ...draft, chips };
}

/** The command that a text begins with, once a blank follows it. */
export function commandIn(text: string, lines: readonly CommandLine[]): Draft | undefined {
  const found = lines.find(({ name }) => new RegExp(`^/${name.replaceAll(" ", "\\s+")}\\s`, "iu").test(text));
  if (!found) return undefined;
  const words = found.name.split(" ").length;
  const rest = text.split(/\s+/).slice(words).join(" ");
  return draftOf(found, rest);
}

/** What is sent: every option that has something in it. */
export function valuesOf(chips: readonly Chip[]): OptionValues {
  return Object.fromEntries(
    chips
      .filter(({ text, value }) => text.trim() !== "" || value !== undefined)
      .map(({ option, text, value }) => [option.name, value ?? text.trim()]),
  );
}

export function missingChip(chips: readonly Chip[]): number {
  return chips.findIndex(({ option, text }) => option.required === true && text.trim() === "");
}

export function unusedOptions(
  draft: Extract<Draft, { readonly mode: "command" }>,
): readonly APIApplicationCommandBasicOption[] {
  return draft.line.options.filter((option) => !draft.chips.some((chip) => chip.option === option));
}
