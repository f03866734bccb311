import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqliteDriver } from "../../src/store/sqlite-driver.ts";
import { judgeBoundaries } from "../rewards/boundaries.ts";
import { claimRush, openAtOnce } from "../rewards/crowds.ts";

/** Rewards: every boundary over ten years, a period that opens for very many guilds, and a crowd that claims. */
process.env["TZ"] = "America/St_Johns";
const YEARS = Number(process.argv[2] ?? 10);
const ZONES = [
  "America/Los_Angeles",
  "America/New_York",
  "America/Sao_Paulo",
  "America/St_Johns",
  "Africa/Casablanca",
  "Europe/London",
  "Europe/Berlin",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
];

const rows: { what: string; N: string; result: string; seconds: number; isHeld: boolean }[] = [];

async function prove(
  what: string,
  work: () => Promise<{ readonly N: string; readonly result: string; readonly isHeld: boolean }>,
): Promise<void> {
  const startedAt = performance.now();
  const proved = await work();
  rows.push({ what, ...proved, seconds: Math.round((performance.now() - startedAt) / 1_000) });
}

await prove(`boundaries of every kind of track, ${YEARS} years`, async () => {
  const { checked, wrong } = judgeBoundaries({ zones: ZONES, wallTimes: ["02:30", "10:00"], years: YEARS });
  for (const line of wrong.slice(0, 10)) console.log(`  ${line}`);
  return {
    N: `${checked} boundaries in ${ZONES.length} zones`,
    result: `${wrong.length} wrong`,
    isHeld: wrong.length === 0,
  };
});

await prove("a period that opens for 2,500 guilds at one instant", async () => {
  const { told, pictures, doubled, early, lastAfterSeconds } = await openAtOnce(2_500);
  return {
    N: "2500 guilds",
    result: `${told} told, ${pictures} with the picture of their week, ${doubled} doubled, ${early} early, the last after ${lastAfterSeconds} s`,
    isHeld: told === 2_500 && pictures === 2_500 && doubled + early === 0 && lastAfterSeconds <= 180,
  };
});

const CROWD = { members: 2_000, withinMs: 60_000 };

await prove("2,000 members claiming within a minute, each twice at once: our own time", async () => {
  const { p50Ms, p99Ms, boardMs, kept, failures } = await claimRush(CROWD);
  return {
    N: "4000 clicks, without a disk",
    result: `median ${p50Ms} ms, p99 ${p99Ms} ms, board ${boardMs} ms`,
    isHeld: kept === CROWD.members && failures === 0 && p99Ms < 50 && boardMs < 150,
  };
});

await prove("the same on a data file: what is kept, and what was told", async () => {
  const folder = mkdtempSync(join(tmpdir(), "away-team-claims-"));
  try {
    const driver = await sqliteDriver(join(folder, "data.sqlite"));
    const { kept, doubled, liars, failures, p50Ms, p99Ms } = await claimRush({ ...CROWD, driver });
    return {
      N: "4000 clicks",
      result: `${kept} kept, ${doubled} doubled, ${liars} told wrongly; with the disk median ${p50Ms} ms, p99 ${p99Ms} ms`,
      isHeld: kept === CROWD.members && doubled + liars + failures === 0,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
});

console.table(rows.map(({ isHeld: _, ...row }) => row));
process.exitCode = rows.every(({ isHeld }) => isHeld) ? 0 : 1;
