import {
  type APIInteractionResponse,
  ComponentType,
  InteractionResponseType,
  InteractionType,
} from "discord-api-types/v10";
import { checkCallback } from "../../src/sandbox/rules/callback.ts";
import { findings } from "../../src/sandbox/rules/rule.ts";

type Source = Parameters<typeof checkCallback>[1]["source"];

const HAVE_A_MESSAGE = new Set<number>([InteractionType.MessageComponent, InteractionType.ModalSubmit]);

/** Why Discord would not take an answer, by the sandbox's rules; and whom it would mention without saying so. */
export function faultsOf(
  interaction: unknown,
  answer: APIInteractionResponse,
  files: readonly { readonly name: string }[] = [],
): readonly string[] {
  const { type } = interaction as { readonly type: number };
  const source = HAVE_A_MESSAGE.has(type) ? ({} as Source) : undefined;
  const { data } = answer as { readonly data?: { readonly allowed_mentions?: { readonly parse?: unknown } } };
  const isMessage =
    answer.type === InteractionResponseType.ChannelMessageWithSource ||
    answer.type === InteractionResponseType.UpdateMessage;
  const uploads = files.map(({ name }, at) => ({ filename: name, index: String(at) }));
  const mentions = data?.allowed_mentions?.parse;
  return [
    ...findings((refuse) =>
      checkCallback(refuse, { type, source }, { type: answer.type, data, uploads }, undefined),
    ).map(({ rule, path }) => `${path}: ${rule.rule}`),
    ...(isMessage && !(Array.isArray(mentions) && mentions.length === 0) ? ["mentions are not locked"] : []),
  ];
}

/** Every custom id in an answer. */
export function customIdsIn(answer: unknown): readonly string[] {
  if (typeof answer !== "object" || answer === null) return [];
  if (Array.isArray(answer)) return answer.flatMap(customIdsIn);
  const { custom_id: id, type } = answer as { readonly custom_id?: unknown; readonly type?: unknown };
  const own = typeof id === "string" && type !== ComponentType.TextInput ? [id] : [];
  return [...own, ...Object.values(answer).flatMap(customIdsIn)];
}
