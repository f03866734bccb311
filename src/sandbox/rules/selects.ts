import { ComponentType } from "discord-api-types/v10";
import { asObject } from "../rest/request.ts";
import { checkEmoji } from "./emoji.ts";
import { checkList, checkRequiredText, checkText, checkWhole } from "./fields.ts";
import { atMost, forbidden, lengthBetween, type Refuse, type Rule, valueBetween } from "./rule.ts";
import { checkChannelTypes } from "./shapes.ts";
import type { AnyComponent } from "./wire.ts";

const PAGE = "components/reference#string-select";
const OPTION_PAGE = `${PAGE}-select-option-structure`;

export const SELECT_RULES = {
  placeholder: atMost(150, "A select's placeholder has at most 150 characters.", PAGE),
  minValues: valueBetween(0, 25, "A select asks for at least 0 to 25 values.", PAGE),
  maxValues: valueBetween(1, 25, "A select takes at most 1 to 25 values.", PAGE),
  order: forbidden(
    "SELECT_COMPONENT_MIN_VALUES_ABOVE_MAX",
    "A select asks for no more values than it takes.",
    PAGE,
  ),
  options: lengthBetween(1, 25, "A string select has 1 to 25 options.", PAGE),
  optionLabel: lengthBetween(1, 100, "An option's label has 1 to 100 characters.", OPTION_PAGE),
  optionValue: lengthBetween(1, 100, "An option's value has 1 to 100 characters.", OPTION_PAGE),
  optionDescription: atMost(100, "An option's description has at most 100 characters.", OPTION_PAGE),
  optionTwice: {
    rule: "The options of a select have different values.",
    page: OPTION_PAGE,
    code: "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
    message: "The specified option value is already used",
  },
  defaults: forbidden(
    "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
    "A select chooses no more values beforehand than it takes.",
    PAGE,
  ),
} as const satisfies Record<string, Rule>;

export function isSelect(type: unknown): boolean {
  return (
    type === ComponentType.StringSelect ||
    type === ComponentType.UserSelect ||
    type === ComponentType.RoleSelect ||
    type === ComponentType.MentionableSelect ||
    type === ComponentType.ChannelSelect
  );
}

export function checkSelect(refuse: Refuse, path: string, select: AnyComponent): void {
  const { placeholder, min_values, max_values, options, default_values } = select;
  checkText(refuse, SELECT_RULES.placeholder, `${path}.placeholder`, placeholder, { max: 150 });
  checkWhole(refuse, SELECT_RULES.minValues, `${path}.min_values`, min_values, { max: 25 });
  checkWhole(refuse, SELECT_RULES.maxValues, `${path}.max_values`, max_values, { min: 1, max: 25 });
  checkChannelTypes(refuse, `${path}.channel_types`, select.channel_types);
  const most = Number(max_values ?? 1);
  if (Number(min_values ?? 1) > most) refuse(SELECT_RULES.order, `${path}.min_values`);

  if (select.type === ComponentType.StringSelect) checkOptions(refuse, `${path}.options`, options, most);
  else if (Array.isArray(default_values) && default_values.length > most) {
    refuse(SELECT_RULES.defaults, `${path}.default_values`);
  }
}

function checkOptions(refuse: Refuse, path: string, value: unknown, most: number): void {
  const options = checkList(refuse, SELECT_RULES.options, path, value, { min: 1, max: 25 });
  const used = new Set<unknown>();
  let chosen = 0;
  options.forEach((one, index) => {
    const at = `${path}.${index}`;
    const option = asObject<"label" | "value" | "description" | "emoji" | "default">(one) ?? {};
    checkRequiredText(refuse, SELECT_RULES.optionLabel, `${at}.label`, option.label, { min: 1, max: 100 });
    checkRequiredText(refuse, SELECT_RULES.optionValue, `${at}.value`, option.value, { min: 1, max: 100 });
    checkText(refuse, SELECT_RULES.optionDescription, `${at}.description`, option.description, { max: 100 });
    checkEmoji(refuse, `${at}.emoji`, option.emoji);
    if (used.has(option.value)) refuse(SELECT_RULES.optionTwice, `${at}.value`);
    used.add(option.value);
    if (option.default === true) chosen++;
  });
  if (chosen > most) refuse(SELECT_RULES.defaults, path);
}
