import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ComponentType,
  ApplicationCommandOptionType as Kind,
} from "discord.js";
import type { Actor } from "../../../src/sandbox/people/actor.ts";
import type {
  ModalValues,
  OpenModal,
  OptionValue,
  OptionValues,
  Outcome,
} from "../../../src/sandbox/people/protocol.ts";
import { type ComponentDraft, everyComponent } from "../../../src/sandbox/world/draft.ts";

/** What the other options of a command say, so that one hostile text among them gets as far as it can. */
const USUAL: Readonly<Record<string, OptionValue>> = {
  mission: "second wave",
  when: "tomorrow 20:00",
  name: "Zek",
  captain: "Zek",
  what: "home",
  by: "2 hours",
};
/** Who is forgotten has nothing left to fill in. */
const LAST = /^v1:me:forget/;

/** Puts texts into every text field there is: each option of each command, and each form behind a button. */
export async function fillEveryField(
  actor: Actor,
  commands: readonly APIApplicationCommand[],
  texts: readonly string[],
): Promise<ReadonlySet<string>> {
  const filled = new Set<string>();
  const pressed = new Set<string>();
  let taken = 0;
  const nextText = (least = 0, most = 4_000) => {
    const fitting = texts.filter(({ length }) => length >= least && length <= most);
    return fitting[taken++ % fitting.length] ?? "x".repeat(least);
  };

  for (const { name, options } of commands.flatMap(linesOf)) {
    const required = options.filter((one) => one.required).map((one) => [one.name, usualValue(actor, one)]);
    await follow(await actor.run(name, Object.fromEntries(required)));
    for (const option of options.filter(isText)) {
      const text = nextText(option.min_length, option.max_length);
      const values: OptionValues = { ...Object.fromEntries(required), [option.name]: text };
      filled.add(`/${name} ${option.name}`);
      await actor.autocomplete(name, values, option.name);
      await follow(await actor.run(name, values));
    }
  }
  return filled;

  async function follow(outcome: Outcome): Promise<void> {
    if (outcome.kind === "modal") return fillIn(outcome);
    if (outcome.kind !== "message" && outcome.kind !== "update") return;
    const { id, components = [] } = outcome.message;
    for (const one of everyComponent(components as unknown as readonly ComponentDraft[])) {
      const key = keyOf(one);
      if (key === undefined || one.disabled || pressed.has(key)) continue;
      const answer = await press(id, one);
      if (answer.kind !== "refused") pressed.add(key);
      await follow(answer);
    }
  }

  function press(
    messageId: string,
    { type, custom_id = "", options = [] }: ComponentDraft,
  ): Promise<Outcome> {
    if (type === ComponentType.Button) return actor.click(messageId, custom_id);
    return actor.select(messageId, custom_id, options[0] ? [options[0].value] : []);
  }

  /** One field after the other, so that the rest is no reason to refuse it. */
  async function fillIn({ id, modal }: OpenModal): Promise<void> {
    const fields = everyComponent(modal.components as unknown as readonly ComponentDraft[]);
    const usual: Record<string, ModalValues[string]> = {};
    for (const { custom_id, options, ...rest } of fields) {
      if (custom_id === undefined) continue;
      if (rest.type !== ComponentType.TextInput) usual[custom_id] = options?.[0] ? [options[0].value] : [];
      else usual[custom_id] = String(rest["value"] ?? USUAL[custom_id] ?? "");
    }
    for (const { type, custom_id, min_length: least, max_length: most } of fields) {
      if (type !== ComponentType.TextInput || custom_id === undefined) continue;
      filled.add(`${modal.title}: ${custom_id}`);
      await follow(
        await actor.submit(id, { ...usual, [custom_id]: nextText(Number(least ?? 0), Number(most)) }),
      );
    }
  }
}

/** Buttons of one kind do the same to another record, so one of each is enough. */
function keyOf({ type, custom_id, options }: ComponentDraft): string | undefined {
  const isPressable = type === ComponentType.Button || (type === ComponentType.StringSelect && options?.[0]);
  return isPressable && custom_id !== undefined && !LAST.test(custom_id)
    ? custom_id.split(":").slice(0, 3).join(":")
    : undefined;
}

interface Line {
  readonly name: string;
  readonly options: readonly APIApplicationCommandBasicOption[];
}

function linesOf({ name, options = [] }: Pick<APIApplicationCommand, "name" | "options">): readonly Line[] {
  const branches = options.filter(
    (one): one is Extract<APIApplicationCommandOption, { readonly type: Kind.Subcommand }> =>
      one.type === Kind.Subcommand || one.type === (Kind.SubcommandGroup as number),
  );
  if (branches.length > 0)
    return branches.flatMap((one) => linesOf({ name: `${name} ${one.name}`, options: one.options ?? [] }));
  return [{ name, options: options as readonly APIApplicationCommandBasicOption[] }];
}

type TextOption = Extract<APIApplicationCommandBasicOption, { readonly type: Kind.String }> & {
  readonly min_length?: number;
  readonly max_length?: number;
};

function isText(option: APIApplicationCommandBasicOption): option is TextOption {
  return option.type === Kind.String && !("choices" in option && option.choices?.length);
}

function usualValue(actor: Actor, option: APIApplicationCommandBasicOption): OptionValue {
  if ("choices" in option && option.choices?.[0]) return option.choices[0].value;
  if (option.type !== Kind.Attachment) return USUAL[option.name] ?? "x";
  return actor.attach({
    filename: "<img src=x>.json",
    contentType: "application/json",
    bytes: Buffer.from("{}"),
  });
}
