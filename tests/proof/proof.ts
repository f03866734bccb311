import { spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * `npm run proof`: the long versions of the tests behind what the README promises, one after the other, with N and
 * duration beside each. A word after it picks the proofs whose name has that word.
 */
interface Proof {
  readonly name: string;
  /** A script of its own, which prints a line with its figures. */
  readonly script?: readonly string[];
  /** A test file that is given a larger N through its variable. */
  readonly test?: { readonly file: string; readonly variable: string; readonly n: number };
}

const PROOFS: readonly Proof[] = [
  { name: "kill -9 while writing", script: ["kills.ts", "200"] },
  { name: "kill -9 of the started bot under clicks", script: ["click-kills.ts", "200"] },
  { name: "backups while writing", script: ["backups.ts", "50"] },
  { name: "sign-ups at once", script: ["sign-ups.ts", "100"] },
  { name: "time zones against an independent oracle", script: ["time-zones.ts"] },
  {
    name: "mutated interactions and custom ids",
    test: { file: "tests/bot/mutated.test.ts", variable: "MUTATED", n: 10_000 },
  },
  {
    name: "malformed gateway packets",
    test: { file: "tests/discord/malformed.test.ts", variable: "MALFORMED", n: 2_000 },
  },
  { name: "hostile text", test: { file: "tests/ui/text.test.ts", variable: "RUNS", n: 20_000 } },
  { name: "custom ids", test: { file: "tests/ui/custom-id.test.ts", variable: "RUNS", n: 20_000 } },
  {
    name: "reminders: deaths, absences, jumps of the clock, common instants",
    script: ["reminders.ts", "200"],
  },
  {
    name: "reminders of members who change their minds",
    test: { file: "tests/jobs/changing-minds.test.ts", variable: "MINDS", n: 1_000 },
  },
  { name: "reminders while the started bot is killed with -9", script: ["reminder-kills.ts", "24"] },
  { name: "reminders while the gateway drops, in every way", script: ["drops.ts", "1000"] },
  {
    name: "a storm of rate limits, in seconds",
    test: { file: "tests/discord/storm.test.ts", variable: "STORM", n: 600 },
  },
  { name: "rewards: boundaries, openings, a crowd that claims", script: ["rewards.ts", "10"] },
  { name: "stops under load", test: { file: "tests/process/stop.test.ts", variable: "STOPS", n: 100 } },
];

const ROOT = join(import.meta.dirname, "../..");
const asked = process.argv.slice(2).join(" ").toLowerCase();
const rows = PROOFS.filter(({ name }) => name.toLowerCase().includes(asked)).map(show);
console.table(rows);
process.exitCode = rows.every(({ result }) => result === "held") ? 0 : 1;

function show({ name, script, test }: Proof) {
  console.log(`\n${name}`);
  const startedAt = performance.now();
  const args = script
    ? [join(import.meta.dirname, script[0] ?? ""), ...script.slice(1)]
    : ["node_modules/vitest/vitest.mjs", "run", test?.file ?? ""];
  const env = test ? { ...process.env, [test.variable]: String(test.n) } : process.env;
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit", env });
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  return {
    proof: name,
    N: script?.[1] ?? test?.n ?? "all",
    seconds,
    result: status === 0 ? "held" : "BROKEN",
  };
}
