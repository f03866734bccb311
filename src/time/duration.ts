const MINUTE_MS = 60_000;

const UNITS: readonly (readonly [name: RegExp, lengthMs: number])[] = [
  [/^(?:m|mins?|minutes?)$/, MINUTE_MS],
  [/^(?:h|hrs?|hours?)$/, 60 * MINUTE_MS],
  [/^(?:d|days?)$/, 24 * 60 * MINUTE_MS],
  [/^(?:w|weeks?)$/, 7 * 24 * 60 * MINUTE_MS],
];

const NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const PIECE =
  /^(?:(\d{1,4}(?:[.,]\d{1,2})?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|an?)\s*)([a-z]+)\s*(?:,\s*|and\s+)?/;

/**
 * A length of time in ms: `in 40 min`, `1h30m`, `half an hour`, negative for `2 hours ago`. Days alone are none: they
 * leave the hour open.
 */
export function readDuration(typed: string): number | undefined {
  const [, sign, words = "", ago] =
    /^(in\s+|\+\s*)?(.*?)(\s+ago)?$/.exec(typed.toLowerCase().replace(/\s+from now$/, "")) ?? [];
  if (words === "" || (sign !== undefined && ago !== undefined)) return undefined;

  let rest = words.replace(/\ban hour and a half$/, "1.5 hours");
  let totalMs = 0;
  let isToTheHour = false;
  while (rest !== "") {
    const [whole, count = "", name = ""] = PIECE.exec(rest) ?? [];
    const unit = UNITS.find(([pattern]) => pattern.test(name));
    if (whole === undefined || unit === undefined) return undefined;
    totalMs += amount(count) * unit[1];
    isToTheHour ||= unit[1] <= 60 * MINUTE_MS;
    rest = rest.slice(whole.length);
  }
  return isToTheHour ? totalMs * (ago === undefined ? 1 : -1) : undefined;
}

function amount(count: string): number {
  if (count.startsWith("half")) return 0.5;
  if (NUMBERS.includes(count)) return NUMBERS.indexOf(count) + 1;
  return count.startsWith("a") ? 1 : Number(count.replace(",", "."));
}
