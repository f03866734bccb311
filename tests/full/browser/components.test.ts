import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../../../src/sandbox/sandbox.ts";
import { CAST } from "../../../src/sandbox/world/cast.ts";
import { newestMessage, startChromium, type, type Visit, visit } from "./chromium.ts";
import { type ScriptedBot, scriptedBot } from "./scripted-bot.ts";

const LOG = Buffer.from("Captain's log");

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

const arrive = (): Promise<Visit> => visit(browser, sandbox.url);

test("every kind of component is drawn, and what is disabled cannot be pressed", async () => {
  const { page, problems } = await arrive();
  await type(page, "/parts");
  const card = newestMessage(page);
  await card.getByRole("heading", { name: "A section" }).waitFor();

  expect(await card.getByRole("combobox").count()).toBe(5);
  expect(await card.getByRole("button", { name: "Disabled" }).isDisabled()).toBe(true);
  expect(await card.getByRole("link", { name: "Wiki" }).getAttribute("href")).toBe("https://stowiki.net/");
  expect(await card.getByText("A starship").isVisible()).toBe(true);
  await card.getByRole("button", { name: "Primary" }).click();
  await page.getByText("press-primary: a press", { exact: true }).waitFor();
  expect(problems).toEqual([]);
});

test("a select sends one choice at once, and several when it closes", async () => {
  const { page } = await arrive();
  await type(page, "/parts");
  const card = newestMessage(page);
  await card.getByRole("combobox", { name: "One ship" }).click();
  await card.getByRole("option", { name: /Prometheus/ }).click();
  await page.getByText("one: Prometheus", { exact: true }).waitFor();

  const cards = page.getByRole("article").filter({ has: page.getByRole("heading", { name: "A section" }) });
  const many = cards.last().getByRole("combobox", { name: "Several ships" });
  await many.focus();
  for (const key of ["Enter", "Enter", "ArrowDown", "ArrowDown", " ", "Escape"])
    await page.keyboard.press(key);
  await page.getByText("many: Defiant, Vesta", { exact: true }).waitFor();

  await cards.last().getByRole("combobox", { name: "Somebody" }).click();
  await cards.last().getByRole("option", { name: /Juno/ }).click();
  await page.getByText(`person: ${CAST.people.juno}`, { exact: true }).waitFor();
});

test("a menu of one or none is emptied by picking again what is picked", async () => {
  const { page } = await arrive();
  await type(page, "/embed");
  const menu = page.getByRole("combobox", { name: "An escort" });
  for (const picked of ["Vesta", "nothing"]) {
    await menu.click();
    await page.getByRole("option", { name: "Vesta" }).click();
    await page.getByText(`escort: ${picked}`, { exact: true }).waitFor();
  }
  expect(await menu.textContent()).toContain("An escort");
});

test("a message that is changed says itself what is picked in it", async () => {
  const { page } = await arrive();
  await type(page, "/embed");
  const menu = newestMessage(page).getByRole("combobox", { name: "A flagship" });
  await menu.click();
  await page.getByRole("option", { name: "Vesta" }).click();
  await newestMessage(page).getByText("(edited)").waitFor();
  expect(await menu.textContent()).toContain("Defiant");
});

test("a modal is filled in and sent; what Discord would refuse is said in it", async () => {
  const { page } = await arrive();
  await type(page, "/form");
  const modal = page.getByRole("dialog", { name: "Join the run" });
  await modal.getByLabel("Captain").fill("Tiberia");
  await modal.getByRole("button", { name: "Submit" }).click();
  await modal.getByRole("alert").waitFor();

  await modal.getByLabel("Role").selectOption("Heal");
  await modal.getByLabel("K'vorrah").check();
  await modal.getByRole("button", { name: "Submit" }).click();
  const sent = newestMessage(page).locator("code");
  await expect.poll(() => sent.textContent()).toContain("Tiberia");
  expect(await sent.textContent()).toContain('"values":["heal"]');
  expect(await sent.textContent()).toContain(CAST.people.kvorrah);
  expect(await modal.count()).toBe(0);
});

test("boxes, switches, files and channels in a modal arrive as they were filled in", async () => {
  const { page, problems } = await arrive();
  await type(page, "/form-more");
  const modal = page.getByRole("dialog", { name: "And the rest" });
  await modal.getByRole("radio", { name: "Romulan" }).check();
  await modal.getByRole("group", { name: "Allies" }).getByLabel("Klingon").check();
  await modal.getByLabel("Cloaked").check();
  await modal.getByLabel("Log").setInputFiles({ name: "log.txt", mimeType: "text/plain", buffer: LOG });
  await modal.getByLabel("Where").selectOption("runs");
  await modal.getByRole("button", { name: "Submit" }).click();

  const sent = newestMessage(page).locator("code");
  await expect.poll(() => sent.textContent()).toContain('"log.txt"');
  for (const value of [`"romulan"`, `["klingon"]`, `"value":true`, CAST.fleet.channels.runs])
    expect(await sent.textContent()).toContain(value);
  expect(problems).toEqual([]);
});

test("a file is attached to a command", async () => {
  const { page } = await arrive();
  await page.keyboard.type("/file ");
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "log.txt", mimeType: "text/plain", buffer: LOG });
  const answer = page.getByRole("article").filter({ hasText: '"filename":"log.txt"' });
  const send = async () => {
    await page.getByRole("button", { name: "Send" }).click();
    return answer.count();
  };
  await expect.poll(send, { timeout: 5_000 }).toBeGreaterThan(0);
});

