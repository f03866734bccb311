import about, { type AboutNeeds } from "../commands/about.ts";
import bugs, { type BugsNeeds } from "../commands/bugs.ts";
import captain, { type CaptainNeeds } from "../commands/captain.ts";
import fleet, { type FleetNeeds } from "../commands/fleet.ts";
import help from "../commands/help.ts";
import lfg, { type LfgNeeds } from "../commands/lfg.ts";
import lookup, { type LookupNeeds } from "../commands/lookup.ts";
import me, { type MeNeeds } from "../commands/me.ts";
import mission, { type MissionNeeds } from "../commands/mission.ts";
import missions from "../commands/missions.ts";
import rewards, { type RewardsNeeds } from "../commands/rewards.ts";
import runs, { type RunsNeeds } from "../commands/runs.ts";
import type { Command } from "./bot/command.ts";
import { unreadable } from "./bot/text.ts";
import { voiceTraces } from "./bugs/store.ts";
import type { Trace } from "./captains/traces.ts";
import { writeViewpoint } from "./captains/viewpoint.ts";
import { importTraces } from "./guilds/import-parts.ts";
import { resumeImports } from "./guilds/imports.ts";
import { overrideTraces } from "./guilds/overrides.ts";
import type { Eraser } from "./jobs/erase.ts";
import { removeOldRuns } from "./jobs/old-runs.ts";
import type { Purge } from "./jobs/purge.ts";
import type { Round } from "./jobs/rounds.ts";
import { portable } from "./portable.ts";
import { rewardDraftTraces } from "./rewards/draft.ts";
import { rewardTraces } from "./rewards/traces.ts";
import { berthTraces } from "./runs/berths.ts";
import { draftTraces } from "./runs/draft.ts";
import { resumePostponing } from "./runs/postpone.ts";
import { runTraces } from "./runs/traces.ts";
import type { Store } from "./store/store.ts";
import type { Clock } from "./time/clock.ts";
import { whisper } from "./ui/reply.ts";

/** The one list of commands, in the order in which /help tells of them. */
export function commandsOf(
  needs: MissionNeeds &
    AboutNeeds &
    LookupNeeds &
    CaptainNeeds &
    MeNeeds &
    Omit<FleetNeeds, "portables"> &
    BugsNeeds &
    RunsNeeds &
    RewardsNeeds &
    Omit<LfgNeeds, "brief">,
): readonly Command[] {
  const missionCommand = mission(needs);
  /** The run's own captain goes first; what is not known of it, the default captain tells. */
  const brief: LfgNeeds["brief"] = (click, slug, viewpoint) =>
    missionCommand.actions["open"]?.({
      ...click,
      args: [slug, "briefing", writeViewpoint(viewpoint)],
      onPrivateCard: false,
    }) ?? whisper(unreadable);
  const list = [
    missionCommand,
    missions(needs),
    lookup(needs),
    lfg({ ...needs, brief }),
    runs(needs),
    rewards(needs),
    bugs(needs),
    captain(needs),
    me(needs),
    fleet({ ...needs, portables: portable }),
    about(needs),
  ];
  return [...list, help(list)];
}

/** The one list of places where guilds' documents name members: what /me exports and erases. */
export const traces: readonly Trace[] = [
  overrideTraces,
  voiceTraces,
  runTraces,
  draftTraces,
  berthTraces,
  rewardTraces,
  rewardDraftTraces,
  importTraces,
];

interface RoundNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly erasing: Eraser;
  readonly purging: Purge;
}

const HOUR_MS = 60 * 60_000;

/** The one list of what is looked after again and again. */
export function roundsOf({ store, clock, erasing, purging }: RoundNeeds): readonly Round[] {
  return [
    { what: "finishing erasures", everyMs: HOUR_MS, run: erasing.resume },
    {
      what: "finishing imports",
      everyMs: HOUR_MS,
      run: () => resumeImports(store, { portables: portable, now: clock.now() }),
    },
    { what: "finishing postponements", everyMs: HOUR_MS, run: () => resumePostponing(store, clock.now()) },
    { what: "removing old runs", everyMs: 24 * HOUR_MS, run: () => removeOldRuns({ store, clock }) },
    { what: "removing what guilds left behind", everyMs: 24 * HOUR_MS, run: purging.pass },
  ];
}
