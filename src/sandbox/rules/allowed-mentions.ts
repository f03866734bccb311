import { asObject } from "../rest/request.ts";
import { isAbsent, isListOf, isSetOf } from "./fields.ts";
import { atMost, forbidden, oneOf, type Refuse, type Rule } from "./rule.ts";
import { checkYesNo, isId } from "./shapes.ts";

const PAGE = "resources/message#allowed-mentions-object";
const KINDS: readonly unknown[] = ["users", "roles", "everyone"];

export const MENTION_RULES = {
  shape: forbidden("MODEL_TYPE_CONVERT", "Allowed mentions are lists of kinds and of ids.", PAGE),
  users: atMost(100, "At most 100 users are allowed to be mentioned by id.", PAGE),
  roles: atMost(100, "At most 100 roles are allowed to be mentioned by id.", PAGE),
  kinds: oneOf(
    ["users", "roles", "everyone"],
    "Only users, roles and everyone can be parsed as mentions.",
    PAGE,
  ),
  twice: {
    rule: "Nothing and nobody is named twice in allowed mentions.",
    page: PAGE,
    code: "SET_TYPE_ALREADY_CONTAINS_VALUE",
    message: "The set already contains this value",
  },
  usersTwice: forbidden(
    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    "Users are either parsed or listed by id, not both.",
    PAGE,
  ),
  rolesTwice: forbidden(
    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    "Roles are either parsed or listed by id, not both.",
    PAGE,
  ),
} as const satisfies Record<string, Rule>;

export function checkAllowedMentions(refuse: Refuse, path: string, value: unknown): void {
  if (isAbsent(value)) return;
  if (!isShaped(value)) {
    refuse(MENTION_RULES.shape, path);
    return;
  }
  const mentions = asObject<"parse" | "users" | "roles" | "replied_user">(value) ?? {};
  const { parse, users, roles } = mentions;
  const parsed: readonly unknown[] = Array.isArray(parse) ? parse : [];
  const userIds: readonly unknown[] = Array.isArray(users) ? users : [];
  const roleIds: readonly unknown[] = Array.isArray(roles) ? roles : [];

  if (parsed.some((kind) => !KINDS.includes(kind))) refuse(MENTION_RULES.kinds, `${path}.parse`);
  if (userIds.length > 100) refuse(MENTION_RULES.users, `${path}.users`);
  if (roleIds.length > 100) refuse(MENTION_RULES.roles, `${path}.roles`);
  for (const field of ["parse", "users", "roles"] as const) {
    if (!isSetOf(() => true, mentions[field])) refuse(MENTION_RULES.twice, `${path}.${field}`);
  }
  checkYesNo(refuse, `${path}.replied_user`, mentions.replied_user);
  if (parsed.includes("users") && userIds.length > 0) refuse(MENTION_RULES.usersTwice, path);
  if (parsed.includes("roles") && roleIds.length > 0) refuse(MENTION_RULES.rolesTwice, path);
}

function isShaped(value: unknown): boolean {
  const mentions = asObject<"parse" | "users" | "roles">(value);
  if (!mentions) return false;
  const isKind = (item: unknown) => typeof item === "string";
  return isListOf(isKind, mentions.parse) && isListOf(isId, mentions.users) && isListOf(isId, mentions.roles);
}