test("a file that is too large is not attached, and its option says so", async () => {
  const { page, problems } = await arrive();
  await page.keyboard.type("/file ");
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "log.bin", mimeType: "text/plain", buffer: Buffer.alloc(10 * 1024 * 1024 + 1) });
  await page.getByRole("alert").getByText("file: Request entity too large").waitFor();
  expect(problems.filter((one) => one.startsWith("error:"))).toEqual([]);
});

test("typing shortens the list of a select", async () => {
  const { page } = await arrive();
  await type(page, "/parts");
  await newestMessage(page).getByRole("combobox", { name: "Somebody" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("vorr");
  await expect
    .poll(() => page.getByRole("option").allTextContents())
    .toEqual([expect.stringContaining("K'vorrah")]);
  await page.keyboard.press("Enter");
  await page.getByText(`person: ${CAST.people.kvorrah}`, { exact: true }).waitFor();
});

test("a modal closes with Escape, and opens again from a button", async () => {
  const { page } = await arrive();
  await type(page, "/parts");
  const modal = page.getByRole("dialog", { name: "Join the run" });
  for (let round = 0; round < 2; round++) {
    await newestMessage(page).getByRole("button", { name: "Form" }).click();
    await modal.waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => modal.count()).toBe(0);
  }
});

test("subcommands and every kind of option are typed with the keyboard alone", async () => {
  const { page } = await arrive();
  await page.keyboard.type("/roster a");
  await page.keyboard.press("Enter");
  await page.keyboard.type("jun");
  await page.keyboard.press("Enter");
  for (const text of [
    "seat:",
    "3",
    "\t",
    "late:",
    "tr",
    "\t",
    "channel:",
    "lou",
    "\t",
    "role:",
    "cre",
    "\t",
  ]) {
    if (text === "\t") await page.keyboard.press("Tab");
    else await page.keyboard.type(text);
  }
  await page.keyboard.press("Enter");

  const sent = newestMessage(page).locator("code");
  await expect.poll(() => sent.textContent()).toContain('"name":"add"');
  for (const value of [
    `"${CAST.people.juno}"`,
    "3",
    "true",
    CAST.fleet.channels.lounge,
    CAST.fleet.roles.member,
  ]) {
    expect(await sent.textContent()).toContain(value);
  }
});

test("a deferred answer is thought about first", async () => {
  const { page } = await arrive();
  await type(page, "/later");
  await page.getByText("Away Team is thinking…").waitFor();
  await bot.fillIn();
  await newestMessage(page).getByText("Here it is.").waitFor();
  expect(await page.getByText("Away Team is thinking…").count()).toBe(0);
  expect(await newestMessage(page).getByText("(edited)").count()).toBe(0);
});

test("a picture that the bot uploads is shown with its alternative text", async () => {
  const { page, problems } = await arrive();
  await type(page, "/picture");
  await page.getByText("Away Team is thinking…").waitFor();
  await bot.fillIn();
  const picture = newestMessage(page).getByRole("img", { name: "A golden pixel" });
  await picture.waitFor();
  await expect.poll(() => picture.evaluate((image) => image.naturalWidth)).toBe(1);
  expect(problems).toEqual([]);
});

test("silence is shown as Discord shows it, to who waited for an answer", async () => {
  const { page } = await arrive();
  await type(page, "/silent");
  await bot.letPass("silent");
  await page.getByText("The application did not respond").waitFor();

  await type(page, "/parts");
  await newestMessage(page).getByRole("button", { name: "Danger" }).click();
  await bot.letPass("press-silent");
  await newestMessage(page).getByText("This interaction failed").waitFor();

  await page.keyboard.type("/silent what:x");
  await bot.letPass("silent");
  await page.getByText("Loading options failed").waitFor();
});

test("a command without an answer can be inspected, and so can forms, options and failed presses", async () => {
  const { page, problems } = await arrive();
  const inspector = page.getByRole("complementary", { name: "Inspector" });
  await type(page, "/silent");
  await bot.letPass("silent");
  await newestMessage(page).getByText("The application did not respond").waitFor();
  await newestMessage(page).getByRole("button", { name: "Inspect" }).focus();
  await page.keyboard.press("Enter");
  await inspector.getByText("/silent: no answer within 3 s").waitFor();
  expect(await inspector.locator('pre[aria-label="Event"]').textContent()).toContain('"name": "silent"');

  await type(page, "/form");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await inspector.getByRole("button", { name: "Everything that was said lately" }).click();
  const form = inspector.locator("details").filter({ hasText: "a form" }).first();
  await form.click();
  await form.getByText("Fields").waitFor();

  await type(page, "/parts");
  await newestMessage(page).getByRole("button", { name: "Danger" }).click();
  await bot.letPass("press-silent");
  await newestMessage(page).getByText("This interaction failed").waitFor();
  await newestMessage(page).getByRole("button", { name: "Inspect" }).click();
  await inspector
    .locator("details[open]")
    .filter({ hasText: "press-silent" })
    .getByText("no answer")
    .waitFor();
  expect(problems).toEqual([]);
});

test("a page whose sandbox has gone says so, and one whose bot has gone names the bot", async () => {
  const alone = await createSandbox({ identifyEveryMs: 0 });
  const { page } = await visit(browser, alone.url);
  await page.getByText("Away Team is not connected.").waitFor();

  await alone.close();
  await page.getByText("The sandbox is gone.").waitFor();
});

test("an embed is drawn with its title, fields and footer", async () => {
  const { page } = await arrive();
  await type(page, "/embed");
  const shown = newestMessage(page);
  expect(await shown.getByRole("link", { name: "Kobayashi Maru" }).getAttribute("href")).toBe(
    "https://stowiki.net/",
  );
  for (const text of ["Starfleet Academy", "Seats", "65", "Simulation", "not twice"]) {
    expect(await shown.textContent()).toContain(text);
  }
});
