import { type APIInteractionResponse, InteractionType, MessageFlags } from "discord-api-types/v10";
import { StoreError } from "../store/store-error.ts";
import { readCustomId } from "../ui/custom-id.ts";
import { Refusal } from "../ui/refusal.ts";
import { choices, whisper } from "../ui/reply.ts";
import { type Asker, askerOf, isObject, type Loose } from "./asker.ts";
import type { Carried } from "./carried.ts";
import type { Answer, Command } from "./command.ts";
import type { Deferred, LateMessage } from "./deferred.ts";
import { fieldsIn } from "./fields.ts";
import { focusedOption, rawOptions } from "./options.ts";
import { resolvedIn } from "./resolved.ts";
import { apology, needsGuild, olderCard, storeTrouble, unreadable } from "./text.ts";

/**
 * Turns one interaction into its answer. It never rejects: what is no interaction of ours is `undefined`, a
 * `Refusal` is whispered, and anything else is reported and answered with one sentence that carries a reference.
 */
export type Dispatch = (
  interaction: unknown,
) => Promise<APIInteractionResponse | Deferred | Carried | undefined>;

/** Hears of every unexpected failure, with the reference that the member was given. */
export type Report = (failure: { readonly error: unknown; readonly reference: string }) => void;

export function dispatcher(commands: readonly Command[], report: Report): Dispatch {
  const byName = new Map(commands.map((command) => [command.name, command]));

  return async (interaction) => {
    if (!isObject(interaction)) return undefined;
    const excuse = (error: unknown) => excuseFor(error, interaction, report);
    try {
      const answered = await answer(byName, interaction);
      return answered !== undefined && "later" in answered ? excused(answered, excuse) : answered;
    } catch (error) {
      return excuse(error);
    }
  };
}

/** Reports a failure, and gives what the member reads instead of an answer. */
export function apologies(report: Report): (interaction: unknown, error: unknown) => APIInteractionResponse {
  return (interaction, error) => excuseFor(error, isObject(interaction) ? interaction : {}, report);
}

type Commands = ReadonlyMap<string, Command>;

function excuseFor(error: unknown, { id, type }: Loose, report: Report): APIInteractionResponse {
  /** A list of choices has no room for a sentence; it stays empty. */
  const say = type === InteractionType.ApplicationCommandAutocomplete ? () => choices([]) : whisper;
  if (error instanceof Refusal) return say(error.message);
  const reference = referenceOf(id);
  report({ error, reference });
  return say(error instanceof StoreError ? storeTrouble[error.saved](reference) : apology(reference));
}

/** The second step of an answer fails as politely as the first. */
function excused(answer: Deferred, excuse: (error: unknown) => APIInteractionResponse): Deferred {
  return {
    first: answer.first,
    later: () =>
      Promise.try(answer.later).catch((error: unknown) => {
        const { data } = excuse(error) as { readonly data: LateMessage["data"] };
        return { data, files: [] };
      }),
  };
}

async function answer(
  commands: Commands,
  interaction: Loose,
): Promise<APIInteractionResponse | Deferred | Carried | undefined> {
  const asker = askerOf(interaction);
  const data = interaction["data"];
  if (asker === undefined || !isObject(data)) return undefined;

  switch (interaction["type"]) {
    case InteractionType.ApplicationCommand:
      return await run(commands, asker, data);
    case InteractionType.ApplicationCommandAutocomplete:
      return await complete(commands, asker, data);
    case InteractionType.MessageComponent:
    case InteractionType.ModalSubmit:
      return await act(commands, asker, interaction, data);
    default:
      return undefined;
  }
}

async function run(commands: Commands, asker: Asker, data: Loose) {
  const command = commandNamed(commands, data["name"]);
  if (command === undefined) return whisper(unreadable);
  insistOnPlace(command, asker);
  const call = { asker, raw: rawOptions(data["options"]), resolved: resolvedIn(data) };
  return (await command.run(call)) ?? whisper(unreadable);
}

async function complete(commands: Commands, asker: Asker, data: Loose): Promise<APIInteractionResponse> {
  const command = commandNamed(commands, data["name"]);
  const focused = focusedOption(rawOptions(data["options"]));
  if (command === undefined || focused === undefined) return choices([]);
  const typed = typeof focused.value === "string" ? focused.value : "";
  return choices(await command.complete({ option: focused.name, typed, asker }));
}

/** A click or a form: both say by their custom id what they are about. */
function act(commands: Commands, asker: Asker, { type, message }: Loose, data: Loose): Answer {
  const id = typeof data["custom_id"] === "string" ? readCustomId(data["custom_id"]) : undefined;
  const command = id && commandNamed(commands, id.feature);
  if (id === undefined || command === undefined) return whisper(olderCard);
  const where = { asker, args: id.args, onPrivateCard: isObject(message) && isEphemeral(message["flags"]) };

  if (type === InteractionType.ModalSubmit) {
    const form = own(command.forms, id.action);
    if (form === undefined) return whisper(olderCard);
    insistOnPlace(command, asker);
    return form({ ...where, ...fieldsIn(data["components"]) });
  }

  const action = own(command.actions, id.action);
  if (action === undefined) return whisper(olderCard);
  insistOnPlace(command, asker);
  const values = data["values"];
  return action({
    ...where,
    picked: Array.isArray(values) ? values.filter((value) => typeof value === "string") : [],
    resolved: resolvedIn(data),
    messageId: isObject(message) && typeof message["id"] === "string" ? message["id"] : undefined,
  });
}

function insistOnPlace(command: Command, asker: Asker): void {
  if (command.where === "guild" && asker.guildId === undefined) throw new Refusal(needsGuild(command.name));
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function commandNamed(commands: Commands, name: unknown): Command | undefined {
  return typeof name === "string" ? commands.get(name) : undefined;
}

function isEphemeral(flags: unknown): boolean {
  return typeof flags === "number" && (flags & MessageFlags.Ephemeral) !== 0;
}

/** The last figures of the interaction's id in base 36: short enough to read out, and found again in the log. */
function referenceOf(id: unknown): string {
  const digits = typeof id === "string" && /^\d{1,20}$/.test(id) ? BigInt(id) : 0n;
  return digits.toString(36).slice(-6).toUpperCase();
}
