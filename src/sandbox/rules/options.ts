import { asObject } from "../rest/request.ts";
import { checkEmoji } from "./emoji.ts";
import { checkRequiredText, checkText } from "./fields.ts";
import { atMost, forbidden, lengthBetween, type Refuse, type Rule } from "./rule.ts";
import { checkYesNo } from "./shapes.ts";

const PAGE = "components/reference#string-select";
const OPTION_PAGE = `${PAGE}-select-option-structure`;

export const PICK_RULES = {
  label: lengthBetween(1, 100, "An option's label has 1 to 100 characters.", OPTION_PAGE),
  value: lengthBetween(1, 100, "An option's value has 1 to 100 characters.", OPTION_PAGE),
  description: atMost(100, "An option's description has at most 100 characters.", OPTION_PAGE),
  twice: {
    rule: "The options of a select or a group have different values.",
    page: OPTION_PAGE,
    code: "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
    message: "The specified option value is already used",
  },
  order: forbidden(
    "SELECT_COMPONENT_MIN_VALUES_ABOVE_MAX",
    "Nothing asks for more values than it takes.",
    PAGE,
  ),
  room: forbidden("BASE_TYPE_BAD_LENGTH", "Nothing takes more values than it has options.", PAGE),
  tooMany: forbidden(
    "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
    "No more values are chosen beforehand than are taken.",
    PAGE,
  ),
  tooFew: forbidden(
    "SELECT_COMPONENT_TOO_FEW_DEFAULT_VALUES",
    "As many values are chosen beforehand as are asked for, or none.",
    "components/reference#user-select",
  ),
} as const satisfies Record<string, Rule>;

/** How many values are picked. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

export function rangeOf(
  { min_values, max_values }: { readonly min_values?: unknown; readonly max_values?: unknown },
  usualMost = 1,
): Range {
  return { least: Number(min_values ?? 1), most: Number(max_values ?? usualMost) };
}

/** `chosen` is how many values are chosen beforehand. */
export function checkRange(refuse: Refuse, path: string, { least, most }: Range, chosen: number): void {
  if (least > most) refuse(PICK_RULES.order, `${path}.min_values`);
  if (chosen > most) refuse(PICK_RULES.tooMany, path);
  if (chosen > 0 && chosen < least) refuse(PICK_RULES.tooFew, path);
}

export function checkOptions(refuse: Refuse, path: string, options: readonly unknown[], range: Range): void {
  const used = new Set<unknown>();
  let chosen = 0;
  options.forEach((one, index) => {
    const at = `${path}.options.${index}`;
    const option = asObject<"label" | "value" | "description" | "emoji" | "default">(one) ?? {};
    checkRequiredText(refuse, PICK_RULES.label, `${at}.label`, option.label, { min: 1, max: 100 });
    checkRequiredText(refuse, PICK_RULES.value, `${at}.value`, option.value, { min: 1, max: 100 });
    checkText(refuse, PICK_RULES.description, `${at}.description`, option.description, { max: 100 });
    checkEmoji(refuse, `${at}.emoji`, option.emoji);
    checkYesNo(refuse, `${at}.default`, option.default);
    if (used.has(option.value)) refuse(PICK_RULES.twice, `${at}.value`);
    used.add(option.value);
    if (option.default === true) chosen++;
  });
  checkRange(refuse, path, range, chosen);
  if (options.length > 0 && range.most > options.length) refuse(PICK_RULES.room, `${path}.max_values`);
}
