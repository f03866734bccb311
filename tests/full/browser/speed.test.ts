import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CAST } from "../../../src/sandbox/world/cast.ts";
import { type Rehearsal, rehearse } from "../../end-to-end/rehearsal.ts";
import { isLoaded, startChromium, type, visit } from "./chromium.ts";

const MAX_TRANSFER_BYTES = 300_000;
const MAX_ANSWER_MS = 100;
const ROUNDS = 15;

let rehearsal: Rehearsal;
let browser: Browser;

beforeAll(async () => {
  [rehearsal, browser] = await Promise.all([rehearse(), startChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await rehearsal?.stop();
});

test("the whole page is less than 300 KB", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => sizes.push(response.body().then((body) => body.length)));
  await page.goto(rehearsal.sandbox.url);
  await isLoaded(page);

  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  expect(bytes).toBeLessThan(MAX_TRANSFER_BYTES);
});

test("a command is answered within 100 ms of Enter", async () => {
  const { page } = await visit(browser, rehearsal.sandbox.url);
  expect(median(await answerTimes(page))).toBeLessThan(MAX_ANSWER_MS);
});

test("a channel with a thousand messages opens at once, and answers as quickly", async () => {
  const here = { channelId: CAST.fleet.channels.lounge };
  const talker = rehearsal.sandbox.as(CAST.people.juno, here);
  for (let count = 1; count <= 1_000; count++) await talker.type(`Message **${count}** of a long evening`);
  const { page } = await visit(browser, rehearsal.sandbox.url);

  const started = performance.now();
  await page.getByRole("button", { name: "lounge" }).click();
  await page.getByText("of a long evening").last().waitFor();
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(await page.getByRole("article").count()).toBe(1_000);
  expect(median(await answerTimes(page))).toBeLessThan(MAX_ANSWER_MS);
});

/** How long each answer took from the key to its drawing, as the page itself saw it. */
async function answerTimes(page: Page): Promise<readonly number[]> {
  await page.evaluate(`(() => {
    let pressedAt;
    window.answerTimes = [];
    addEventListener("keydown", ({ key }) => { if (key === "Enter") pressedAt = performance.now(); }, true);
    new MutationObserver(() => {
      if (pressedAt === undefined) return;
      const pressed = pressedAt;
      pressedAt = undefined;
      requestAnimationFrame(() => window.answerTimes.push(performance.now() - pressed));
    }).observe(document.querySelector(".timeline ol"), { childList: true });
  })()`);
  for (let round = 1; round <= ROUNDS; round++) {
    await type(page, "/mission home");
    await expect.poll(() => page.evaluate("window.answerTimes.length")).toBe(round);
  }
  return page.evaluate("window.answerTimes");
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
