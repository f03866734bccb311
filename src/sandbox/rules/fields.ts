import type { Refuse, Rule } from "./rule.ts";

export interface Bounds {
  readonly min?: number;
  readonly max: number;
}

/** A text that may be left out. Anything else than a text in its place breaks the same rule. */
export function checkText(refuse: Refuse, rule: Rule, path: string, value: unknown, bounds: Bounds): void {
  if (value !== undefined && value !== null) checkRequiredText(refuse, rule, path, value, bounds);
}

export function checkRequiredText(
  refuse: Refuse,
  rule: Rule,
  path: string,
  value: unknown,
  { min = 0, max }: Bounds,
): void {
  if (typeof value !== "string" || lengthOf(value, max) > max || lengthOf(value, max) < min)
    refuse(rule, path);
}

export function checkWhole(
  refuse: Refuse,
  rule: Rule,
  path: string,
  value: unknown,
  { min = 0, max }: Bounds,
): void {
  if (value === undefined || value === null) return;
  if (typeof value !== "number" || !Number.isInteger(value) || value < min || value > max) refuse(rule, path);
}

/** The list, or an empty one where there is none. A list of another size than allowed breaks the rule. */
export function checkList(
  refuse: Refuse,
  rule: Rule,
  path: string,
  value: unknown,
  { min = 0, max }: Bounds,
): readonly unknown[] {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [];
  if ((!Array.isArray(value) && (min > 0 || !isAbsent(value))) || list.length < min || list.length > max) {
    refuse(rule, path);
  }
  return list;
}

export function checkUrl(
  refuse: Refuse,
  rule: Rule,
  path: string,
  value: unknown,
  schemes: readonly string[],
  maxLength = 2048,
): void {
  if (isAbsent(value)) return;
  const isGood =
    typeof value === "string" &&
    value.length <= maxLength &&
    schemes.some((scheme) => value.startsWith(`${scheme}://`)) &&
    URL.canParse(value);
  if (!isGood) refuse(rule, path);
}

/** Whether a field is left out, or a list of nothing but such values. */
export function isListOf(isItem: (item: unknown) => boolean, value: unknown): boolean {
  return isAbsent(value) || (Array.isArray(value) && value.every(isItem));
}

/** The same, with no value twice. */
export function isSetOf(isItem: (item: unknown) => boolean, value: unknown): boolean {
  return isListOf(isItem, value) && (!Array.isArray(value) || new Set(value).size === value.length);
}

export function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/** Discord takes the blanks around a text away. */
export function isBlank(value: unknown): boolean {
  return isAbsent(value) || (typeof value === "string" && value.trim() === "");
}

/** Discord counts characters, not UTF-16 units; they only have to be counted when it matters. */
export function lengthOf(text: string, unlessAbove: number): number {
  return text.length <= unlessAbove ? text.length : [...text].length;
}
