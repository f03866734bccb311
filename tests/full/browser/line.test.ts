import { Routes } from "discord.js";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createSandbox, type Sandbox } from "../../../src/sandbox/sandbox.ts";
import { CAST } from "../../../src/sandbox/world/cast.ts";
import { restOf } from "../../sandbox/bot.ts";
import { isLoaded, startChromium, visit } from "./chromium.ts";

let sandbox: Sandbox;
let browser: Browser;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([createSandbox(), startChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.close();
});

const juno = () => sandbox.as(CAST.people.juno, { channelId: CAST.fleet.channels.missionBriefings });

test("what happens before the live line is there is on the page once it is", async () => {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  const { promise: isHeld, resolve: release } = Promise.withResolvers<void>();
  await page.routeWebSocket(/\/sandbox\/live/, async (line) => {
    await isHeld;
    line.connectToServer();
  });
  await page.goto(sandbox.url, { waitUntil: "networkidle" });
  await juno().type("Too early for the line.");
  release();
  await isLoaded(page);
  await page.getByText("Too early for the line.", { exact: true }).waitFor();
});

test("what cannot be fetched leaves the page as it was", async () => {
  const { page, problems } = await visit(browser, sandbox.url);
  const failed = (path: string) => page.waitForEvent("requestfailed", (one) => one.url().includes(path));
  await page.route(/\/sandbox\/(world|commands)\?/, (route) => route.abort());

  await Promise.all([failed("world"), sandbox.admin.closeDms(CAST.people.juno)]);
  const body = [{ name: "about", description: "What this is." }];
  await Promise.all([
    failed("commands"),
    restOf(sandbox).put(Routes.applicationCommands(CAST.application), { body }),
  ]);
  await juno().type("Still here.");
  await page.getByText("Still here.", { exact: true }).waitFor();
  expect(problems.filter((one) => one.startsWith("error:"))).toEqual([]);
});

test("a clock that does not turn says why", async () => {
  const { page, problems } = await visit(browser, sandbox.url);
  const clock = page.getByRole("region", { name: "Clock" });
  await clock.getByLabel("A date to turn to").fill("1966-09-08T20:30");
  await clock.getByRole("button", { name: "Turn" }).click();
  await clock.getByText("The clock goes from 2015 to 9999.").waitFor();
  expect(problems.filter((one) => one.startsWith("error:"))).toEqual([]);
});
