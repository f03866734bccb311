import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { start, until } from "../../process/started.ts";
import { actAs, newestMessage, startChromium, type, visit } from "./chromium.ts";

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;

let browser: Browser;

beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser?.close());

test("npm start, a briefing, a run; the bot is killed on the page, and comes back to buttons that still work", async () => {
  const rehearsal = start({ env: { SANDBOX_PORT: "0" } });
  await until(() => ADDRESS.test(rehearsal.stdout()));
  const { page, problems } = await visit(browser, ADDRESS.exec(rehearsal.stdout())?.[0] ?? "");
  await page.locator(".suggestion").first().waitFor();
  await type(page, "/lfg second-wave tomorrow 20:00 seats:2");
  await page.getByRole("article").getByText("I read your time as").waitFor();
  const card = page.getByRole("article").filter({ has: page.getByRole("button", { name: "Manage" }) });
  await card.getByText("T'Vela").waitFor();

  await page.getByRole("button", { name: "Backstage" }).click();
  await page.getByRole("button", { name: "Kill" }).click();
  await page.getByText("Away Team is not connected.").first().waitFor();
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByText("Away Team is connected.").waitFor();

  await actAs(page, "Juno");
  await card.getByRole("button", { name: "Join" }).click();
  await newestMessage(page)
    .getByText(/You are in: seat 2 of 2/)
    .waitFor();
  await card.getByText("Arrhae").waitFor();
  expect(problems).toEqual([]);
  rehearsal.kill("SIGTERM");
  expect(await rehearsal.ended).toBe(0);
});
