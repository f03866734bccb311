import type { Reminders } from "./store.ts";

const MINUTE_MS = 60_000;

/**
 * When a direct message about something that starts then is to come: by the member's lead, and where that lies in
 * their quiet hours, at the last moment before these. Earlier helps as well; being woken does not.
 */
export function directAt(
  startsAt: number,
  leadMinutes: number,
  quiet: Reminders["quiet"],
  zone: string,
): number {
  const usual = startsAt - leadMinutes * MINUTE_MS;
  if (quiet === undefined) return usual;
  const { there, from, isQuiet } = quietAt(usual, quiet, zone);
  if (!isQuiet) return usual;

  const day = isAfter(there.toPlainTime(), from)
    ? there.toPlainDate()
    : there.toPlainDate().subtract({ days: 1 });
  return day.toZonedDateTime({ timeZone: zone, plainTime: from }).epochMilliseconds - MINUTE_MS;
}

/** When a direct message about something that just happened is to come: at once, or when the quiet hours are over. */
export function afterQuietHours(now: number, quiet: Reminders["quiet"], zone: string): number {
  if (quiet === undefined) return now;
  const { there, to, isQuiet } = quietAt(now, quiet, zone);
  if (!isQuiet) return now;

  const day = isAfter(to, there.toPlainTime()) ? there.toPlainDate() : there.toPlainDate().add({ days: 1 });
  return day.toZonedDateTime({ timeZone: zone, plainTime: to }).epochMilliseconds;
}

function quietAt(at: number, quiet: NonNullable<Reminders["quiet"]>, zone: string) {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const time = there.toPlainTime();
  const [from, to] = [Temporal.PlainTime.from(quiet.from), Temporal.PlainTime.from(quiet.to)];
  const isOverNight = isAfter(from, to);
  const isQuiet = isOverNight
    ? isAfter(time, from) || !isAfter(time, to)
    : isAfter(time, from) && !isAfter(time, to);
  return { there, from, to, isQuiet };
}

function isAfter(one: Temporal.PlainTime, other: Temporal.PlainTime): boolean {
  return Temporal.PlainTime.compare(one, other) >= 0;
}
