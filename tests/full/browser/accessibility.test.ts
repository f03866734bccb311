import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../../../src/sandbox/sandbox.ts";
import { isLoaded, messageBox, newestMessage, startChromium, type, visit } from "./chromium.ts";
import { type ScriptedBot, scriptedBot } from "./scripted-bot.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const PHONE = { width: 390, height: 844 };

let sandbox: Sandbox;
let bot: ScriptedBot;
let browser: Browser;

beforeAll(async () => {
  sandbox = await createSandbox({ identifyEveryMs: 0 });
  [bot, browser] = await Promise.all([scriptedBot(sandbox), startChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await bot?.close();
  await sandbox?.close();
});

const VIEWS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  "every component with a list open, a press that failed, and the inspector": async (page) => {
    await shown(page, "/parts");
    await newestMessage(page).getByRole("button", { name: "Inspect" }).click();
    await page.locator(".exchange pre").first().waitFor();
    await newestMessage(page).getByRole("button", { name: "Danger" }).click();
    await bot.letPass("press-silent");
    await page.getByText("This interaction failed").waitFor();
    await newestMessage(page).getByRole("combobox", { name: "Somebody" }).click();
  },
  "an embed, the command list, and what there is to try": async (page) => {
    await shown(page, "/embed");
    await page.getByRole("button", { name: "What can I try?" }).click();
    await messageBox(page).focus();
    await page.keyboard.type("/");
  },
  "a command that is filled in": (page) => page.keyboard.type("/roster add "),
  "a modal": (page) => type(page, "/form").then(() => page.getByRole("dialog").waitFor()),
  "an empty channel, and backstage": async (page) => {
    await page.getByRole("button", { name: "officers" }).click();
    await page.getByRole("heading", { name: "Welcome to #officers" }).waitFor();
    await page.getByRole("button", { name: "Backstage" }).click();
  },
};

async function shown(page: Page, command: string): Promise<void> {
  const before = await page.getByRole("article").count();
  await type(page, command);
  await expect.poll(() => page.getByRole("article").count()).toBeGreaterThan(before);
}

/** The levels of headings in a message are the bot's choice. */
const OFF = { "heading-order": { enabled: false } };

async function faultsOf(page: Page, runOnly: readonly string[] = STANDARDS): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const options = JSON.stringify({ runOnly, rules: OFF });
  const { violations }: AxeResults = await page.evaluate(`axe.run(document, ${options})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} — ${node.failureSummary ?? ""}`),
  );
}

test.each([
  ["dark", STANDARDS],
  ["light", ["color-contrast"]],
] as const)("nothing that axe knows is wrong with the %s page", async (colorScheme, runOnly) => {
  const { page } = await visit(browser, sandbox.url, { colorScheme, reducedMotion: "reduce" });
  const faults: string[] = [];
  for (const [name, open] of Object.entries(VIEWS)) {
    await page.reload();
    await isLoaded(page);
    await open(page);
    faults.push(...(await faultsOf(page, runOnly)).map((fault) => `${name}: ${fault}`));
  }
  expect(faults).toEqual([]);
});

test("nothing that axe knows is wrong on a phone, with the channels open or closed", async () => {
  const { page } = await visit(browser, sandbox.url, { viewport: PHONE, reducedMotion: "reduce" });
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Channels and people" }).click();
  expect(await faultsOf(page)).toEqual([]);
});
