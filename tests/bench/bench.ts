import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { type Contender, startContender } from "./contender.ts";
import { flood, onTheWire, pace, quantile } from "./load.ts";

/**
 * The bot beside a bare discord.js bot (the floor), in turn, each on a sandbox of its own. Both answer /mission; the
 * bot with a briefing, the floor with one embed that never changes.
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
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly megabytes: number;
  readonly readyMs: number;
}

const dataDir = mkdtempSync(join(tmpdir(), "away-team-bench-"));
await startContender(SCRIPTS.bot, dataDir).then(warmAndStop);

const floor: Figures[] = [];
const bot: Figures[] = [];
for (let round = 0; round < ROUNDS; round++) {
  floor.push(await measure(SCRIPTS.floor));
  bot.push(await measure(SCRIPTS.bot, dataDir));
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
  await contender.stop();
  return {
    cpuMicros: (after.cpuMicros - before.cpuMicros) / FLOOD,
    medianMs: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    megabytes: residentBytes / 1024 / 1024,
    readyMs: contender.readyMs,
  };
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
}

function row(label: string, figure: keyof Figures, digits: number): [string, object] {
  const middle = (all: readonly Figures[]) =>
    quantile(
      all.map((one) => one[figure]),
      0.5,
    );
  return [
    label,
    {
      floor: Number(middle(floor).toFixed(digits)),
      bot: Number(middle(bot).toFixed(digits)),
      "bot / floor": Number((middle(bot) / middle(floor)).toFixed(2)),
    },
  ];
}
