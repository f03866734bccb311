import { asObject } from "../rest/request.ts";
import { checkRequiredText } from "./fields.ts";
import { forbidden, lengthBetween, type Refuse, type Rule } from "./rule.ts";
import { checkObject } from "./shapes.ts";

const STRUCTURE =
  "interactions/application-commands#application-command-object-application-command-structure";
/** The naming rule as Discord publishes it. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

export const NAME_RULES = {
  localizedName: forbidden(
    "APPLICATION_COMMAND_INVALID_NAME",
    "A translated name follows the rules of names.",
    STRUCTURE,
  ),
  localizedDescription: lengthBetween(1, 100, "A translated description has 1 to 100 characters.", STRUCTURE),
} as const satisfies Record<string, Rule>;

export function checkName(refuse: Refuse, rule: Rule, path: string, value: unknown): void {
  if (typeof value !== "string" || !NAME.test(value) || value !== value.toLowerCase()) refuse(rule, path);
}

export function checkTranslations(
  refuse: Refuse,
  at: (field: string) => string,
  named: {
    readonly name_localizations?: unknown;
    readonly description_localizations?: unknown;
    readonly type?: unknown;
  },
): void {
  checkObject(refuse, at("name_localizations"), named.name_localizations);
  checkObject(refuse, at("description_localizations"), named.description_localizations);
  for (const [locale, name] of Object.entries(asObject(named.name_localizations) ?? {})) {
    checkName(refuse, NAME_RULES.localizedName, `${at("name_localizations")}.${locale}`, name);
  }
  for (const [locale, text] of Object.entries(asObject(named.description_localizations) ?? {})) {
    const place = `${at("description_localizations")}.${locale}`;
    checkRequiredText(refuse, NAME_RULES.localizedDescription, place, text, { min: 1, max: 100 });
  }
}
