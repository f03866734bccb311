import type { MissionEvent } from "../catalog/mission.ts";
import { type Cadence, longest, type Per, type Rule } from "./track.ts";

/** What an officer says of the rule; what is missing the record tells. */
export interface Wish {
  readonly cadence?: Cadence | undefined;
  readonly weeks?: number | undefined;
  readonly days?: number | undefined;
  readonly needed?: number | undefined;
  readonly per?: Per | undefined;
}

export type RuleResult =
  | { readonly outcome: "ruled"; readonly rule: Rule }
  /** Nobody says how long it lasts. */
  | { readonly outcome: "no-length" }
  | { readonly outcome: "weeks-and-days" }
  | { readonly outcome: "days-for-weeks" }
  | { readonly outcome: "too-long"; readonly most: number; readonly unit: "weeks" | "days" }
  | { readonly outcome: "needs-too-much"; readonly needed: number; readonly possible: number };

const DAYS_IN_WEEK = 7;
const HOURS_IN_DAY = 24;
const COOLDOWN_HOURS = 20;

/** The record gives the rule, never the dates; an officer may say otherwise. */
export function ruleFor(event: MissionEvent | undefined, wish: Wish): RuleResult {
  const { weeks, days } = wish;
  if (weeks !== undefined && days !== undefined) return { outcome: "weeks-and-days" };
  const recorded = event && recordedRule(event);
  const cadence = wish.cadence ?? (days === undefined ? (recorded?.cadence ?? "weekly") : "daily");
  if (cadence === "weekly" && days !== undefined) return { outcome: "days-for-weeks" };

  const isRecorded = recorded?.cadence === cadence;
  const given = cadence === "weekly" ? weeks : (days ?? (weeks && weeks * DAYS_IN_WEEK));
  const length = given ?? (isRecorded ? recorded.length : undefined);
  if (length === undefined) return { outcome: "no-length" };
  if (length > longest(cadence))
    return { outcome: "too-long", most: longest(cadence), unit: cadence === "weekly" ? "weeks" : "days" };

  const possible = cadence === "cooldown" ? Math.ceil((length * HOURS_IN_DAY) / COOLDOWN_HOURS) : length;
  const usual = cadence === "cooldown" ? length : possible;
  const needed = wish.needed ?? usual;
  if (needed > possible) return { outcome: "needs-too-much", needed, possible };
  return {
    outcome: "ruled",
    rule: {
      cadence,
      length,
      needed,
      per: wish.per ?? event?.per ?? "account",
      ...(event?.minLevel === undefined ? {} : { minLevel: event.minLevel }),
      choices: (event?.choices ?? []).map(({ name, quantity, usableFromLevel }) => ({
        name,
        quantity,
        ...(usableFromLevel === undefined ? {} : { usableFromLevel }),
      })),
    },
  };
}

/** The rhythm and length that a mission's record tells; some tell neither. */
function recordedRule(event: MissionEvent): Pick<Rule, "cadence" | "length"> | undefined {
  switch (event.cadence) {
    case "weekly":
      return { cadence: "weekly", length: event.maxClaims ?? weeksOf(event) };
    case "rerun-week":
      return { cadence: "weekly", length: 1 };
    case "daily":
      return { cadence: "daily", length: daysOf(event) };
    case "irregular":
      return undefined;
  }
}

function weeksOf(event: MissionEvent): number {
  return Math.max(1, Math.round(daysOf(event) / DAYS_IN_WEEK));
}

function daysOf({ starts, ends }: MissionEvent): number {
  return Temporal.PlainDate.from(starts).until(ends).days + 1;
}
