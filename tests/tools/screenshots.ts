/** `npm run screenshots`: takes the pictures of README and CONTRIBUTING. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { introduceCaptains } from "../../src/sandbox/introductions.ts";
import { rehearse } from "../end-to-end/rehearsal.ts";
import { actAs, isLoaded, newestMessage, startChromium, type } from "../full/browser/chromium.ts";

const DOCS = join(import.meta.dirname, "../../docs");
const DESKTOP = { width: 1_280, height: 890 };
const PHONE = { width: 390, height: 844 };
/** A Saturday evening, so that the pictures stay the same from one day to the next. */
const TAKEN_AT = Date.UTC(2026, 10, 21, 19, 40);

interface Look {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: "dark" | "light";
  readonly deviceScaleFactor?: number;
}

const dark: Look = { viewport: DESKTOP, colorScheme: "dark" };
const light: Look = { viewport: DESKTOP, colorScheme: "light" };
const phone: Look = { viewport: PHONE, colorScheme: "dark", deviceScaleFactor: 2 };

mkdirSync(DOCS, { recursive: true });
const browser = await startChromium();
try {
  await takePicture(browser, "mission-home", dark, showBriefing);
  await takePicture(browser, "mission-home-phone", phone, showBriefing);
  await takePicture(browser, "objectives", dark, showObjectives);
  await takePicture(browser, "autocomplete", dark, showAutocomplete);
  await takePicture(browser, "run", light, showRun);
  await takePicture(browser, "inspector", dark, showInspector);
} finally {
  await browser.close();
}

/** Every picture has a Discord of its own, so that none shows what was typed for another. */
async function takePicture(
  browser: Browser,
  name: string,
  look: Look,
  show: (page: Page) => Promise<void>,
): Promise<void> {
  const { sandbox, stop } = await rehearse();
  sandbox.clock.turnTo(TAKEN_AT);
  await introduceCaptains(sandbox);
  const page = await browser.newPage({ ...look, locale: "en-US", timezoneId: "UTC" });
  await page.goto(sandbox.url);
  await isLoaded(page);
  await show(page);
  await page.screenshot({ path: join(DOCS, `${name}.png`), animations: "disabled" });
  await page.close();
  await stop();
  console.log(`docs/${name}.png`);
}

async function showBriefing(page: Page): Promise<void> {
  await type(page, "/mission home");
  await newestMessage(page).getByRole("heading", { name: "Home" }).waitFor();
  await showFromTop(newestMessage(page));
}

async function showObjectives(page: Page): Promise<void> {
  await showBriefing(page);
  await newestMessage(page).getByRole("button", { name: "Objectives" }).click();
  const steps = page.getByRole("article").filter({ hasText: "Only you can see this" });
  await steps.waitFor();
  await showFromTop(steps);
}

async function showAutocomplete(page: Page): Promise<void> {
  await showBriefing(page);
  await page.keyboard.type("/mission dom");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
}

/** Two seats, three people: the card, and what the third is told. */
async function showRun(page: Page): Promise<void> {
  await page.getByRole("button", { name: "runs", exact: true }).click();
  await page.getByRole("heading", { name: /runs/, level: 1 }).waitFor();
  await type(page, "/lfg second-wave 21:00 seats:2");
  await newestMessage(page).getByText("I read your time as").waitFor();
  for (const [name, answer] of [
    ["Juno", "You are in"],
    ["K'vorrah", "on the waitlist"],
  ] as const) {
    await actAs(page, name);
    await page.getByRole("button", { name: "Join" }).last().click();
    await page.getByRole("article").getByText(answer).waitFor();
  }
  await actAs(page, "Sovaka");
  await page.getByText("Waiting, in this order").waitFor();
}

async function showInspector(page: Page): Promise<void> {
  await showBriefing(page);
  await newestMessage(page).getByRole("button", { name: "Inspect" }).click();
  await page.locator(".exchange pre").first().waitFor();
  await page.mouse.move(0, 0);
}

async function showFromTop(message: Locator): Promise<void> {
  await message.locator("xpath=..").evaluate((line) => line.scrollIntoView({ block: "start" }));
}
