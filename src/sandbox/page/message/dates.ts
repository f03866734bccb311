const DAY_MS = 86_400_000;

/** When a message was written, as Discord's header says it: "Today at 20:05". */
export function headerDate(at: number, now: number, locale: string): string {
  const time = hourOf(at, locale);
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
  if (days === 0) return `Today at ${time}`;
  if (days === 1) return `Yesterday at ${time}`;
  return new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short" }).format(at);
}

/** The hour alone, beside a message that goes without a header. */
export function hourOf(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(at);
}

/** What a date says in full while the pointer rests on it. */
export function fullDate(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" }).format(at);
}

export function longDate(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(at);
}

export function isSameDay(a: number, b: number): boolean {
  return startOfDay(a) === startOfDay(b);
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
