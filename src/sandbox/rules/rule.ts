/** One thing that Discord refuses. */
export interface Rule {
  /** What is allowed, as a sentence. */
  readonly rule: string;
  /** Where Discord says so, under https://docs.discord.com/developers/. */
  readonly page: string;
  /** What stands in the `_errors` of the answer. */
  readonly code: string;
  readonly message: string;
}

export interface Finding {
  readonly rule: Rule;
  /** Where in the body, as `components.0.label`. */
  readonly path: string;
}

export type Refuse = (rule: Rule, path: string) => void;

/** Everything that an inspection refuses, in the order of the body. */
export function findings(inspect: (refuse: Refuse) => void): readonly Finding[] {
  const found: Finding[] = [];
  inspect((rule, path) => found.push({ rule, path }));
  return found;
}

/** The findings as Discord nests them: an object per step of the path, `_errors` at its end. */
export function nestedErrors(found: readonly Finding[]): object {
  const errors: Nested = {};
  for (const { rule, path } of found) {
    let at = errors;
    for (const part of path.split(".").filter((one) => one !== "")) {
      at[part] ??= {};
      at = at[part] as Nested;
    }
    at._errors = [...(at._errors ?? []), { code: rule.code, message: rule.message }];
  }
  return errors;
}

interface Nested {
  _errors?: readonly { readonly code: string; readonly message: string }[];
  [part: string]: unknown;
}

export function atMost(max: number, rule: string, page: string): Rule {
  return { rule, page, code: "BASE_TYPE_MAX_LENGTH", message: `Must be ${max} or fewer in length.` };
}

export function lengthBetween(min: number, max: number, rule: string, page: string): Rule {
  return {
    rule,
    page,
    code: "BASE_TYPE_BAD_LENGTH",
    message: `Must be between ${min} and ${max} in length.`,
  };
}

export function valueBetween(min: number, max: number, rule: string, page: string): Rule {
  return { rule, page, code: "NUMBER_TYPE_MAX", message: `int value should be between ${min} and ${max}.` };
}

export function required(rule: string, page: string): Rule {
  return { rule, page, code: "BASE_TYPE_REQUIRED", message: "This field is required" };
}

export function oneOf(allowed: readonly (string | number)[], rule: string, page: string): Rule {
  return { rule, page, code: "BASE_TYPE_CHOICES", message: `Value must be one of (${allowed.join(", ")}).` };
}

export function forbidden(code: string, rule: string, page: string): Rule {
  return { rule, page, code, message: rule };
}
