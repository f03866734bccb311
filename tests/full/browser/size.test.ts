import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Rehearsal, rehearse } from "../../end-to-end/rehearsal.ts";
import { isLoaded, startChromium } from "./chromium.ts";

const MAX_TRANSFER_BYTES = 300_000;

let rehearsal: Rehearsal;
let browser: Browser;

beforeAll(async () => {
  [rehearsal, browser] = await Promise.all([rehearse(), startChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await rehearsal?.stop();
});

test("the whole page is less than 300 KB", async ({ annotate }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => sizes.push(response.body().then((body) => body.length)));
  await page.goto(rehearsal.sandbox.url);
  await isLoaded(page);

  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  await annotate(`${bytes} bytes in ${sizes.length} files`);
  expect(bytes).toBeLessThan(MAX_TRANSFER_BYTES);
});
