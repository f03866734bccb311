const ZONE_FIRST = /^(utc|gmt|[ecmp][sd]t|cet|cest|bst)\s+(.+)$/i;
const CLOCK_ELSEWHERE = /\d:\d|\d\s?[ap]\.?m\b|\bnoon\b|\bmidnight\b|\bat \d/i;
export const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Turns the ways in which Europe and hurried people write a time into the one that the parser reads. */
export function inPlainEnglish(typed: string): string {
  const tidy = typed
    .replace(/\s*@\s*/g, " at ")
    .replace(/[\s!?,;]+$/, "")
    .replace(/\s(?:pls|please)$/i, "")
    .replace(/(?<=:\d\d)\.$/, "")
    .replace(ZONE_FIRST, "$2 $1");
  return withClock(tidy)
    .replace(DOTTED, dateOrClock)
    .replace(/(\d)\.\s*(?=[a-z])/gi, "$1 ")
    .trim();
}

/** `20h30`, `20 h`, `20 Uhr`, `20.30 Uhr`. A number behind "in" is a length. */
function withClock(words: string): string {
  return words
    .replace(/\b(\d{1,2})[.:](\d\d)\s?uhr\b/gi, "$1:$2")
    .replace(/(?<!\bin\s)\b(\d{1,2})\s?h\s?([0-5]\d)\b/gi, "$1:$2")
    .replace(/(?<!\bin\s)\b(\d{1,2})\s?(?:h|uhr)\b/gi, "$1:00");
}

const DOTTED = /(?<![\d.:])(\d{1,2})\.(\d{1,2})(\.?)(?![\d.:])/g;

/** `31.12.` is a date, and so is `31.12` beside an hour; `20.30` and `8.10pm` are hours; `8.10` alone is left open. */
function dateOrClock(
  dotted: string,
  first: string,
  second: string,
  lastDot: string,
  at: number,
  words: string,
): string {
  const month = MONTHS[Number(second) - 1];
  const behind = words.slice(at + dotted.length);
  const isHour = second.length === 2 && Number(second) < 60 && Number(first) <= 24;
  if (isHour && /^\s?[ap]\.?m\b/i.test(behind)) return `${first}:${second}`;
  const isBesideHour = CLOCK_ELSEWHERE.test(`${words.slice(0, at)} ${behind}`);
  if (month !== undefined && (lastDot !== "" || isBesideHour)) return `${first} ${month}`;
  return isHour && month === undefined ? `${first}:${second}` : dotted;
}

/** `8`, `tomorrow 8`, `8 tonight`: with the "at" that was left out. */
export function withAt(words: string): string | undefined {
  const spoken = words.replace(/^(?=\d{1,2}(?:\s+[a-z]|$))|(?<=[a-z]\s+)(?=\d{1,2}$)/i, "at ");
  return spoken === words ? undefined : spoken;
}

/** What reads as an hour, and as a length from now. */
export interface HourOrLength {
  readonly hour: string;
  readonly lengthMs: number;
}

/** "20h" is eight in the evening to half of Europe. With "in" or "+" it is a length; nobody writes a length as 20h30. */
export function hourOrLength(typed: string): HourOrLength | undefined {
  const [, hours = "", minutes] = /^(\d{1,2})\s?h\s?([0-5]\d)?$/i.exec(typed) ?? [];
  if (hours === "" || Number(hours) > (minutes === undefined ? 23 : 12)) return undefined;
  return {
    hour: `${hours}:${minutes ?? "00"}`,
    lengthMs: (Number(hours) * 60 + Number(minutes ?? 0)) * 60_000,
  };
}
