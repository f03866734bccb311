import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { killUnderClicks } from "./click-killing.ts";
import { folder } from "./started.ts";

const PATIENT = { timeout: 60_000 };

test("three kills of the started bot under clicks lose nothing that somebody was told", PATIENT, async () => {
  const toll = await killUnderClicks(folder(), 3, 47);

  expect(toll).toMatchObject({ lost: 0, halves: 0, broken: 0, findings: [] });
  expect(toll.acknowledged).toBeGreaterThanOrEqual(15);
});

test("captains that are gone after a kill, and half a correction, would be noticed", PATIENT, async () => {
  const dataDir = folder();
  const toll = await killUnderClicks(dataDir, 1, 47, () => {
    const file = new DatabaseSync(join(dataDir, "away-team.sqlite"));
    file.exec(`DELETE FROM keyv WHERE key LIKE 'user:%';
      UPDATE keyv SET value = replace(value, 'We wait until level', 'We wait') WHERE key LIKE '%:overrides'`);
    file.close();
  });

  expect(toll.findings).toEqual(
    expect.arrayContaining([
      "lost: kill 1, admiral's captains",
      "lost: kill 1, stranger's captains",
      "half: kill 1, the fleet's words",
    ]),
  );
});
