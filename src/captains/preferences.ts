import { readLength } from "../time/lengths.ts";
import type { Reminders } from "./store.ts";

const LONGEST_LEAD_MINUTES = 7 * 24 * 60;

export type RemindersReading =
  | { readonly outcome: "read"; readonly reminders: Reminders }
  | { readonly outcome: "lead-unreadable" | "quiet-unreadable"; readonly typed: string };

/** What a member filled in: how, how long before, and when not. Empty lines mean the fleet's lead, and no quiet hours. */
export function readReminders(by: Reminders["by"], lead: string, quiet: string): RemindersReading {
  const leadMinutes = lead.trim() === "" ? undefined : readLead(lead);
  if (lead.trim() !== "" && leadMinutes === undefined) return { outcome: "lead-unreadable", typed: lead };
  const hours = quiet.trim() === "" ? undefined : readHours(quiet);
  if (quiet.trim() !== "" && hours === undefined) return { outcome: "quiet-unreadable", typed: quiet };
  return {
    outcome: "read",
    reminders: {
      by,
      ...(leadMinutes === undefined ? {} : { leadMinutes }),
      ...(hours === undefined ? {} : { quiet: hours }),
    },
  };
}

function readLead(typed: string): number | undefined {
  const minutes = readLength(typed);
  return minutes !== undefined && minutes <= LONGEST_LEAD_MINUTES ? minutes : undefined;
}

/** `22-8`, `22:00 – 07:30`, `10pm to 8am`. */
function readHours(typed: string): Reminders["quiet"] {
  const [from, to, ...more] = typed
    .trim()
    .toLowerCase()
    .split(/ *(?:-|–|—|to|until) */);
  const quiet = { from: timeOfDay(from), to: timeOfDay(to) };
  if (quiet.from === undefined || quiet.to === undefined || more.length > 0 || quiet.from === quiet.to)
    return undefined;
  return { from: quiet.from, to: quiet.to };
}

function timeOfDay(typed = ""): string | undefined {
  const [, hour, minute = "00", half] = /^(\d{1,2})(?::([0-5]\d))? ?(am|pm)?$/.exec(typed) ?? [];
  if (hour === undefined) return undefined;
  const number = Number(hour);
  if (half !== undefined && (number < 1 || number > 12)) return undefined;
  const on24 = half === undefined ? number : (number % 12) + (half === "pm" ? 12 : 0);
  return on24 > 23 ? undefined : `${String(on24).padStart(2, "0")}:${minute}`;
}
