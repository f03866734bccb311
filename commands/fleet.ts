import type { Asker } from "../src/bot/asker.ts";
import { type Command, commandOf, subcommand } from "../src/bot/command.ts";
import { deferred, lateMessage } from "../src/bot/deferred.ts";
import { file, pick, text, whole } from "../src/bot/options.ts";
import { difficultyLevels, MAX_LEVEL } from "../src/catalog/game.ts";
import { checkUp } from "../src/guilds/doctor.ts";
import { overrideLimits } from "../src/guilds/overrides.ts";
import { fleetExamples, fleetTexts as say } from "../src/guilds/text/fleet.ts";
import { overrideTexts } from "../src/guilds/text/override.ts";
import { doctorCard } from "../src/guilds/view/doctor.ts";
import { openTracks } from "../src/rewards/store.ts";
import { openRuns } from "../src/runs/store.ts";
import { postponeTexts } from "../src/runs/text/postpone.ts";
import { timeIn, zonesLike } from "../src/time/zones.ts";
import { type OverrideNeeds, overrideActions, overrideFact } from "./fleet/override.ts";
import { askPostpone, leaveRuns, postpone } from "./fleet/postpone.ts";
import { officerOf } from "./fleet/rights.ts";
import { openSetup, type SetupNeeds, setupActions, setupForms } from "./fleet/setup.ts";
import { exportFleet, importFleet, type TransferNeeds, transferActions } from "./fleet/transfer.ts";

export type FleetNeeds = SetupNeeds & TransferNeeds & OverrideNeeds;

const CHOICES = 25;
/** Each thread is asked for by itself. */
const CHANNELS_LOOKED_AT = 10;

export default function fleet(needs: FleetNeeds): Command {
  return commandOf({
    name: "fleet",
    description: say.description,
    where: "guild",
    examples: fleetExamples,
    subcommands: {
      setup: subcommand({
        description: say.setup,
        options: { "time-zone": text({ description: say.zone, maxLength: 60, completes: true }) },
        run: ({ asker, options }) => openSetup(needs, asker, options["time-zone"]),
      }),
      doctor: subcommand({
        description: say.doctor,
        options: {},
        run: ({ asker }) => examine(needs, asker),
      }),
      override: subcommand({
        description: say.override,
        options: {
          mission: text({ description: say.options.mission, maxLength: 100, completes: true }),
          difficulty: pick(
            say.options.difficulty,
            difficultyLevels.map((value) => ({ name: overrideTexts.difficulty[value], value })),
          ),
          level: whole(say.options.level, { min: 1, max: MAX_LEVEL }),
          alias: text({ description: say.options.alias, maxLength: overrideLimits.alias }),
          note: text({ description: say.options.note, maxLength: overrideLimits.note }),
        },
        run: ({ asker, options: { mission, ...saying } }) => overrideFact(needs, asker, mission, saying),
      }),
      postpone: subcommand({
        description: postponeTexts.description,
        options: {
          by: text({ description: postponeTexts.options.by, required: true, maxLength: 40 }),
          within: text({ description: postponeTexts.options.within, maxLength: 40 }),
        },
        run: ({ asker, options }) => askPostpone(needs, asker, options),
      }),
      export: subcommand({
        description: say.export,
        options: {},
        run: ({ asker }) => exportFleet(needs, asker),
      }),
      import: subcommand({
        description: say.import,
        options: { file: file(say.options.file) },
        run: ({ asker, options }) => importFleet(needs, asker, options.file),
      }),
    },
    complete: ({ option, typed }) =>
      option === "mission"
        ? needs.index.search(typed, CHOICES).map(({ title, arcName, slug }) => ({
            name: [title, arcName].filter((part) => part !== "").join(" · "),
            value: slug,
          }))
        : zonesLike(typed, CHOICES, needs.clock.now()).map((zone) => ({
            name: say.zoneChoice(zone, timeIn(zone, needs.clock.now())),
            value: zone,
          })),
    actions: {
      ...setupActions(needs),
      ...overrideActions(needs),
      ...transferActions(needs),
      doctor: ({ asker }) => examine(needs, asker),
      postpone: (click) => postpone(needs, click),
      "postpone-not": (click) => leaveRuns(needs, click),
    },
    forms: setupForms(needs),
  });
}

/** Looks at Discord, so it takes its time. */
async function examine({ store, clock, reader }: FleetNeeds, asker: Asker) {
  const { member, settings } = await officerOf(store, asker);
  const { runsChannelId, rewardsChannelId } = settings;
  const channelIds = [runsChannelId, rewardsChannelId].filter((id) => id !== undefined);
  return deferred(async () => {
    const now = clock.now();
    const open = await openRuns(store, member.guildId, now);
    const stands = new Set(open.map(({ card, channelId }) => card?.channelId ?? channelId));
    const openRunsIn = [...stands].slice(0, CHANNELS_LOOKED_AT);
    const boards = await openTracks(store, member.guildId, now);
    const openRewardsIn = [...new Set(boards.map(({ board, channelId }) => board?.channelId ?? channelId))];
    const looked = new Set([...channelIds, ...openRunsIn, ...openRewardsIn]);
    const facts = await reader.facts(member.guildId, [...looked]);
    const findings = checkUp(settings, facts, now, openRunsIn, openRewardsIn);
    return lateMessage(doctorCard(findings, facts.applicationId));
  });
}
