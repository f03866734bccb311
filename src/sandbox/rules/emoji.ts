import { asObject } from "../rest/request.ts";
import { isAbsent } from "./fields.ts";
import type { Refuse, Rule } from "./rule.ts";

const UNICODE_EMOJI = /^\p{RGI_Emoji}$/v;
const CUSTOM_EMOJI_ID = /^\d{15,20}$/;

export const EMOJI_RULES = {
  emoji: {
    rule: "An emoji is one Unicode emoji, or has the id of a custom one.",
    page: "resources/emoji#emoji-object",
    code: "COMPONENT_INVALID_EMOJI",
    message: "Invalid emoji",
  },
} as const satisfies Record<string, Rule>;

/** On a component an emoji has a name, a custom one too. */
export function checkEmoji(refuse: Refuse, path: string, value: unknown): void {
  if (isAbsent(value)) return;
  const name = asObject<"name">(value)?.name;
  const isNamed = typeof name === "string" && name.length <= 32;
  if (!isNamed || !isEmoji(value)) refuse(EMOJI_RULES.emoji, `${path}.name`);
}

export function isEmoji(value: unknown): boolean {
  const { id, name } = asObject<"id" | "name">(value) ?? {};
  return isAbsent(id)
    ? typeof name === "string" && UNICODE_EMOJI.test(name)
    : typeof id === "string" && CUSTOM_EMOJI_ID.test(id) && (isAbsent(name) || typeof name === "string");
}
