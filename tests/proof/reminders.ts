import { absentFor } from "../reminders/absences.ts";
import { tellAtOnce } from "../reminders/common-instant.ts";
import { dieAndRestart } from "../reminders/deaths.ts";
import { jumpAround } from "../reminders/jumps.ts";
import { steps } from "../reminders/mortal.ts";

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
  await prove(`killed at any call, back after ${name}`, async () => {
    let [lives, owed, lost, doubled] = [0, 0, 0, 0];
    for (let round = 0; round < DEATHS; round++) {
      const verdict = await dieAndRestart({
        fate: (life) => ({
          diesAt: 1 + ((round + 5 * life) % (CALLS * 4)),
          isDone: (round + life) % 2 === 0,
        }),
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

for (const step of steps)
  for (const [name, downMs] of Object.entries(DOWN))
    await prove(`killed after the step “${step}”, back after ${name}`, async () => {
      let [deaths, owed, lost, doubled] = [0, 0, 0, 0];
      for (let round = 0; round < DEATHS / 4; round++) {
        const due = 1 + (round % 7);
        const times = 1 + (round % 4);
        const verdict = await dieAndRestart({
          fate: (life) => ({ diesAfter: { step, nth: 1 + ((round + life) % due) } }),
          times,
          downMs,
          owed: due,
        });
        deaths += times;
        owed += verdict.owed;
        lost += verdict.lost.length;
        doubled += verdict.doubled.length;
      }
      const N = `${owed} reminders, up to ${deaths} deaths`;
      return { N, result: `${lost} lost, ${doubled} doubled`, held: lost + doubled === 0 };
    });

for (const [name, ms, how] of [
  ["down for 1 min", MINUTE, "down"],
  ["down for 1 h", 60 * MINUTE, "down"],
  ["down for 25 h", 25 * 60 * MINUTE, "down"],
  ["down for 3 weeks", 21 * 24 * 60 * MINUTE, "down"],
  ["frozen for 5 min", 5 * MINUTE, "frozen"],
] as const)
  await prove(name, async () => {
    const tally = { owed: 0, onTime: 0, late: 0, dropped: 0, wrong: 0 };
    for (let seed = 0; seed < DEATHS / 4; seed++) {
      const { wrong, ...counts } = await absentFor(ms, seed, how);
      for (const one of ["owed", "onTime", "late", "dropped"] as const) tally[one] += counts[one];
      tally.wrong += wrong.length;
      for (const line of wrong.slice(0, 2)) console.log(`${name}, seed ${seed}: ${line}`);
    }
    const { owed, onTime, late, dropped, wrong } = tally;
    return {
      N: `${owed} reminders`,
      result: `${onTime} in time, ${late} late while they helped, ${dropped} dropped and counted, ${wrong} otherwise`,
      held: wrong === 0 && onTime + late + dropped === owed,
    };
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
