import type { ReadBy, When } from "../../time/when.ts";

/** Why a time is not taken at once. */
export type Unsettled = Exclude<When, { readonly kind: "at" }>;

/** By whose clock a time is read: its writer's own, the fleet's, or UTC for want of both. */
export interface Zone {
  readonly zone: string;
  readonly whose: "own" | "fleet" | "nobody";
}

/** What members read of a time that they typed, whatever it is for. What they typed comes escaped. */
export const timeTexts = {
  asked: {
    unreadable: (typed: string) => `I could not read “${typed}” as a time.`,
    "no-hour": (typed: string) => `“${typed}” names a day but no hour.`,
    "other-weekday": (typed: string) => `“${typed}”: that date falls on another day of the week.`,
    "too-far": (typed: string) => `“${typed}” is more than two years ahead; I plan no further.`,
    skipped: (typed: string) =>
      `“${typed}” does not exist: the clocks are put forward over it that night. The nearest time is this one.`,
    "clocks-go-back": (typed: string) =>
      `“${typed}” comes twice: the clocks are put back that night. Which one is it?`,
    "day-or-month": (typed: string) =>
      `“${typed}” can be read in two ways, day first or month first. Which one is it?`,
    "morning-or-evening": (typed: string) => `“${typed}”: in the morning or in the evening?`,
    "hour-or-length": (typed: string) => `“${typed}”: at that hour, or that long from now?`,
    "which-midnight": (typed: string) => `“${typed}”: when that day begins, or when it ends?`,
    "which-night": (typed: string) => `“${typed}”: in the night before that day, or in the one after it?`,
    "noon-or-midnight": (typed: string) => `“${typed}”: around noon, or around midnight?`,
  },
  otherTime: "Type another time",
  form: { title: "When does it start?", label: "Time" },
} as const;

const inZone = {
  own: (zone: string) => `, in your time zone (${zone})`,
  fleet: (zone: string) => `, in the fleet's time zone (${zone}; \`/me\` sets your own)`,
  nobody: () => ", in UTC, because neither you nor the fleet told me a time zone (`/me` sets yours)",
};

/** How a time was read, to be said behind it. */
export function howRead(by: ReadBy, { zone, whose }: Zone): string {
  if (by === "zone") return inZone[whose](zone);
  return by === "offset" ? ", by the zone you named" : "";
}
