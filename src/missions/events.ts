import type { MissionEvent } from "../catalog/mission.ts";

export type Phase = "ahead" | "running" | "over";

/** Where an event stands on a day of STO's calendar; both its first and its last day belong to it. */
export function phaseOf(event: MissionEvent, today: string): Phase {
  if (today < event.starts) return "ahead";
  return today > event.ends ? "over" : "running";
}
