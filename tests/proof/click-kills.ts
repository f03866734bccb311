/**
 * Kills the started bot with -9 under the clicks of several people, N times, and counts what was lost.
 *
 *     node src/start.mjs tests/proof/click-kills.ts 200
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killUnderClicks } from "../process/click-killing.ts";

const kills = Number(process.argv[2] ?? 200);
const seed = Number(process.argv[3] ?? 47);
const folder = mkdtempSync(join(tmpdir(), "away-team-click-kills-"));
try {
  const startedAt = performance.now();
  const toll = await killUnderClicks(folder, kills, seed);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  for (const finding of toll.findings) console.log(finding);
  console.log(
    `kill -9 of the started bot under clicks: N=${toll.kills}, seed ${seed}: ${toll.acknowledged} acknowledged, ` +
      `${toll.lost} lost, ${toll.halves} half changes, ${toll.broken} failed integrity checks (${seconds} s)`,
  );
  process.exitCode = toll.lost + toll.halves + toll.broken === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
