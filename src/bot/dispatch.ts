import { type APIInteractionResponse, InteractionType, MessageFlags } from "discord-api-types/v10";
import { readCustomId } from "../ui/custom-id.ts";
import { Refusal } from "../ui/refusal.ts";
import { choices, whisper } from "../ui/reply.ts";
import { type Asker, askerOf, isObject } from "./asker.ts";
import type { Command } from "./command.ts";
import { rawOptions } from "./options.ts";
import { apology, olderCard, unreadable } from "./text.ts";

/**
 * Turns one interaction into its answer. It never rejects: what is no interaction of ours is `undefined`, a
 * `Refusal` is whispered, and anything else is reported and answered with one apology that carries a reference.
 */
export type Dispatch = (interaction: unknown) => Promise<APIInteractionResponse | undefined>;

/** Hears of every unexpected failure, with the reference that the member was given. */
export type Report = (failure: { readonly error: unknown; readonly reference: string }) => void;

export function dispatcher(commands: readonly Command[], report: Report): Dispatch {
  const byName = new Map(commands.map((command) => [command.name, command]));

  return async (interaction) => {
    if (!isObject(interaction)) return undefined;
    try {
      return await answer(byName, interaction);
    } catch (error) {
      if (error instanceof Refusal) return whisper(error.message);
      const reference = referenceOf(interaction["id"]);
      report({ error, reference });
      return interaction["type"] === InteractionType.ApplicationCommandAutocomplete
        ? choices([])
        : whisper(apology(reference));
    }
  };
}

/** For an answer that was made but did not arrive. */
export function apologyFor(interactionId: string): APIInteractionResponse {
  return whisper(apology(referenceOf(interactionId)));
}

type Commands = ReadonlyMap<string, Command>;
type Loose = Readonly<Record<string, unknown>>;

async function answer(commands: Commands, interaction: Loose): Promise<APIInteractionResponse | undefined> {
  const asker = askerOf(interaction);
  const data = interaction["data"];
  if (asker === undefined || !isObject(data)) return undefined;

  switch (interaction["type"]) {
    case InteractionType.ApplicationCommand:
      return await run(commands, asker, data);
    case InteractionType.ApplicationCommandAutocomplete:
      return complete(commands, asker, data);
    case InteractionType.MessageComponent:
      return await click(commands, asker, data, interaction["message"]);
    default:
      return undefined;
  }
}

async function run(commands: Commands, asker: Asker, data: Loose): Promise<APIInteractionResponse> {
  const command = commandNamed(commands, data["name"]);
  return (await command?.run(asker, rawOptions(data["options"]))) ?? whisper(unreadable);
}

function complete(commands: Commands, asker: Asker, data: Loose): APIInteractionResponse {
  const command = commandNamed(commands, data["name"]);
  const focused = rawOptions(data["options"]).find((option) => option.focused);
  if (command === undefined || focused === undefined) return choices([]);
  const typed = typeof focused.value === "string" ? focused.value : "";
  return choices(command.complete({ option: focused.name, typed, asker }));
}

async function click(
  commands: Commands,
  asker: Asker,
  data: Loose,
  message: unknown,
): Promise<APIInteractionResponse> {
  const id = typeof data["custom_id"] === "string" ? readCustomId(data["custom_id"]) : undefined;
  const actions = id && commandNamed(commands, id.feature)?.actions;
  const action = id && actions && Object.hasOwn(actions, id.action) ? actions[id.action] : undefined;
  if (id === undefined || action === undefined) return whisper(olderCard);

  const values = data["values"];
  return await action({
    asker,
    args: id.args,
    picked: Array.isArray(values) ? values.filter((value) => typeof value === "string") : [],
    onPrivateCard: isObject(message) && hasEphemeralFlag(message["flags"]),
  });
}

function commandNamed(commands: Commands, name: unknown): Command | undefined {
  return typeof name === "string" ? commands.get(name) : undefined;
}

function hasEphemeralFlag(flags: unknown): boolean {
  return typeof flags === "number" && (flags & MessageFlags.Ephemeral) !== 0;
}

/** The last figures of the interaction's id in base 36: short enough to read out, and found again in the log. */
function referenceOf(id: unknown): string {
  const digits = typeof id === "string" && /^\d{1,20}$/.test(id) ? BigInt(id) : 0n;
  return digits.toString(36).slice(-6).toUpperCase();
}
