import { asObject } from "../rest/request.ts";
import { isAbsent } from "./fields.ts";
import type { Refuse, Rule } from "./rule.ts";

const UNICODE_EMOJI =
  /\p{Extended_Pictographic}|\p{Emoji_Presentation}|\p{Regional_Indicator}|[0-9#*]\uFE0F?\u20E3/u;
const CUSTOM_EMOJI_ID = /^\d{15,20}$/;

export const EMOJI_RULES = {
  emoji: {
    rule: "An emoji on a component is a Unicode emoji, or has the id of a custom one.",
    page: "resources/emoji#emoji-object",
    code: "COMPONENT_INVALID_EMOJI",
    message: "Invalid emoji",
  },
} as const satisfies Record<string, Rule>;

export function checkEmoji(refuse: Refuse, path: string, value: unknown): void {
  if (isAbsent(value)) return;
  const { id, name } = asObject<"id" | "name">(value) ?? {};
  const isGood = isAbsent(id)
    ? typeof name === "string" && UNICODE_EMOJI.test(name)
    : CUSTOM_EMOJI_ID.test(String(id));
  if (!isGood) refuse(EMOJI_RULES.emoji, `${path}.name`);
}
