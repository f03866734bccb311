import { tellAtOnce } from "../reminders/common-instant.ts";
import { dieAndRestart } from "../reminders/deaths.ts";
import { jumpAround } from "../reminders/jumps.ts";

/** A reminder comes once: over deaths between any two steps, over jumps of the clock, and for very many at once. */
const MINUTE = 60_000;
const DOWN = { "10 s": 10_000, "4 min": 4 * MINUTE, "2 h": 120 * MINUTE } as const;
const DEATHS = Number(process.argv[2] ?? 100);
const CALLS = 6;

const rows: {
  readonly what: string;
  readonly N: string;
  readonly seconds: number;
  readonly result: string;
  readonly held: boolean;
}[] = [];

async function prove(
  what: string,
  work: () => Promise<{ readonly N: string; readonly result: string; readonly held: boolean }>,
): Promise<void> {
  const startedAt = performance.now();
  const proved = await work();
  rows.push({ what, ...proved, seconds: Math.round((performance.now() - startedAt) / 1_000) });
}

for (const [name, downMs] of Object.entries(DOWN))
  await prove(`killed between two steps, back after ${name}`, async () => {
    let [lives, owed, lost, doubled] = [0, 0, 0, 0];
    for (let round = 0; round < DEATHS; round++) {
      const verdict = await dieAndRestart({
        diesAt: (life) => 1 + ((round + 5 * life) % (CALLS * 4)),
        isDone: (life) => (round + life) % 2 === 0,
        times: 1 + (round % 4),
        downMs,
        owed: 1 + (round % 7),
      });
      lives += verdict.lives;
      owed += verdict.owed;
      lost += verdict.lost.length;
      doubled += verdict.doubled.length;
    }
    const N = `${owed} reminders, ${lives - DEATHS} deaths`;
    return { N, result: `${lost} lost, ${doubled} doubled`, held: lost + doubled === 0 };
  });

await prove("jumps of ±1 h and ±3 d, announced and not", async () => {
  let [lost, doubled] = [0, 0];
  for (let seed = 0; seed < 25; seed++) {
    const verdict = await jumpAround(seed, 40);
    lost += verdict.lost;
    doubled += verdict.doubled;
  }
  return {
    N: "1000 reminders, 1000 jumps",
    result: `${lost} lost, ${doubled} doubled`,
    held: lost + doubled === 0,
  };
});

for (const [guilds, withinSeconds] of [
  [2_500, 180],
  [10_000, 600],
] as const)
  await prove(`a reset common to ${guilds} guilds`, async () => {
    const { told, doubled, early, lastAfterSeconds, busiestSecond } = await tellAtOnce(guilds);
    return {
      N: `${guilds}`,
      result: `${told} told, ${doubled} doubled, ${early} early, the last after ${lastAfterSeconds} s, at most ${busiestSecond} in a second`,
      held:
        told === guilds && doubled + early === 0 && lastAfterSeconds <= withinSeconds && busiestSecond <= 20,
    };
  });

console.table(rows.map(({ held: _, ...row }) => row));
process.exitCode = rows.every(({ held }) => held) ? 0 : 1;
