import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { seated } from "../../src/runs/run.ts";
import { sqliteDriver } from "../../src/store/sqlite-driver.ts";
import { rush } from "./rush.ts";

const CROWD = { people: 500, seats: 5, leaves: 200 };

test.each([1, 2])(
  "five hundred at once for five seats, with two hundred leaving: five are in (seed %i)",
  async (seed) => {
    const { run, wrong } = await rush({ seed, ...CROWD });
    expect(wrong).toEqual([]);
    expect(seated(run)).toHaveLength(5);
  },
);

test("on the data file it is the same", async () => {
  const folder = mkdtempSync(join(tmpdir(), "away-team-rush-"));
  try {
    const { run, wrong } = await rush({
      seed: 3,
      ...CROWD,
      driver: await sqliteDriver(join(folder, "data.sqlite")),
    });
    expect(wrong).toEqual([]);
    expect(seated(run)).toHaveLength(5);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
