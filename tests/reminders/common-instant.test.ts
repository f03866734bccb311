import { expect, test } from "vitest";
import { tellAtOnce } from "./common-instant.ts";

test("a reset that is common to 300 guilds is told to each of them once, none early, within the budget", async () => {
  const { lastAfterSeconds, ...herd } = await tellAtOnce(300);
  expect(herd).toEqual({ told: 300, doubled: 0, early: 0, busiestSecond: expect.any(Number) });
  expect(herd.busiestSecond).toBeLessThanOrEqual(20);
  expect(lastAfterSeconds).toBeLessThanOrEqual(180);
});
