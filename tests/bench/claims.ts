/**
 * How long a claim takes of our own time while 2,000 members claim a weekly reward within a minute, each of them twice
 * at once: decided, committed to SQLite with FULL sync, answered. All of them stand in one document.
 *
 *     node src/start.mjs tests/bench/claims.ts [members]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqliteDriver } from "../../src/store/sqlite-driver.ts";
import { claimRush } from "../rewards/crowds.ts";

const members = Number(process.argv[2] ?? 2_000);
const WITHIN_MS = 60_000;

const folder = mkdtempSync(join(tmpdir(), "away-team-bench-"));
try {
  const driver = await sqliteDriver(join(folder, "away-team.sqlite"));
  const usedBefore = process.cpuUsage();
  const { kept, failures, p50Ms, p99Ms } = await claimRush({ members, withinMs: WITHIN_MS, driver });
  const { user, system } = process.cpuUsage(usedBefore);
  console.log(
    `${members} members claiming within ${WITHIN_MS / 1_000} s, each twice at once: ${kept} kept, ${failures} failed\n` +
      `  own time  ${p50Ms} ms in the middle, ${p99Ms} ms at the 99th percentile\n` +
      `  CPU       ${((user + system) / members / 2).toFixed(0)} µs for each click`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
