import about, { type AboutNeeds } from "../commands/about.ts";
import bugs, { type BugsNeeds } from "../commands/bugs.ts";
import captain, { type CaptainNeeds } from "../commands/captain.ts";
import fleet, { type FleetNeeds } from "../commands/fleet.ts";
import help from "../commands/help.ts";
import lookup, { type LookupNeeds } from "../commands/lookup.ts";
import me, { type MeNeeds } from "../commands/me.ts";
import mission, { type MissionNeeds } from "../commands/mission.ts";
import missions from "../commands/missions.ts";
import type { Command } from "./bot/command.ts";
import { voiceTraces } from "./bugs/store.ts";
import type { Trace } from "./captains/traces.ts";
import { overrideTraces } from "./guilds/overrides.ts";

/** The one list of commands, in the order in which /help tells of them. */
export function commandsOf(
  needs: MissionNeeds & AboutNeeds & LookupNeeds & CaptainNeeds & MeNeeds & FleetNeeds & BugsNeeds,
): readonly Command[] {
  const list = [
    mission(needs),
    missions(needs),
    lookup(needs),
    bugs(needs),
    captain(needs),
    me(needs),
    fleet(needs),
    about(needs),
  ];
  return [...list, help(list)];
}

/** The one list of places where guilds' documents name members: what /me exports and erases. */
export const traces: readonly Trace[] = [overrideTraces, voiceTraces];
