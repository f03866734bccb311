/** `long`: date and time. `day`: the date alone. `relative`: how long ago or how soon. */
export type TimeStyle = "long" | "day" | "relative";

const MARKS = { long: "F", day: "D", relative: "R" } as const satisfies Record<TimeStyle, string>;

/** A time that every reader sees in their own zone and language. */
export function timestamp(at: number, style: TimeStyle): string {
  return `<t:${Math.floor(at / 1000)}:${MARKS[style]}>`;
}

/** A day of the calendar, in words and in no time zone: `2018-06-28` is `28 June 2018`, `2018-06` is `June 2018`. */
export function dayInWords(day: string): string {
  const [year = "", month, date] = day.split("-");
  const monthName = month === undefined ? undefined : MONTHS[Number(month) - 1];
  const dayOfMonth = date === undefined ? undefined : String(Number(date));
  return [dayOfMonth, monthName, year].filter((part) => part !== undefined).join(" ");
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A length of time as STO's journal counts it down: 119 seconds are `1:59`. */
export function countdown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Both days included; the year stands once when both have the same: `28 June – 26 July 2018`. */
export function daysInWords(first: string, last: string): string {
  const start =
    first.slice(0, 4) === last.slice(0, 4) ? dayInWords(first).replace(/ \d{4}$/, "") : dayInWords(first);
  return `${start} – ${dayInWords(last)}`;
}
