import { ComponentType } from "discord-api-types/v10";
import { asObject } from "../rest/request.ts";
import { checkList, checkText, checkWhole, isListOf } from "./fields.ts";
import { checkOptions, checkRange, rangeOf } from "./options.ts";
import { atMost, forbidden, lengthBetween, type Refuse, type Rule, valueBetween } from "./rule.ts";
import { checkChannelTypes, checkYesNo, isId } from "./shapes.ts";
import type { AnyComponent } from "./wire.ts";

const PAGE = "components/reference#string-select";

export const SELECT_RULES = {
  placeholder: atMost(150, "A select's placeholder has at most 150 characters.", PAGE),
  minValues: valueBetween(0, 25, "A select asks for at least 0 to 25 values.", PAGE),
  maxValues: valueBetween(1, 25, "A select takes at most 1 to 25 values.", PAGE),
  options: lengthBetween(1, 25, "A string select has 1 to 25 options.", PAGE),
  defaultKinds: forbidden(
    "MODEL_TYPE_CONVERT",
    "A select chooses beforehand, by kind and id, only what can be picked in it.",
    "components/reference#user-select-select-default-value-structure",
  ),
} as const satisfies Record<string, Rule>;

/** What can be picked in the selects that Discord fills. */
const KINDS: ReadonlyMap<unknown, readonly unknown[]> = new Map<ComponentType, readonly unknown[]>([
  [ComponentType.UserSelect, ["user"]],
  [ComponentType.RoleSelect, ["role"]],
  [ComponentType.MentionableSelect, ["user", "role"]],
  [ComponentType.ChannelSelect, ["channel"]],
]);

export function isSelect(type: unknown): boolean {
  return type === ComponentType.StringSelect || KINDS.has(type);
}

export function checkSelect(refuse: Refuse, path: string, select: AnyComponent): void {
  const { type, placeholder, min_values, max_values, default_values } = select;
  checkText(refuse, SELECT_RULES.placeholder, `${path}.placeholder`, placeholder, { max: 150 });
  checkWhole(refuse, SELECT_RULES.minValues, `${path}.min_values`, min_values, { max: 25 });
  checkWhole(refuse, SELECT_RULES.maxValues, `${path}.max_values`, max_values, { min: 1, max: 25 });
  checkChannelTypes(refuse, `${path}.channel_types`, select.channel_types);
  checkYesNo(refuse, `${path}.required`, select.required);

  if (type === ComponentType.StringSelect) {
    const bounds = { min: 1, max: 25 };
    const options = checkList(refuse, SELECT_RULES.options, `${path}.options`, select.options, bounds);
    checkOptions(refuse, path, options, rangeOf(select));
    return;
  }
  const kinds = KINDS.get(type) ?? [];
  const isDefault = (one: unknown) => {
    const chosen = asObject<"type" | "id">(one);
    return kinds.includes(chosen?.type) && isId(chosen?.id);
  };
  if (!isListOf(isDefault, default_values)) refuse(SELECT_RULES.defaultKinds, `${path}.default_values`);
  checkRange(refuse, path, rangeOf(select), Array.isArray(default_values) ? default_values.length : 0);
}
