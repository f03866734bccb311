import { afterQuietHours } from "../captains/direct-time.ts";
import type { User } from "../captains/store.ts";

/** Members in their quiet hours are left out, and those who want no reminders. */
export function isToBeNamed(
  { reminders: { by, quiet }, timeZone }: User,
  fleetsZone: string,
  now: number,
): boolean {
  return by !== "off" && afterQuietHours(now, quiet, timeZone ?? fleetsZone) === now;
}
