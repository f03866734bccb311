import { MONTHS } from "./spoken-time.ts";

/** Which of two times the words for a night leave open. */
export type NightDoubt = "which-midnight" | "which-night" | "noon-or-midnight";

/** Words that may name a night, as the parser reads them: without the night, and without when it is over. */
export interface Night {
  readonly words: string;
  /** How much later than they read they are meant, where they name a day; for sure, unless there is a doubt. */
  readonly later?: { readonly by: Temporal.DurationLike; readonly doubt?: NightDoubt | undefined };
}

const MONTH = `(?:${MONTHS.join("|")})[a-z]*`;
const HALF = String.raw`\s?[ap]\.?m\b\.?`;
const HOUR = String.raw`\d{1,2}[:.]\d\d(?:${HALF})?|\d{1,2}${HALF}|2400`;
const NUMBER = String.raw`(?<!\b${MONTH}\s|\bin\s)\d{1,2}(?!-\d{1,2}-|(?:st|nd|rd|th)\b|\s?${MONTH}\b)`;
/** The first number that is no part of a date is when something starts. */
const CLOCK = new RegExp(
  String.raw`(?<![\d/:.+-])(?:${HOUR}|${NUMBER})(?![\d/:]|\.\d)|\b(?:midnight|noon)\b`,
  "i",
);
const NIGHT = /(?<!\blast\s)\b(?:tonight|this (?:night|evening)|(?:(?:at|in the)\s)?(?:night|evening))\b,?/i;
const MIDNIGHT_ENDS_IT = /^\s*(?:[-–]|\b(?:to|till?|until)\b)\s*(?:midnight\b|24[:.]?00\b)/i;
const ENDS =
  /^\s*(?:[-–]|\b(?:to|till?|until)\b)\s*(?:midnight\b|\d{1,2}(?:[:.]?\d\d)?\b(?:\s?[ap]\.?m\b\.?)?)/i;

const A_DAY = { days: 1 } as const;

/** A night goes on behind midnight: `tonight at 1` is tomorrow's, `24:00` the day's end, and `fri night at 1` either. */
export function spokenNight(typed: string): Night {
  const clock = CLOCK.exec(typed);
  if (clock === null) return { words: typed };
  const isNight = NIGHT.test(typed);
  const before = typed.slice(0, clock.index);
  const behind = typed.slice(clock.index + clock[0].length).replace(isNight ? ENDS : MIDNIGHT_ENDS_IT, "");
  const as = (time: string) => `${before}${time}${behind}`;
  const asHour = (time: string) => as(time).replace(NIGHT, "").replace(/\s+/g, " ").trim();

  const [said] = clock;
  if (/^24[:.]?00$/.test(said)) return { words: asHour("0:00"), later: { by: A_DAY } };
  if (/midnight/i.test(said)) {
    const doubt = /\btoday\b/i.test(typed) ? undefined : "which-midnight";
    return { words: asHour("0:00"), later: { by: A_DAY, doubt } };
  }
  const [, hours, minutes = "00", half = ""] = /^(\d+)(?:[:.](\d\d))?\s?([ap]?)/i.exec(said) ?? [];
  if (!isNight || hours === undefined) return { words: as(said) };
  const isNoon = Number(hours) === 12 && /p/i.test(half);
  if (isNoon) return { words: as(said), later: { by: { hours: 12 }, doubt: "noon-or-midnight" } };
  const hour = behindMidnight(Number(hours), half.toLowerCase());
  if (hour === undefined) return { words: as(said) };
  const doubt = hour === 0 && minutes === "00" ? "which-midnight" : "which-night";
  return { words: asHour(`${hour}:${minutes}`), later: { by: A_DAY, doubt } };
}

/** Of a night 12 is midnight; 4 and 5 may be an afternoon's, unless they are said to be am. */
function behindMidnight(hours: number, half: string): number | undefined {
  const hour = hours === 12 ? 0 : hours;
  return half !== "p" && hour <= (half === "a" ? 5 : 3) ? hour : undefined;
}
