import { asStretches } from "../periods.ts";
import type { Cadence, Choice, Per, Rule } from "../track.ts";

export const unitNames: Readonly<Record<Cadence, readonly [one: string, many: string]>> = {
  weekly: ["week", "weeks"],
  daily: ["day", "days"],
  cooldown: ["day", "days"],
};

export const perNames: Readonly<Record<Per, string>> = {
  account: "once per account",
  captain: "once per captain",
};

/** "week 2 of 4"; a track with a cooldown has no periods to count. */
export function periodName({ cadence, length }: Rule, number: number): string {
  return cadence === "cooldown"
    ? `the event of ${length} days`
    : `${unitNames[cadence][0]} ${number} of ${length}`;
}

/** "week 2 of 4", and with a cooldown "day 5 of 21": a time that is corrected or drawn for itself. */
export function stretchName(rule: Rule, number: number): string {
  return periodName(asStretches(rule), number);
}

/** "once per account and week, 4 in all", "14 of 21 days, once per account", "14 claims in 21 days". */
export function ruleInWords({ cadence, length, needed, per, minLevel }: Rule): string {
  const [one, many] = unitNames[cadence];
  const rule =
    cadence === "cooldown"
      ? `${plural(needed, "claim", "claims")} in ${plural(length, one, many)}, 20 hours apart, ${perNames[per]}`
      : needed === length
        ? `${perNames[per]} and ${one}, ${needed} in all`
        : `${needed} of ${plural(length, one, many)}, ${perNames[per]} and ${one}`;
  return minLevel === undefined ? rule : `${rule} · level ${minLevel} and up`;
}

/** "1 × Specialization Point (usable from level 50)". The name comes escaped. */
export function choiceInWords({ quantity, usableFromLevel }: Choice, name: string): string {
  const usable = usableFromLevel === undefined ? "" : ` (usable from level ${usableFromLevel})`;
  return `${quantity} × ${name}${usable}`;
}

export function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function list(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
