import { type APIApplicationCommandOption, ApplicationCommandOptionType } from "discord-api-types/v10";
import type { Command } from "../world/commands.ts";
import { ClientRefusal } from "./refusal.ts";

export interface Composed {
  readonly command: Command;
  /** The subcommand group and the subcommand, as far as the command has them. */
  readonly path: readonly APIApplicationCommandOption[];
  /** The options of the command or of its subcommand. */
  readonly options: readonly APIApplicationCommandOption[];
}

export interface Typed extends Composed {
  readonly values: Readonly<Record<string, string>>;
}

/** Reads `/lfg create mission:home places:5` as Discord's message box does. */
export function readCommandLine(text: string, offered: readonly Command[]): Typed {
  const words = text.trim().slice(1).split(/\s+/);
  const { depth, ...composed } = walkTo(words, offered);
  const rest = words.slice(depth).join(" ");
  return { ...composed, values: readValues(rest, composed.options) };
}

/** Finds a command by its words: `mission`, or `lfg manage add` for a subcommand. */
export function findCommand(name: string, offered: readonly Command[]): Composed {
  return walkTo(name.trim().split(/\s+/), offered);
}

function walkTo(
  words: readonly string[],
  offered: readonly Command[],
): Composed & { readonly depth: number } {
  const command = offered.find(({ name, type }) => type === 1 && name === words[0]?.toLowerCase());
  if (!command) throw new ClientRefusal(`There is no command /${words[0] ?? ""} here.`);

  const path: APIApplicationCommandOption[] = [];
  let options: readonly APIApplicationCommandOption[] = command.options ?? [];
  while (options.some(isBranch)) {
    const wanted = words[path.length + 1];
    const branch = options.find((one) => isBranch(one) && one.name === wanted);
    if (!branch) {
      const names = options.map(({ name }) => name).join(", ");
      throw new ClientRefusal(`/${words.slice(0, path.length + 1).join(" ")} needs one of: ${names}.`);
    }
    path.push(branch);
    options = "options" in branch ? (branch.options ?? []) : [];
  }
  return { command, path, options, depth: path.length + 1 };
}

function readValues(rest: string, options: readonly APIApplicationCommandOption[]): Record<string, string> {
  const values: Record<string, string> = {};
  const marks = options.flatMap(({ name }) => marksOf(rest, name)).sort((a, b) => a.at - b.at);

  marks.forEach(({ name, at, length }, index) => {
    values[name] = rest.slice(at + length, marks[index + 1]?.at ?? rest.length).trim();
  });
  const unnamed = rest.slice(0, marks[0]?.at ?? rest.length).trim();
  if (unnamed === "") return values;

  const free = options.filter(({ name }) => !(name in values));
  const target =
    free.find((one) => one.required && one.type === 3) ?? free.find((one) => one.required) ?? free[0];
  if (!target) throw new ClientRefusal(`There is no option for "${unnamed}".`);
  values[target.name] = unnamed;
  return values;
}

function marksOf(
  text: string,
  name: string,
): { readonly name: string; readonly at: number; readonly length: number }[] {
  const mark = `${name}:`;
  const at = ` ${text}`.indexOf(` ${mark}`);
  return at === -1 ? [] : [{ name, at, length: mark.length }];
}

function isBranch({ type }: APIApplicationCommandOption): boolean {
  return (
    type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup
  );
}
