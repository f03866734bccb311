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

test("less than 300 KB go over the wire for the whole page", async ({ annotate }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    sizes.push(
      request
        .sizes()
        .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
    );
  });
  await page.goto(rehearsal.sandbox.url);
  await isLoaded(page);

  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  await annotate(`${bytes} bytes in ${sizes.length} files`);
  expect(bytes).toBeLessThan(MAX_TRANSFER_BYTES);
});
