import { expect, test } from "vitest";
import { claimRush, openAtOnce } from "./crowds.ts";

test("a period that opens for sixty guilds at one instant is told once in each, with its picture, none early", async () => {
  const { told, pictures, doubled, early, lastAfterSeconds } = await openAtOnce(60);
  expect({ told, pictures, doubled, early }).toEqual({ told: 60, pictures: 60, doubled: 0, early: 0 });
  expect(lastAfterSeconds).toBeLessThanOrEqual(180);
});

test("forty members who each claim twice at once are kept once, and told so truthfully", async () => {
  const { kept, doubled, liars, failures } = await claimRush({ members: 40, withinMs: 0 });
  expect({ kept, doubled, liars, failures }).toEqual({ kept: 40, doubled: 0, liars: 0, failures: 0 });
});
