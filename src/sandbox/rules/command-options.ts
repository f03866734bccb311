import { ApplicationCommandOptionType as Kind } from "discord-api-types/v10";
import { asObject, type Loose } from "../rest/request.ts";
import { checkChoices, isNumberFor } from "./choices.ts";
import { checkName, checkTranslations } from "./command-names.ts";
import { checkList, checkRequiredText, checkWhole, isAbsent, lengthOf } from "./fields.ts";
import { atMost, forbidden, lengthBetween, oneOf, type Refuse, type Rule, valueBetween } from "./rule.ts";
import { checkChannelTypes, checkYesNo } from "./shapes.ts";

const PAGE =
  "interactions/application-commands#application-command-object-application-command-option-structure";
const NESTING_PAGE = "interactions/application-commands#subcommands-and-subcommand-groups";
const WITH_CHOICES: ReadonlySet<unknown> = new Set([Kind.String, Kind.Integer, Kind.Number]);

export const OPTION_RULES = {
  count: atMost(25, "A command has at most 25 options.", PAGE),
  kinds: oneOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], "An option is of one of the kinds 1 to 11.", PAGE),
  name: {
    rule: "An option's name has 1 to 32 letters, digits, hyphens or underscores, in lower case.",
    page: "interactions/application-commands#application-command-object-application-command-naming",
    code: "APPLICATION_COMMAND_INVALID_NAME",
    message: "Command name is invalid",
  },
  description: lengthBetween(1, 100, "An option's description has 1 to 100 characters.", PAGE),
  nameTwice: {
    rule: "The options of a command have different names.",
    page: PAGE,
    code: "APPLICATION_COMMAND_OPTIONS_NAME_INVALID",
    message: "Option name is already used",
  },
  requiredFirst: {
    rule: "Required options stand before the others.",
    page: PAGE,
    code: "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
    message: "Required options must be placed before non-required options",
  },
  choicesOrAutocomplete: forbidden(
    "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE",
    "An option has choices or an autocomplete, not both.",
    PAGE,
  ),
  choiceKinds: forbidden(
    "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    "Only texts and numbers have choices or an autocomplete.",
    PAGE,
  ),
  minLength: valueBetween(0, 6000, "An option asks for at least 0 to 6,000 characters.", PAGE),
  maxLength: valueBetween(1, 6000, "An option takes at most 1 to 6,000 characters.", PAGE),
  bounds: forbidden(
    "NUMBER_TYPE_COERCE",
    "A number's bounds are numbers between -2^53 and 2^53, a whole number's are whole.",
    PAGE,
  ),
  nesting: forbidden(
    "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    "A group holds subcommands, and a subcommand holds neither.",
    NESTING_PAGE,
  ),
  mixed: forbidden(
    "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    "Subcommands do not stand beside other options.",
    NESTING_PAGE,
  ),
} as const satisfies Record<string, Rule>;

type AnyOption = Loose<
  | "type"
  | "name"
  | "description"
  | "name_localizations"
  | "description_localizations"
  | "required"
  | "choices"
  | "autocomplete"
  | "options"
  | "min_length"
  | "max_length"
  | "min_value"
  | "max_value"
  | "channel_types"
>;

export function checkOptions(refuse: Refuse, path: string, value: unknown, parent?: Kind): void {
  const options = checkList(refuse, OPTION_RULES.count, path, value, { max: 25 }).map(
    (one): AnyOption => asObject(one) ?? {},
  );
  const names = new Set<unknown>();
  let sawOptional = false;
  options.forEach((option, index) => {
    const at = `${path}.${index}`;
    if (names.has(option.name)) refuse(OPTION_RULES.nameTwice, `${at}.name`);
    names.add(option.name);
    if (option.required === true && sawOptional) refuse(OPTION_RULES.requiredFirst, at);
    if (option.required !== true) sawOptional = true;
    if (isMisplaced(option.type, parent)) refuse(OPTION_RULES.nesting, `${at}.type`);
    checkOption(refuse, at, option);
  });
  const branches = options.filter(({ type }) => isBranch(type)).length;
  if (branches > 0 && branches < options.length) refuse(OPTION_RULES.mixed, path);
}

function checkOption(refuse: Refuse, path: string, option: AnyOption): void {
  const { type, choices, autocomplete } = option;
  if (typeof type !== "number" || !(type in Kind)) {
    refuse(OPTION_RULES.kinds, `${path}.type`);
    return;
  }
  checkName(refuse, OPTION_RULES.name, `${path}.name`, option.name);
  checkRequiredText(refuse, OPTION_RULES.description, `${path}.description`, option.description, {
    min: 1,
    max: 100,
  });
  checkTranslations(refuse, (field) => `${path}.${field}`, option);
  checkWhole(refuse, OPTION_RULES.minLength, `${path}.min_length`, option.min_length, { max: 6000 });
  checkWhole(refuse, OPTION_RULES.maxLength, `${path}.max_length`, option.max_length, { min: 1, max: 6000 });

  checkYesNo(refuse, `${path}.required`, option.required);
  checkYesNo(refuse, `${path}.autocomplete`, autocomplete);
  checkChannelTypes(refuse, `${path}.channel_types`, option.channel_types);
  for (const bound of ["min_value", "max_value"] as const) {
    if (!isAbsent(option[bound]) && !isNumberFor(type, option[bound]))
      refuse(OPTION_RULES.bounds, `${path}.${bound}`);
  }

  const hasChoices = Array.isArray(choices) && choices.length > 0;
  if (hasChoices && autocomplete === true) refuse(OPTION_RULES.choicesOrAutocomplete, path);
  if ((hasChoices || autocomplete === true) && !WITH_CHOICES.has(type))
    refuse(OPTION_RULES.choiceKinds, path);
  if (!isAbsent(choices)) checkChoices(refuse, `${path}.choices`, choices, type);
  if (isBranch(type)) checkOptions(refuse, `${path}.options`, option.options, type);
}

/** The characters of names, descriptions and values, of the command itself and of all that it holds. */
export function totalCharacters(value: unknown): number {
  const part = asObject<"name" | "description" | "value" | "options" | "choices">(value) ?? {};
  const own = [part.name, part.description, part.value].reduce<number>(
    (sum, text) => sum + (typeof text === "string" ? lengthOf(text, 0) : 0),
    0,
  );
  const inside = [part.options, part.choices].flatMap((list): readonly unknown[] =>
    Array.isArray(list) ? list : [],
  );
  return inside.reduce<number>((sum, one) => sum + totalCharacters(one), own);
}

function isBranch(type: unknown): boolean {
  return type === Kind.Subcommand || type === Kind.SubcommandGroup;
}

function isMisplaced(type: unknown, parent: Kind | undefined): boolean {
  if (parent === Kind.Subcommand) return isBranch(type);
  if (parent === Kind.SubcommandGroup) return type !== Kind.Subcommand;
  return false;
}
