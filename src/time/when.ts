import { type Chrono, casual, GB, type ParsedResult } from "chrono-node/en";
import { dayAndMonth } from "./day-and-month.ts";
import { readDuration } from "./duration.ts";
import { type Night, type NightDoubt, spokenNight } from "./spoken-night.ts";
import { hourOrLength, inPlainEnglish, withAt } from "./spoken-time.ts";
import { spokenZone } from "./spoken-zone.ts";
import { onWallClock, wallClockAt } from "./wall-clock.ts";

/** How a time was understood: by the wall clock of a zone, by an offset that was typed, as a length of time, or exactly. */
export type ReadBy = "zone" | "offset" | "duration" | "exact";

/** What somebody's words for a time come to. Instants are epoch ms. */
export type When =
  | { readonly kind: "at"; readonly at: number; readonly by: ReadBy }
  | { readonly kind: "past"; readonly at: number }
  /** Two instants fit, in order. */
  | {
      readonly kind: "either";
      readonly at: readonly [number, number];
      readonly because:
        | "clocks-go-back"
        | "day-or-month"
        | "hour-or-length"
        | "morning-or-evening"
        | NightDoubt;
    }
  /** The clocks go forward over it. */
  | { readonly kind: "skipped"; readonly nearest: number }
  | { readonly kind: "too-far"; readonly at: number }
  /** A day without an hour. */
  | { readonly kind: "no-hour" }
  /** "Mon 21 Nov", when that day is a Saturday. */
  | { readonly kind: "other-weekday" }
  | { readonly kind: "unreadable" };

export interface Here {
  readonly now: number;
  /** An IANA zone. */
  readonly zone: string;
}

export const WHEN_LENGTH = 100;
const FARTHEST_MS = 731 * 24 * 3_600_000;
const MINUTE_MS = 60_000;

/** Reads a time as people type it: `sat 20:00`, `in 40 min`, `2026-12-01 19:30`, `8pm EST`, `<t:1796065200>`. */
export function readWhen(typed: string, here: Here): When {
  const said = typed.trim();
  if (said === "" || said.length > WHEN_LENGTH) return { kind: "unreadable" };
  const exact = /^<t:(\d{1,12})(?::[a-zA-Z])?>$/.exec(said)?.[1];
  if (exact !== undefined) return judged(Number(exact) * 1000, "exact", here.now);
  if (/^(?:right )?now$/i.test(said)) return judged(here.now, "duration", here.now);
  const either = hourOrLength(said);
  if (either !== undefined)
    return oneOf(
      judged(here.now + either.lengthMs, "duration", here.now),
      readClock(either.hour, here),
      "hour-or-length",
    );
  const durationMs = readDuration(said);
  return durationMs === undefined
    ? readClock(said, here)
    : judged(here.now + durationMs, "duration", here.now);
}

function readClock(said: string, here: Here): When {
  const { words, zone } = spokenZone(said);
  const there = { now: here.now, zone: zone ?? here.zone };
  const plain = inPlainEnglish(words);
  const read = readWords(plain, there);
  const spoken = read.kind === "unreadable" ? withAt(plain) : undefined;
  return spoken === undefined ? read : readWords(spoken, there);
}

function readWords(said: string, here: Here): When {
  const { words, order } = dayAndMonth(said);
  if (order === "none") return { kind: "unreadable" };
  const night = spokenNight(words);
  const asked = readBy(order === "day-first" ? GB : casual, night, here);
  if (order !== "either" || asked.kind === "unreadable") return asked;
  return oneOf(asked, readBy(GB, night, here), "day-or-month");
}

function readBy(parser: Chrono, { words, later }: Night, here: Here): When {
  const result = onlyResult(parser, words, wallClockAt(here.now, here.zone));
  if (result === undefined || result.tags().has("result/relativeDateAndTime")) return { kind: "unreadable" };
  if (!result.start.isCertain("hour")) return { kind: "no-hour" };
  if (isOfOtherWeekday(result)) return { kind: "other-weekday" };

  const { there, judge } = result.start.isCertain("timezoneOffset")
    ? withOffset(parser, words, result, here.now)
    : { there: result, judge: (wall: Temporal.PlainDateTime) => judgedOnWallClock(wall, here) };
  const read = firstToCome(there, judge);
  const readLater = (by: Temporal.DurationLike) => firstToCome(there, (wall) => judge(wall.add(by)));
  if (later !== undefined && isDayNamed(there)) {
    const meant = readLater(later.by);
    return later.doubt === undefined ? meant : oneOf(read, meant, later.doubt);
  }
  return isHalfDayOpen(there, words) ? oneOf(read, readLater({ hours: 12 }), "morning-or-evening") : read;
}

