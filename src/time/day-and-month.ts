export interface Dated {
  /** With a date of dashes written with strokes. */
  readonly words: string;
  readonly order: "clear" | "day-first" | "either" | "none";
}

const DASHES = /(?<![\d-])(\d{1,2})-(\d{1,2})-(\d{4})(?![\d-])/;
const SHORT_DASHES = /(?<![\d-])\d{1,2}-\d{1,2}-\d{1,2}(?![\d-])/;
const YEAR_FIRST = /(?<!\d)\d{4}-(\d{1,2})-\d{1,2}/;

/** With dots the day comes first everywhere, with the year in front the month; with strokes or dashes it depends on who writes. */
export function dayAndMonth(typed: string): Dated {
  const month = YEAR_FIRST.exec(typed)?.[1];
  if (SHORT_DASHES.test(typed) || (month !== undefined && (Number(month) < 1 || Number(month) > 12)))
    return { words: typed, order: "none" };

  const words = typed.replace(DASHES, "$1/$2/$3");
  if (/\b\d{1,2}\.\d{1,2}\.\d{2,4}\b/.test(words)) return { words, order: "day-first" };
  const [, one, other] = /(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?(?![\d/])/.exec(words) ?? [];
  if (one === undefined || other === undefined || Number(one) === Number(other))
    return { words, order: "clear" };
  if (Number(one) > 12) return { words, order: "day-first" };
  return { words, order: Number(other) > 12 ? "clear" : "either" };
}
