import type { APIInteraction, APIInteractionResponse } from "discord.js";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../../../src/sandbox/sandbox.ts";
import { CAST } from "../../../src/sandbox/world/cast.ts";
import { type Bot, startBot } from "../../sandbox/bot.ts";
import { newestMessage, startChromium, type, visit } from "./chromium.ts";
import { form } from "./scripted-messages.ts";

const COMPONENTS = 32_768;
const EPHEMERAL = 64;

const ships = Array.from({ length: 20 }, (_, index) => ({ label: `Ship ${index}`, value: `ship-${index}` }));
const ANSWERS: Readonly<Record<string, object>> = {
  secret: {
    type: 4,
    data: {
      flags: COMPONENTS,
      components: [{ type: 17, spoiler: true, components: [{ type: 10, content: "## The plot" }] }],
    },
  },
  ships: {
    type: 4,
    data: {
      flags: COMPONENTS,
      components: [
        { type: 1, components: [{ type: 3, custom_id: "ship", placeholder: "A ship", options: ships }] },
      ],
    },
  },
  mention: { type: 4, data: { content: `Try </secret:${CAST.application}>, then ||the ending||.` } },
  form: form(),
  plan: { type: 4, data: { content: "Planned." } },
  later: { type: 5, data: { flags: EPHEMERAL } },
};

const OPTIONS: Readonly<Record<string, readonly object[]>> = {
  plan: ["what", "when"].map((name) => ({ type: 3, name, description: `The ${name}.`, required: true })),
};

let sandbox: Sandbox;
let bot: Bot;
let browser: Browser;

beforeAll(async () => {
  sandbox = await createSandbox({ identifyEveryMs: 0 });
  [bot, browser] = await Promise.all([startBot(sandbox, answer), startChromium()]);
  await bot.rest.put(`/applications/${CAST.application}/commands`, {
    body: Object.keys(ANSWERS).map((name) => ({
      name,
      description: `About ${name}.`,
      options: OPTIONS[name] ?? [],
    })),
  });
});
afterAll(async () => {
  await browser?.close();
  await bot?.close();
  await sandbox?.close();
});

function answer(interaction: APIInteraction): APIInteractionResponse | undefined {
  const { data } = interaction;
  return data && "name" in data ? (ANSWERS[data.name] as APIInteractionResponse | undefined) : undefined;
}

async function shown(page: Page, command: string): Promise<Locator> {
  const before = await page.getByRole("article").count();
  await type(page, `/${command}`);
  await expect.poll(() => page.getByRole("article").count()).toBeGreaterThan(before);
  return newestMessage(page);
}

