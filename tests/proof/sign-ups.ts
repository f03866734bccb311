import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqliteDriver } from "../../src/store/sqlite-driver.ts";
import { rush } from "../runs/rush.ts";

/** Five hundred sign-ups for five seats with two hundred leaves mixed in, through the whole bot, seed by seed. */
const SEEDS = Number(process.argv[2] ?? 100);
const ON_FILE_EVERY = 10;
const CROWD = { people: 500, seats: 5, leaves: 200 };
const startedAt = performance.now();
const wrong: string[] = [];
let unsaved = 0;

for (let seed = 1; seed <= SEEDS; seed++) {
  const verdict = seed % ON_FILE_EVERY === 0 ? await onFile(seed) : await rush({ seed, ...CROWD });
  unsaved += verdict.unsaved;
  wrong.push(...verdict.wrong.map((line) => `seed ${seed}: ${line}`));
}

const seconds = Math.round((performance.now() - startedAt) / 1000);
const onFileCount = Math.floor(SEEDS / ON_FILE_EVERY);
console.log(
  `sign-ups: 500 for 5 seats with 200 leaves × ${SEEDS} seeds (${onFileCount} of them on a data file): ${wrong.length} wrong, ${unsaved} honestly told that the store did not keep up, ${seconds} s`,
);
for (const line of wrong.slice(0, 10)) console.log(`  ${line}`);
if (wrong.length > 0) process.exitCode = 1;

async function onFile(seed: number) {
  const folder = mkdtempSync(join(tmpdir(), "away-team-rush-"));
  try {
    return await rush({ seed, ...CROWD, driver: await sqliteDriver(join(folder, "data.sqlite")) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
