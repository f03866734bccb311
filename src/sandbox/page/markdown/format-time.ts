import type { TimeStyle } from "./tree.ts";

const DAY: Intl.DateTimeFormatOptions = { day: "2-digit", month: "2-digit", year: "numeric" };
const MINUTE: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit" };

const FORMATS: Readonly<Record<Exclude<TimeStyle, "R">, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: DAY,
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { ...DAY, ...MINUTE },
  S: { ...DAY, ...MINUTE, second: "2-digit" },
};
/** From how many of the smaller unit on the larger one is named. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number, number])[] = [
  ["second", 1_000, 45],
  ["minute", 60_000, 60],
  ["hour", 3_600_000, 24],
  ["day", 86_400_000, 30],
  ["month", 2_629_800_000, 12],
  ["year", 31_557_600_000, Number.POSITIVE_INFINITY],
];

/** A timestamp as Discord writes it in the language of whoever looks. */
export function formatTime(at: number, style: TimeStyle, locale: string, now: number): string {
  return style === "R"
    ? relativeTime(at - now, locale)
    : new Intl.DateTimeFormat(locale, FORMATS[style]).format(at);
}

function relativeTime(byMs: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  for (const [unit, unitMs, below] of UNITS) {
    const count = Math.round(Math.abs(byMs) / unitMs);
    if (count < below)
      return format.format(Math.sign(byMs) * Math.max(count, unit === "second" ? 0 : 1), unit);
  }
  return "";
}
