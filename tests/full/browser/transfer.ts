import type { Browser } from "playwright-core";
import { isLoaded } from "./chromium.ts";

export const MAX_TRANSFER_BYTES = 300_000;

/** How many bytes each answer of a first visit to the page is, with its headers, as it goes over the wire. */
export async function transferOf(browser: Browser, url: string): Promise<readonly number[]> {
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
  await page.goto(url);
  await isLoaded(page);
  const bytes = await Promise.all(sizes);
  await context.close();
  return bytes;
}
