import { asObject } from "../rest/request.ts";
import { checkList, checkRequiredText } from "./fields.ts";
import { atMost, lengthBetween, type Refuse, type Rule } from "./rule.ts";

const PAGE =
  "interactions/application-commands#application-command-object-application-command-option-choice-structure";

export const CHOICE_RULES = {
  count: atMost(
    25,
    "There are at most 25 choices.",
    "interactions/application-commands#application-command-object-application-command-option-structure",
  ),
  name: lengthBetween(1, 100, "A choice's name has 1 to 100 characters.", PAGE),
  value: {
    rule: "A choice's value is a text of 1 to 100 characters, or a number.",
    page: PAGE,
    code: "BASE_TYPE_BAD_LENGTH",
    message: "Must be between 1 and 100 in length.",
  },
} as const satisfies Record<string, Rule>;

/** `of` says what the choices' values are, where that is known. */
export function checkChoices(refuse: Refuse, path: string, value: unknown, of?: "text" | "number"): void {
  const choices = checkList(refuse, CHOICE_RULES.count, path, value, { max: 25 });
  choices.forEach((one, index) => {
    const choice = asObject<"name" | "value">(one) ?? {};
    const at = `${path}.${index}`;
    checkRequiredText(refuse, CHOICE_RULES.name, `${at}.name`, choice.name, { min: 1, max: 100 });
    if (of !== "text" && typeof choice.value === "number" && Number.isFinite(choice.value)) return;
    if (of === "number") {
      refuse(CHOICE_RULES.value, `${at}.value`);
      return;
    }
    checkRequiredText(refuse, CHOICE_RULES.value, `${at}.value`, choice.value, { min: 1, max: 100 });
  });
}
