import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BotProcess } from "../../../src/sandbox/bot-process.ts";
import { CAST } from "../../../src/sandbox/world/cast.ts";
import { type Rehearsal, rehearse } from "../../end-to-end/rehearsal.ts";
import { actAs, newestMessage, startChromium, type, type Visit, visit } from "./chromium.ts";

let rehearsal: Rehearsal;
let browser: Browser;
const deeds: string[] = [];

beforeAll(async () => {
  const bot: BotProcess = {
    restart: async () => void deeds.push("restart"),
    kill: async () => void deeds.push("kill"),
  };
  [rehearsal, browser] = await Promise.all([rehearse({ bot }), startChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await rehearsal?.stop();
});

const arrive = (options = {}): Promise<Visit> => visit(browser, rehearsal.sandbox.url, options);
const panel = (page: Page, name: string) => page.getByRole("complementary", { name });

test("a first visit goes from one suggestion to the next, each with one click and none in vain", async () => {
  const { page, problems } = await arrive();
  const click = (title: string) => page.locator(".suggestion", { hasText: title }).click();
  await click("Read a briefing");
  await newestMessage(page).getByRole("heading", { name: "Home" }).waitFor();
  await panel(page, "What can I try?")
    .getByRole("button", { name: /Read a briefing tried/ })
    .waitFor();

  await click("Gather a crew");
  await newestMessage(page).getByText("Second Wave is posted").waitFor();
  await click("Claim a weekly reward");
  await newestMessage(page).getByText("which reward did you take?").waitFor();
  await click("Look up a bug");
  await newestMessage(page).getByText("Jem'Hadar Soldier").first().waitFor();
  await click("Set the fleet up");
  await newestMessage(page)
    .getByRole("combobox", { name: /Channel for runs/ })
    .waitFor();
  expect(problems).toEqual([]);
});

test("a claim leads somewhere for whoever is no officer, too, because an officer opens the reward first", async () => {
  const { page } = await arrive();
  await actAs(page, "K'vorrah");
  await page.getByRole("button", { name: "Outer Rim Armada" }).click();
  await page.getByRole("heading", { name: /mission-briefings/, level: 1 }).waitFor();
  await page.locator(".suggestion", { hasText: "Claim a weekly reward" }).click();
  await newestMessage(page).getByText("which reward did you take?").waitFor();
});

test("what there is to try is offered by rights, and stands behind a button everywhere", async () => {
  const { page } = await arrive();
  await page.getByRole("button", { name: "What can I try?" }).click();
  const guide = panel(page, "What can I try?");
  for (const name of [/Gather a crew/, /Look up a bug/, /Set the fleet up/])
    expect(await guide.getByRole("button", { name }).count(), String(name)).toBe(1);

  await page.keyboard.press("Escape");
  expect(await guide.count()).toBe(0);
  expect(await page.locator(":focus").getAttribute("aria-label")).toBe("What can I try?");
});

test("the inspector shows the interaction, the answer, and how far the limits are", async () => {
  const { page, problems } = await arrive();
  await type(page, "/mission home");
  await newestMessage(page).getByRole("heading", { name: "Home" }).waitFor();
  await newestMessage(page).getByRole("button", { name: "Inspect" }).focus();
  await page.keyboard.press("Enter");

  const inspector = panel(page, "Inspector");
  await inspector.getByText("INTERACTION_CREATE").first().waitFor();
  expect(await inspector.locator(".gauges").textContent()).toMatch(
    /Characters of all texts\s*[\d,]+ of 4,000/,
  );
  expect(await inspector.locator(".gauges").textContent()).toMatch(/Components, nested ones too\s*\d+ of 40/);
  expect(await inspector.locator('pre[aria-label="Event"]').first().textContent()).toContain(
    '"name": "mission"',
  );
  expect(await inspector.locator('pre[aria-label="Request"]').first().textContent()).toContain('"type": 4');

  await inspector.getByText("What else is checked").click();
  await expect.poll(() => inspector.locator(".rules li").count()).toBeGreaterThan(50);
  expect(problems).toEqual([]);
});

test("the clock stands still, runs at sixty, and goes to the next moment that a message names", async () => {
  const { page } = await arrive();
  const { clock } = rehearsal.sandbox;
  const turns = page.getByRole("region", { name: "Clock" });
  await turns.getByRole("button", { name: "Pause" }).click();
  await expect.poll(() => clock.rate).toBe(0);
  await page.getByText("paused", { exact: true }).waitFor();
  await turns.getByRole("button", { name: "×60" }).click();
  await expect.poll(() => clock.rate).toBe(60);
  await turns.getByRole("button", { name: "Back to now" }).click();
  await expect.poll(() => [clock.rate, clock.offsetMs]).toEqual([1, 0]);

  const startsAt = Math.round(clock.now() / 1_000) + 3_600;
  await type(page, `We fly <t:${startsAt}:F>`);
  await turns.getByRole("button", { name: "Next reminder" }).click();
  await page.getByText("15 minutes before a time named in #mission-briefings").waitFor();
  expect(clock.now()).toBeGreaterThanOrEqual((startsAt - 900) * 1_000);
  expect(clock.now()).toBeLessThan((startsAt - 600) * 1_000);
  await turns.getByRole("button", { name: "Back to now" }).click();
});

test("backstage breaks what it says, and the page shows it", async () => {
  const { page, problems } = await arrive();
  const { world, faults } = rehearsal.sandbox;
  await page.getByRole("button", { name: "Backstage" }).click();
  const backstage = panel(page, "Backstage");

  await backstage.getByRole("button", { name: "Restart" }).click();
  await backstage.getByRole("button", { name: "Kill" }).click();
  await expect.poll(() => deeds).toEqual(["restart", "kill"]);

  await backstage.getByRole("combobox", { name: "How many" }).selectOption("5");
  await backstage.getByRole("button", { name: "500" }).click();
  await backstage.getByText("500: the next 5 requests").waitFor();
  await backstage.getByRole("button", { name: "Call it off" }).click();
  await expect.poll(() => faults.waiting).toEqual([]);

  await backstage.getByRole("switch", { name: "Juno" }).click();
  await expect.poll(() => world.closedDms.has(CAST.people.juno)).toBe(true);
  await backstage.getByRole("switch", { name: "Juno" }).click();
  await expect.poll(() => world.closedDms.has(CAST.people.juno)).toBe(false);

  await backstage.getByRole("switch", { name: "Embed Links" }).click();
  const channel = () => backstage.getByRole("switch", { name: "Embed Links" }).isChecked();
  await expect.poll(channel).toBe(false);
  await backstage.getByRole("switch", { name: "Embed Links" }).click();
  await expect.poll(channel).toBe(true);

  await backstage.getByRole("button", { name: "Drop it" }).click();
  await page.getByText("Away Team is connected.").waitFor();
  expect(problems).toEqual([]);
});

test("whoever was pinged has a badge, and loses it by looking", async () => {
  const { page } = await arrive();
  await actAs(page, "Ines Reyes");
  await page.getByRole("button", { name: "lounge" }).click();
  await page.getByRole("heading", { name: /lounge/, level: 1 }).waitFor();
  await type(page, `<@${CAST.people.officer}> and <@${CAST.people.juno}>, ready?`);
  const people = page.getByRole("region", { name: "Act as" });
  await people
    .getByRole("button", { name: /Sovaka/ })
    .getByLabel("1 mentions")
    .waitFor();
  await people.getByRole("button", { name: /Juno/ }).getByLabel("1 mentions").waitFor();

  await actAs(page, "Sovaka");
  await expect
    .poll(() =>
      people
        .getByRole("button", { name: /Sovaka/ })
        .getByLabel("1 mentions")
        .count(),
    )
    .toBe(0);
});