test("a hidden card is out of reach of the keyboard until it is opened with it", async () => {
  const { page } = await visit(browser, sandbox.url);
  const card = await shown(page, "secret");
  const plot = card.getByRole("heading", { name: "The plot" });
  const isOutOfReach = () => plot.evaluate((heading) => heading.closest("[inert]") !== null);
  expect(await isOutOfReach()).toBe(true);

  await card.getByRole("button", { name: "Spoiler" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(isOutOfReach).toBe(false);
  expect(await card.getByRole("button", { name: "Spoiler" }).count()).toBe(0);
});

test("a list at the end of the channel opens where it can be seen, and its keys stay in sight", async () => {
  const { page } = await visit(browser, sandbox.url);
  for (let round = 0; round < 8; round++) await shown(page, "secret");
  const card = await shown(page, "ships");
  await card.getByRole("combobox", { name: "A ship" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");

  const last = await card.getByRole("option", { name: "Ship 19" }).boundingBox();
  const channel = await page.getByRole("region", { name: "Messages" }).boundingBox();
  if (!last || !channel) throw new Error("The list is not on the page.");
  expect(last.y).toBeGreaterThanOrEqual(channel.y);
  expect(last.y + last.height).toBeLessThanOrEqual(channel.y + channel.height);
});

test("a command's mention goes into the message box, and a spoiler opens with the keyboard", async () => {
  const { page } = await visit(browser, sandbox.url);
  const message = await shown(page, "mention");
  await message.getByRole("button", { name: "Spoiler" }).focus();
  await page.keyboard.press(" ");
  await expect.poll(() => message.getByRole("button", { name: "Spoiler" }).count()).toBe(0);

  await message.getByRole("button", { name: "/secret" }).click();
  await page.keyboard.press("Enter");
  await newestMessage(page).getByRole("button", { name: "Spoiler" }).waitFor();
});

test("the cursor goes into a form, stays there, and goes back when the form is closed", async () => {
  const { page } = await visit(browser, sandbox.url);
  await type(page, "/form");
  const modal = page.getByRole("dialog", { name: "Join the run" });
  await modal.waitFor();
  for (let step = 0; step < 20; step++) {
    expect(await modal.locator(":focus").count()).toBe(1);
    await page.keyboard.press("Tab");
    if (await page.evaluate("document.activeElement === document.body")) await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Escape");
  await expect
    .poll(() => page.getByRole("textbox", { name: /^Message / }).evaluate((box) => box.matches(":focus")))
    .toBe(true);
});

test("a line stands above what came while somebody looked elsewhere", async () => {
  const { page } = await visit(browser, sandbox.url);
  await shown(page, "secret");
  await page.getByRole("button", { name: "lounge", exact: true }).click();
  await page.getByRole("heading", { name: "lounge", level: 1 }).waitFor();
  await bot.rest.post(`/channels/${CAST.fleet.channels.missionBriefings}/messages`, {
    body: { content: "Red alert" },
  });

  await page.getByRole("button", { name: "mission-briefings" }).click();
  await page.getByRole("separator", { name: "New messages" }).waitFor();
  const line = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("separator", { name: "New messages" }) });
  expect(await line.textContent()).toContain("Red alert");
});

test("who has scrolled up is told of new messages, and comes back with one press", async () => {
  const { page } = await visit(browser, sandbox.url);
  for (let round = 0; round < 12; round++) await shown(page, "secret");
  const jump = page.getByRole("button", { name: "Jump to present" });
  expect(await jump.count()).toBe(0);

  await page.getByRole("article").nth(2).hover();
  await page.mouse.wheel(0, -4_000);
  await page.getByText("viewing older").waitFor();
  await bot.rest.post(`/channels/${CAST.fleet.channels.missionBriefings}/messages`, {
    body: { content: "Red alert" },
  });
  await page.getByText("There are new messages").waitFor();
  await jump.click();
  await expect.poll(() => jump.count()).toBe(0);
  await newestMessage(page).getByText("Red alert").waitFor();
});

/** What stands in a line of text may be as high as the line; a switch's label is pressed with it. */
const PRESSED =
  "button:not(.mention), .button, summary, select, .select-box, .listbox li, .toggle, .box, textarea";

async function lowOnes(page: Page): Promise<readonly string[]> {
  return page.locator(PRESSED).evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
      .filter((one) => one.getBoundingClientRect().height < 40)
      .map((one) => `${one.className} ${one.textContent.trim()}: ${one.getBoundingClientRect().height} px`),
  );
}

test("on a phone whatever is pressed is 40 px high, and nothing stands out of the page", async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { page } = await visit(browser, sandbox.url, phone);
  await shown(page, "mention");
  const card = await shown(page, "ships");
  await card.getByRole("combobox", { name: "A ship" }).click();
  expect(await lowOnes(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await type(page, "/form");
  await page.getByRole("dialog", { name: "Join the run" }).waitFor();
  expect(await lowOnes(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Channels and people" }).click();
  expect(await lowOnes(page)).toEqual([]);
  await page.getByRole("button", { name: "Close the list" }).click({ position: { x: 370, y: 400 } });
  await page.getByRole("button", { name: "Backstage" }).click();
  expect(await lowOnes(page)).toEqual([]);

  await page.setViewportSize({ width: 320, height: 600 });
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
});

test("a deferred answer is waited for once", async () => {
  const { page } = await visit(browser, sandbox.url);
  await page.clock.install();
  await type(page, "/later");
  const thinking = page.getByText("Away Team is thinking…");
  await thinking.first().waitFor();
  await page.clock.runFor(2_000);
  await expect.poll(() => thinking.count()).toBe(1);
});

test("a line with the names of its options fills them in, those that stand there already too", async () => {
  const { page } = await visit(browser, sandbox.url);
  await page.keyboard.type("/plan what:second wave when:sat 20:00");
  const filled = page.locator(".chip input");
  await expect
    .poll(() => Promise.all([0, 1].map((at) => filled.nth(at).inputValue())))
    .toEqual(["second wave", "sat 20:00"]);
  await page.keyboard.press("Enter");
  await newestMessage(page).getByText("Planned.").waitFor();
});
