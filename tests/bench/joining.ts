import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { type Contender, startContender } from "./contender.ts";
import { type Crowd, gather, joining, looking, seed } from "./fleet.ts";
import { flood } from "./load.ts";

/** Runs of five seats and five who wait in line, each with a card in a channel of its own. */
const CROWD = { runs: 400, each: 10 };
const ROUNDS_TO_WARM_UP = 1;
const ROUNDS = 1;
/** So long the cards of one crowd take to be edited, 32 in a second. The next crowd does not come before that. */
const EDITS_MS = 14_000;

const SORTS = ["present", "kept", "new"] as const;

/** CPU for each sign-up: committed to SQLite with FULL sync, and answered. */
export interface CostOfSignUps {
  /** How many of each sort were measured. */
  readonly count: number;
  /** Of a member who has used the bot since it started. */
  readonly presentMicros: number;
  /** Of one who has not, and whose captain is read first. */
  readonly keptMicros: number;
  /** Of one who was never heard of: that the fleet names them is written first. */
  readonly newMicros: number;
  /** Of all, with the edits of all cards that follow. */
  readonly withCardsMicros: number;
}

/** Members press Join on a bot of its own, in a process of its own, through the gateway and REST of the sandbox. */
export async function costOfSignUps(script: readonly string[], inFlight: number): Promise<CostOfSignUps> {
  const crowds: readonly Crowd[] = Array.from({ length: ROUNDS_TO_WARM_UP + ROUNDS }, () =>
    SORTS.map((members) => ({ ...CROWD, members })),
  ).flat();
  const dataDir = mkdtempSync(join(tmpdir(), "away-team-bench-"));
  await seed(dataDir, crowds);
  const contender = await startContender(script, dataDir);
  gather(contender.sandbox, crowds);
  const juno = contender.sandbox.as(CAST.people.juno, { channelId: CAST.fleet.channels.lounge });
  while ((await juno.run("captain list", {})).kind === "refused") await wait(20);
  const used: (Pick<Crowd, "members"> & Awaited<ReturnType<typeof measure>>)[] = [];
  for (const crowd of crowds) used.push({ ...crowd, ...(await measure(contender, crowds, crowd, inFlight)) });
  await contender.stop();
  rmSync(dataDir, { recursive: true, force: true });

  const measured = used.slice(SORTS.length * ROUNDS_TO_WARM_UP);
  const count = CROWD.runs * CROWD.each;
  const each = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length / count;
  const of = (sort: Crowd["members"]) =>
    each(measured.filter(({ members }) => members === sort).map(({ micros }) => micros));
  return {
    count: ROUNDS * count,
    presentMicros: of("present"),
    keptMicros: of("kept"),
    newMicros: of("new"),
    withCardsMicros: each(measured.map(({ withCardsMicros }) => withCardsMicros)),
  };
}

async function measure(
  { sandbox, usage }: Contender,
  crowds: readonly Crowd[],
  crowd: Crowd,
  inFlight: number,
): Promise<{ readonly micros: number; readonly withCardsMicros: number }> {
  const count = crowd.runs * crowd.each;
  if (crowd.members === "present") await flood(looking(sandbox, crowds, crowd), count, inFlight);
  const before = await usage();
  await flood(joining(sandbox, crowds, crowd), count, inFlight);
  const answered = await usage();
  await wait(EDITS_MS);
  const edited = await usage();
  return {
    micros: answered.cpuMicros - before.cpuMicros,
    withCardsMicros: edited.cpuMicros - before.cpuMicros,
  };
}
