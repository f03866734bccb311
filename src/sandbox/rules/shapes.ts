import { ChannelType } from "discord-api-types/v10";
import { asObject } from "../rest/request.ts";
import { isAbsent, isSetOf } from "./fields.ts";
import { forbidden, type Refuse, type Rule } from "./rule.ts";

const PAGE = "reference";

export const SHAPE_RULES = {
  yesNo: forbidden("BASE_TYPE_BOOLEAN", "What switches something is true or false.", PAGE),
  object: forbidden("MODEL_TYPE_CONVERT", "Where an object belongs stands nothing else.", PAGE),
  id: {
    rule: "An id is a number, written as a text.",
    page: `${PAGE}#snowflakes`,
    code: "NUMBER_TYPE_COERCE",
    message: "Value is not a snowflake.",
  },
  timestamp: forbidden(
    "DATE_TIME_TYPE_PARSE",
    "A timestamp is an ISO 8601 date.",
    `${PAGE}#iso8601-datetime`,
  ),
  channelTypes: forbidden(
    "BASE_TYPE_CHOICES",
    "Channels are narrowed down by the types that there are, each named once.",
    "resources/channel#channel-object-channel-types",
  ),
} as const satisfies Record<string, Rule>;

const CHANNEL_TYPES: ReadonlySet<unknown> = new Set(Object.values(ChannelType));

export function checkYesNo(refuse: Refuse, path: string, value: unknown): void {
  if (!isAbsent(value) && typeof value !== "boolean") refuse(SHAPE_RULES.yesNo, path);
}

export function checkObject(refuse: Refuse, path: string, value: unknown): void {
  if (!isAbsent(value) && !asObject(value)) refuse(SHAPE_RULES.object, path);
}

export function checkId(refuse: Refuse, path: string, value: unknown): void {
  if (!isAbsent(value) && !isId(value)) refuse(SHAPE_RULES.id, path);
}

export function isId(value: unknown): boolean {
  return typeof value === "string" && /^(?:0|[1-9]\d{0,19})$/.test(value);
}

export function checkTimestamp(refuse: Refuse, path: string, value: unknown): void {
  if (isAbsent(value)) return;
  if (typeof value !== "string" || Number.isNaN(Date.parse(value))) refuse(SHAPE_RULES.timestamp, path);
}

export function checkChannelTypes(refuse: Refuse, path: string, value: unknown): void {
  const isType = (item: unknown) => typeof item === "number" && CHANNEL_TYPES.has(item);
  if (!isSetOf(isType, value)) refuse(SHAPE_RULES.channelTypes, path);
}
