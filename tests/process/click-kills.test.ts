import { expect, test } from "vitest";
import { killUnderClicks } from "./click-killing.ts";
import { folder } from "./started.ts";

test("three kills of the started bot under clicks lose nothing that somebody was told", {
  timeout: 60_000,
}, async () => {
  const toll = await killUnderClicks(folder(), 3, 47);

  expect(toll).toMatchObject({ lost: 0, halves: 0, broken: 0, findings: [] });
  expect(toll.acknowledged).toBeGreaterThan(30);
});
