import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Rehearsal, rehearse } from "../../end-to-end/rehearsal.ts";
import { startChromium } from "./chromium.ts";
import { MAX_TRANSFER_BYTES, transferOf } from "./transfer.ts";

let rehearsal: Rehearsal;
let browser: Browser;

beforeAll(async () => {
  [rehearsal, browser] = await Promise.all([rehearse(), startChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await rehearsal?.stop();
});

test("less than 300 KB go over the wire for the whole page", async ({ annotate }) => {
  const sizes = await transferOf(browser, rehearsal.sandbox.url);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  await annotate(`${bytes} bytes in ${sizes.length} files`);
  expect(bytes).toBeLessThan(MAX_TRANSFER_BYTES);
});
