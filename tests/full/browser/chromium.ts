import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from "playwright-core";
import { onTestFinished } from "vitest";

const USUAL_PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the machine's own Chromium. Without one these tests fail, because a skipped test proves nothing. */
export async function startChromium(): Promise<Browser> {
  const asked = process.env["CHROMIUM_PATH"];
  const executablePath = asked ?? USUAL_PLACES.find((path) => existsSync(path));
  if (executablePath === undefined || !existsSync(executablePath)) {
    throw new Error(
      `No Chromium at ${asked ?? USUAL_PLACES.join(", ")}. Install it with "apt-get install -y chromium", ` +
        "or set CHROMIUM_PATH to the one you have.",
    );
  }
  return chromium.launch({ executablePath, args: FLAGS });
}

export interface Visit {
  readonly page: Page;
  /** What must never happen: script errors, policy violations, dialogs, requests that leave the sandbox. */
  readonly problems: readonly string[];
}

/** A fresh visitor on the page, as if nobody had been there before. Gone when the test is over. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1_280, height: 860 },
    colorScheme: "dark",
    reducedMotion: "reduce",
    locale: "en-US",
    timezoneId: "Europe/London",
    ...options,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("console", (line) => {
    if (line.type() === "error") problems.push(`console: ${line.text()}`);
  });
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) problems.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  await isLoaded(page);
  return { page, problems };
}

export function isLoaded(page: Page): Promise<void> {
  return page.locator('[aria-label="Messages"][aria-busy="false"]').waitFor();
}

export function messageBox(page: Page) {
  return page.getByRole("textbox", { name: /^Message / });
}

/** Types a line into the message box, key by key, and presses Enter. */
export async function type(page: Page, line: string): Promise<void> {
  await messageBox(page).focus();
  await page.keyboard.type(line);
  await page.keyboard.press("Enter");
}

export function newestMessage(page: Page) {
  return page.getByRole("article").last();
}

export function person(page: Page, name: string): Locator {
  return page.getByRole("region", { name: "Act as" }).getByRole("button", { name });
}

export async function actAs(page: Page, name: string): Promise<void> {
  await person(page, name).click();
  await person(page, name).and(page.locator("[aria-pressed=true]")).waitFor();
  await isLoaded(page);
}

export async function goTo(page: Page, channel: string): Promise<void> {
  await page.getByRole("list", { name: "Channels" }).getByRole("button", { name: channel }).click();
  await page.locator("h1").filter({ hasText: channel }).waitFor();
  await isLoaded(page);
}
