import { asObject } from "../rest/request.ts";
import { isAbsent } from "./fields.ts";
import { oneOf, type Refuse, type Rule, required } from "./rule.ts";
import { checkId, checkObject, checkYesNo } from "./shapes.ts";

const PAGE = "resources/message#message-reference-structure";

export const REFERENCE_RULES = {
  messageId: required("A message answers another one by its id.", PAGE),
  type: oneOf([0], "A message that is written answers another one; it forwards none.", PAGE),
} as const satisfies Record<string, Rule>;

export function checkMessageReference(refuse: Refuse, path: string, value: unknown): void {
  if (isAbsent(value)) return;
  checkObject(refuse, path, value);
  const reference = asObject<"type" | "message_id" | "channel_id" | "guild_id" | "fail_if_not_exists">(value);
  if (!reference) return;
  if (isAbsent(reference.message_id)) refuse(REFERENCE_RULES.messageId, `${path}.message_id`);
  for (const field of ["message_id", "channel_id", "guild_id"] as const) {
    checkId(refuse, `${path}.${field}`, reference[field]);
  }
  if (!isAbsent(reference.type) && reference.type !== 0) refuse(REFERENCE_RULES.type, `${path}.type`);
  checkYesNo(refuse, `${path}.fail_if_not_exists`, reference.fail_if_not_exists);
}
