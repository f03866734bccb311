/** `30`, `30m`, `1h`, `1 h 30 min`, `2 days`: whole minutes, at least one; `undefined` for anything else. */
export function readLength(typed: string): number | undefined {
  const words = typed.trim().toLowerCase();
  if (words.length > 30) return undefined;
  if (/^\d{1,5}$/.test(words)) return atLeastOne(Number(words));
  const [, days, hours, minutes] = LENGTH.exec(words) ?? [];
  if (days === undefined && hours === undefined && minutes === undefined) return undefined;
  return atLeastOne(Number(days ?? 0) * 1_440 + Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

const LENGTH =
  /^(?:(\d{1,3}) ?d(?:ays?)?)?,? ?(?:(\d{1,3}) ?h(?:ours?|rs?)?)?,? ?(?:(\d{1,5}) ?m(?:in(?:utes?|s)?)?)?$/;

function atLeastOne(minutes: number): number | undefined {
  return minutes >= 1 ? minutes : undefined;
}

/** 90 minutes are "1 h 30 min". */
export function lengthInWords(minutes: number): string {
  const parts = [
    [Math.floor(minutes / 1_440), "d"],
    [Math.floor((minutes % 1_440) / 60), "h"],
    [minutes % 60, "min"],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}

/** The same, short enough to be typed again: `1h 30m`. */
export function lengthTyped(minutes: number): string {
  return lengthInWords(minutes).replaceAll(/ (d|h|m)(?:in)?/g, "$1");
}
