import about, { type AboutNeeds } from "../commands/about.ts";
import help from "../commands/help.ts";
import mission, { type MissionNeeds } from "../commands/mission.ts";
import type { Command } from "./bot/command.ts";

/** The one list of commands, in the order in which /help tells of them. */
export function commandsOf(needs: MissionNeeds & AboutNeeds): readonly Command[] {
  const list = [mission(needs), about(needs)];
  return [...list, help(list)];
}
