import { expect, test } from "vitest";
import { testFolder } from "./folder.ts";
import { killWhileWriting } from "./killing.ts";

test("ten kills in the middle of writing lose nothing that was acknowledged", {
  timeout: 60_000,
}, async () => {
  const toll = await killWhileWriting(testFolder(), 10, 47);

  expect(toll).toMatchObject({ lost: 0, halves: 0, broken: 0 });
  expect(toll.acknowledged).toBeGreaterThan(100);
});
