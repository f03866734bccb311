import { ApplicationCommandOptionType as Kind } from "discord-api-types/v10";
import { asObject } from "../rest/request.ts";
import { checkList, checkRequiredText } from "./fields.ts";
import { atMost, lengthBetween, type Refuse, type Rule } from "./rule.ts";
import { checkObject } from "./shapes.ts";

const PAGE =
  "interactions/application-commands#application-command-object-application-command-option-choice-structure";

export const CHOICE_RULES = {
  count: atMost(
    25,
    "There are at most 25 choices.",
    "interactions/application-commands#application-command-object-application-command-option-structure",
  ),
  name: lengthBetween(1, 100, "A choice's name has 1 to 100 characters.", PAGE),
  localizedName: lengthBetween(1, 100, "A choice's translated name has 1 to 100 characters.", PAGE),
  text: lengthBetween(1, 100, "The choice of a text has 1 to 100 characters.", PAGE),
  number: {
    rule: "The choice of a number lies between -2^53 and 2^53, and is whole where whole ones are asked for.",
    page: PAGE,
    code: "NUMBER_TYPE_COERCE",
    message: "Value is not a number of this option.",
  },
} as const satisfies Record<string, Rule>;

/** `of` is the kind of option that the choices are for. */
export function checkChoices(refuse: Refuse, path: string, value: unknown, of: Kind): void {
  const choices = checkList(refuse, CHOICE_RULES.count, path, value, { max: 25 });
  choices.forEach((one, index) => {
    const choice = asObject<"name" | "value" | "name_localizations">(one) ?? {};
    const at = `${path}.${index}`;
    checkRequiredText(refuse, CHOICE_RULES.name, `${at}.name`, choice.name, { min: 1, max: 100 });
    checkTranslatedNames(refuse, `${at}.name_localizations`, choice.name_localizations);
    if (of !== Kind.Integer && of !== Kind.Number) {
      checkRequiredText(refuse, CHOICE_RULES.text, `${at}.value`, choice.value, { min: 1, max: 100 });
    } else if (!isNumberFor(of, choice.value)) refuse(CHOICE_RULES.number, `${at}.value`);
  });
}

function checkTranslatedNames(refuse: Refuse, path: string, value: unknown): void {
  checkObject(refuse, path, value);
  for (const [locale, name] of Object.entries(asObject(value) ?? {})) {
    const at = `${path}.${locale}`;
    checkRequiredText(refuse, CHOICE_RULES.localizedName, at, name, { min: 1, max: 100 });
  }
}

/** What JSON and JavaScript can tell apart. */
export function isNumberFor(of: Kind, value: unknown): boolean {
  if (typeof value !== "number" || Math.abs(value) > Number.MAX_SAFE_INTEGER) return false;
  return of !== Kind.Integer || Number.isInteger(value);
}
