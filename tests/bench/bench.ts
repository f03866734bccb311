import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Outcome } from "../../src/sandbox/people/protocol.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { type Contender, startContender } from "./contender.ts";
import { type CostOfSignUps, costOfSignUps } from "./joining.ts";
import { flood, onTheWire, pace, quantile } from "./load.ts";

/**
 * The bot beside a bare discord.js bot (the floor), in turn, each on a sandbox of its own. Both answer /mission; the
 * bot with a briefing, the floor with one embed that never changes. What else the bot does is held against that answer.
 */
const ROUNDS = Number(process.argv[2] ?? 3);
const WARM_UP = 2_000;
const FLOOD = 8_000;
const IN_FLIGHT = 64;
const PER_SECOND = 200;
const PACED = 1_600;

const HERE = import.meta.dirname;
const SCRIPTS = {
  floor: [join(HERE, "floor.ts")],
  bot: [join(HERE, "../../src/start.mjs"), join(HERE, "../../src/main.ts")],
};

interface Figures {
  readonly cpuMicros: number;
  /** Of an autocompletion; the floor has none. */
  readonly choosingMicros: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly megabytes: number;
  readonly readyMs: number;
}

const dataDir = mkdtempSync(join(tmpdir(), "away-team-bench-"));
await startContender(SCRIPTS.bot, dataDir).then(warmAndStop);

const floor: Figures[] = [];
const bot: Figures[] = [];
const signUps: CostOfSignUps[] = [];
for (let round = 0; round < ROUNDS; round++) {
  floor.push(await measure(SCRIPTS.floor));
  bot.push(await measure(SCRIPTS.bot, dataDir));
  signUps.push(await costOfSignUps(SCRIPTS.bot, IN_FLIGHT));
}
rmSync(dataDir, { recursive: true, force: true });
print();

/** Fills the compile cache as a first run does: Node writes it when the process ends. */
async function warmAndStop(contender: Contender): Promise<void> {
  await wait(1_000);
  await contender.stop();
}

async function measure(script: readonly string[], dataDir?: string): Promise<Figures> {
  const contender = await startContender(script, dataDir);
  const { sandbox } = contender;
  const person = sandbox.as(CAST.people.juno, { channelId: CAST.fleet.channels.missionBriefings });
  const deed = () => person.run("mission", { name: "home" });
  while ((await deed()).kind === "refused") await wait(20);

  await flood(deed, WARM_UP, IN_FLIGHT);
  const before = await contender.usage();
  await flood(deed, FLOOD, IN_FLIGHT);
  const after = await contender.usage();
  await pace(deed, PACED, PER_SECOND);
  const times = onTheWire(sandbox.traffic.entries());
  const { residentBytes } = await contender.usage();
  const choosingMicros = dataDir === undefined ? Number.NaN : await costOfChoices(contender);
  await contender.stop();
  return {
    cpuMicros: (after.cpuMicros - before.cpuMicros) / FLOOD,
    choosingMicros,
    medianMs: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    megabytes: residentBytes / 1024 / 1024,
    readyMs: contender.readyMs,
  };
}

/** What is offered while a mission is typed. */
async function costOfChoices({ sandbox, usage }: Contender): Promise<number> {
  const person = sandbox.as(CAST.people.juno, { channelId: CAST.fleet.channels.missionBriefings });
  const deed = async (): Promise<Outcome> => {
    const choices = await person.autocomplete("mission", { name: "second w" }, "name");
    if (choices.length === 0) throw new Error("Nothing was offered.");
    return { kind: "choices", choices };
  };
  await flood(deed, WARM_UP, IN_FLIGHT);
  const before = await usage();
  await flood(deed, FLOOD, IN_FLIGHT);
  const after = await usage();
  return (after.cpuMicros - before.cpuMicros) / FLOOD;
}

function print(): void {
  const rows = [
    row(`CPU per answer, ${IN_FLIGHT} in flight, N = ${FLOOD} (µs)`, "cpuMicros", 0),
    row(`median at ${PER_SECOND}/s on the wire, N = ${PACED} (ms)`, "medianMs", 3),
    row(`p99 at ${PER_SECOND}/s on the wire (ms)`, "p99Ms", 2),
    row("memory after that (MB)", "megabytes", 0),
    row("start to READY (ms)", "readyMs", 0),
  ];
  console.log(
    `/mission home: medians of ${ROUNDS} rounds in turn, Node ${process.versions.node}, no launcher`,
  );
  console.table(Object.fromEntries(rows));

  const count = signUps[0]?.count ?? 0;
  console.log(
    `CPU of the bot over the floor's ${middle(floor.map(({ cpuMicros }) => cpuMicros)).toFixed(0)} µs`,
  );
  console.table(
    Object.fromEntries([
      beside(
        `autocompletion of a mission, N = ${FLOOD} (µs)`,
        bot.map((one) => one.choosingMicros),
      ),
      beside(
        `sign-up of who has used the bot since its start, N = ${count} (µs)`,
        signUps.map((one) => one.presentMicros),
      ),
      beside(
        `sign-up of who is read from disk first, N = ${count} (µs)`,
        signUps.map((one) => one.keptMicros),
      ),
      beside(
        `sign-up of a newcomer, N = ${count} (µs)`,
        signUps.map((one) => one.newMicros),
      ),
      beside(
        `all, with the cards that follow (µs)`,
        signUps.map((one) => one.withCardsMicros),
      ),
    ]),
  );
}

function beside(label: string, all: readonly number[]): [string, object] {
  const ratio = middle(all) / middle(floor.map(({ cpuMicros }) => cpuMicros));
  return [label, { bot: Number(middle(all).toFixed(0)), "bot / floor": Number(ratio.toFixed(2)) }];
}

function middle(all: readonly number[]): number {
  return quantile(all, 0.5);
}

function row(label: string, figure: keyof Figures, digits: number): [string, object] {
  const of = (all: readonly Figures[]) => middle(all.map((one) => one[figure]));
  return [
    label,
    {
      floor: Number(of(floor).toFixed(digits)),
      bot: Number(of(bot).toFixed(digits)),
      "bot / floor": Number((of(bot) / of(floor)).toFixed(2)),
    },
  ];
}