function isDayNamed({ start }: ParsedResult): boolean {
  return start.isCertain("day") || start.isCertain("weekday");
}

function isOfOtherWeekday(result: ParsedResult): boolean {
  const { start } = result;
  if (!start.isCertain("weekday") || !start.isCertain("day")) return false;
  return wallOf(result).dayOfWeek % 7 !== start.get("weekday");
}

interface Elsewhere {
  readonly there: ParsedResult;
  readonly judge: (wall: Temporal.PlainDateTime) => When;
}

/** Days are counted from today, and today is another day elsewhere: so the words are read once more, over there. */
function withOffset(parser: Chrono, words: string, first: ParsedResult, now: number): Elsewhere {
  const offsetMs = (first.start.get("timezoneOffset") ?? 0) * MINUTE_MS;
  return {
    there: onlyResult(parser, words, wallClockAt(now + offsetMs, "UTC")) ?? first,
    judge: (wall) => judged(wall.toZonedDateTime("UTC").epochMilliseconds - offsetMs, "offset", now),
  };
}

/**
 * chrono knows no zones, and leans on the zone of the machine for "now". It is given noon of the day in question as if
 * it were UTC, which no machine's clock change reaches, and what lies behind us is moved ahead here.
 */
function onlyResult(
  parser: Chrono,
  words: string,
  reference: Temporal.PlainDateTime,
): ParsedResult | undefined {
  const noon = reference.toPlainDate().toZonedDateTime({ timeZone: "UTC", plainTime: "12:00" });
  const results = parser.parse(words, { instant: new Date(noon.epochMilliseconds), timezone: 0 });
  const [only, ...others] = results;
  if (only === undefined || others.length > 0) return undefined;
  const rest = `${words.slice(0, only.index)} ${words.slice(only.index + only.text.length)}`;
  return FILLER.test(rest) ? only : undefined;
}

const FILLER = /^(?:[\s,.@-]|\b(?:at|on|by)\b)*$/i;

/** "20:00" is tomorrow's when today's is over, "sat" next week's, "1 nov" next year's; a whole date stays what it is. */
function firstToCome(result: ParsedResult, judge: (wall: Temporal.PlainDateTime) => When): When {
  const wall = wallOf(result);
  const step = stepOf(result);
  const read = judge(wall);
  return read.kind === "past" && step !== undefined ? judge(wall.add(step)) : read;
}

function stepOf({ start, text }: ParsedResult): Temporal.DurationLike | undefined {
  if (start.isCertain("year") || /\b(?:last|past|previous)\b/i.test(text)) return undefined;
  if (start.isCertain("month")) return start.isCertain("day") ? { years: 1 } : undefined;
  if (start.isCertain("day")) return undefined;
  return start.isCertain("weekday") ? { days: 7 } : { days: 1 };
}

function wallOf({ start }: ParsedResult): Temporal.PlainDateTime {
  const part = (name: "year" | "month" | "day" | "hour" | "minute" | "second") => start.get(name) ?? 0;
  return new Temporal.PlainDateTime(
    part("year"),
    part("month"),
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
}

function judgedOnWallClock(wall: Temporal.PlainDateTime, { now, zone }: Here): When {
  const read = onWallClock(wall, zone);
  switch (read.kind) {
    case "once":
      return judged(read.at, "zone", now);
    case "twice":
      return read.first < now
        ? judged(read.second, "zone", now)
        : { kind: "either", at: [read.first, read.second], because: "clocks-go-back" };
    case "never":
      return read.nearest < now
        ? { kind: "past", at: read.nearest }
        : { kind: "skipped", nearest: read.nearest };
  }
}

function judged(at: number, by: ReadBy, now: number): When {
  if (at < now) return { kind: "past", at };
  return at > now + FARTHEST_MS ? { kind: "too-far", at } : { kind: "at", at, by };
}

/** Of two readings the one that is possible, or both. */
function oneOf(one: When, other: When, because: Extract<When, { readonly kind: "either" }>["because"]): When {
  if (one.kind !== "at") return other.kind === "at" ? other : one;
  if (other.kind !== "at" || other.at === one.at) return one;
  return { kind: "either", at: one.at < other.at ? [one.at, other.at] : [other.at, one.at], because };
}

/** "At 8" names no half of the day; "8:00" is how the other half of the world writes the morning. */
function isHalfDayOpen({ start }: ParsedResult, words: string): boolean {
  const hour = start.get("hour") ?? 0;
  return hour >= 1 && hour <= 11 && !start.isCertain("meridiem") && !/\d:\d|T\d/.test(words);
}
