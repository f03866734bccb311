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
  const there = Temporal.Instant.fromEpochMilliseconds(usual).toZonedDateTimeISO(zone);
  const time = there.toPlainTime();
  const [from, to] = [Temporal.PlainTime.from(quiet.from), Temporal.PlainTime.from(quiet.to)];
  const isAfter = (one: Temporal.PlainTime, other: Temporal.PlainTime) =>
    Temporal.PlainTime.compare(one, other) >= 0;
  const isOverNight = isAfter(from, to);
  const isQuiet = isOverNight
    ? isAfter(time, from) || !isAfter(time, to)
    : isAfter(time, from) && !isAfter(time, to);
  if (!isQuiet) return usual;

  const day = isAfter(time, from) ? there.toPlainDate() : there.toPlainDate().subtract({ days: 1 });
  return day.toZonedDateTime({ timeZone: zone, plainTime: from }).epochMilliseconds - MINUTE_MS;
}
