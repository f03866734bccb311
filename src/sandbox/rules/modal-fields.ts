import { ComponentType } from "discord-api-types/v10";
import { COMPONENT_RULES, checkIdentity } from "./components.ts";
import { checkList, checkText, checkWhole, isAbsent } from "./fields.ts";
import { checkOptions, checkRange, rangeOf } from "./options.ts";
import { atMost, forbidden, lengthBetween, oneOf, type Refuse, type Rule, valueBetween } from "./rule.ts";
import { checkSelect, isSelect } from "./selects.ts";
import { checkYesNo } from "./shapes.ts";
import type { AnyComponent } from "./wire.ts";

const page = (name: string) => `components/reference#${name}`;

export const FIELD_KINDS: ReadonlySet<unknown> = new Set([
  ComponentType.StringSelect,
  ComponentType.TextInput,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
  ComponentType.FileUpload,
  ComponentType.RadioGroup,
  ComponentType.CheckboxGroup,
  ComponentType.Checkbox,
]);

export const FIELD_RULES = {
  style: oneOf([1, 2], "A text input has one line or several.", page("text-input-text-input-styles")),
  minLength: valueBetween(
    0,
    4000,
    "A text input asks for at least 0 to 4,000 characters.",
    page("text-input"),
  ),
  maxLength: valueBetween(1, 4000, "A text input takes at most 1 to 4,000 characters.", page("text-input")),
  lengths: forbidden(
    "TEXT_INPUT_MIN_LENGTH_ABOVE_MAX",
    "A text input asks for no more characters than it takes.",
    page("text-input"),
  ),
  value: atMost(
    4000,
    "A text input is filled in beforehand with at most 4,000 characters.",
    page("text-input"),
  ),
  placeholder: atMost(100, "A text input's placeholder has at most 100 characters.", page("text-input")),
  oneLine: forbidden(
    "TEXT_INPUT_VALUE_INVALID",
    "A text input of one line is filled in beforehand with one line.",
    page("text-input-text-input-styles"),
  ),
  needless: forbidden(
    "COMPONENT_REQUIRED_MIN_VALUES_INVALID",
    "What asks for no value is not required.",
    page("string-select"),
  ),
  disabled: forbidden(
    "COMPONENT_DISABLED_NOT_ALLOWED",
    "Nothing in a modal is disabled.",
    page("string-select"),
  ),
  radioOptions: lengthBetween(2, 10, "A radio group has 2 to 10 options.", page("radio-group")),
  checkboxOptions: lengthBetween(1, 10, "A checkbox group has 1 to 10 options.", page("checkbox-group")),
  groupMin: valueBetween(
    0,
    10,
    "A group or an upload asks for at least 0 to 10 values.",
    page("checkbox-group"),
  ),
  groupMax: valueBetween(1, 10, "A group or an upload takes at most 1 to 10 values.", page("checkbox-group")),
} as const satisfies Record<string, Rule>;

export function checkModalField(
  refuse: Refuse,
  path: string,
  field: AnyComponent,
  tally: Parameters<typeof checkIdentity>[3],
): void {
  if (isAbsent(field.custom_id)) refuse(COMPONENT_RULES.customId, `${path}.custom_id`);
  else checkIdentity(refuse, path, field, tally);
  checkYesNo(refuse, `${path}.required`, field.required);
  checkYesNo(refuse, `${path}.disabled`, field.disabled);
  checkYesNo(refuse, `${path}.default`, field.default);
  if (field.disabled === true) refuse(FIELD_RULES.disabled, `${path}.disabled`);
  if (field.min_values === 0 && (field.required ?? true) === true) {
    refuse(FIELD_RULES.needless, `${path}.required`);
  }

  if (field.type === ComponentType.TextInput) checkTextInput(refuse, path, field);
  else if (isSelect(field.type)) checkSelect(refuse, path, field);
  else if (field.type !== ComponentType.Checkbox) checkGroup(refuse, path, field);
}

function checkTextInput(refuse: Refuse, path: string, input: AnyComponent): void {
  const { style, min_length, max_length, value, placeholder } = input;
  if (style !== 1 && style !== 2) refuse(FIELD_RULES.style, `${path}.style`);
  checkWhole(refuse, FIELD_RULES.minLength, `${path}.min_length`, min_length, { max: 4000 });
  checkWhole(refuse, FIELD_RULES.maxLength, `${path}.max_length`, max_length, { min: 1, max: 4000 });
  if (Number(min_length ?? 0) > Number(max_length ?? 4000)) refuse(FIELD_RULES.lengths, `${path}.min_length`);
  checkText(refuse, FIELD_RULES.value, `${path}.value`, value, { max: 4000 });
  if (style === 1 && /[\r\n]/.test(String(value))) refuse(FIELD_RULES.oneLine, `${path}.value`);
  checkText(refuse, FIELD_RULES.placeholder, `${path}.placeholder`, placeholder, { max: 100 });
}

function checkGroup(refuse: Refuse, path: string, group: AnyComponent): void {
  checkWhole(refuse, FIELD_RULES.groupMin, `${path}.min_values`, group.min_values, { max: 10 });
  checkWhole(refuse, FIELD_RULES.groupMax, `${path}.max_values`, group.max_values, { min: 1, max: 10 });
  if (group.type === ComponentType.FileUpload) {
    checkRange(refuse, path, rangeOf(group), 0);
    return;
  }
  const isRadio = group.type === ComponentType.RadioGroup;
  const rule = isRadio ? FIELD_RULES.radioOptions : FIELD_RULES.checkboxOptions;
  const options = checkList(refuse, rule, `${path}.options`, group.options, {
    min: isRadio ? 2 : 1,
    max: 10,
  });
  checkOptions(refuse, path, options, isRadio ? { least: 1, most: 1 } : rangeOf(group, options.length || 1));
}
