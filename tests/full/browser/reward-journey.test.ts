import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { actAs, goTo, newestMessage, person, type } from "./chromium.ts";
import { stage } from "./stage.ts";

const theatre = stage();

const board = (page: Page) =>
  page.getByRole("article").filter({ has: page.getByRole("button", { name: "My progress" }) });
const mail = (page: Page, words: string) => page.getByRole("article").filter({ hasText: words });
const clock = (page: Page) => page.getByRole("region", { name: "Clock" });

test("a weekly reward: opened, claimed, wished for in time, called out as the clock is turned, and claimed again", async () => {
  const { page, problems } = await theatre.arrive();

  await type(page, "/rewards open home");
  await board(page).getByText("Week 1 of 4").waitFor();
  expect(await board(page).textContent()).toContain("Nobody has claimed yet.");

  await actAs(page, "Juno");
  await board(page).getByRole("button", { name: "Claim" }).click();
  await newestMessage(page).getByRole("button", { name: "1 × Specialization Point" }).click();
  await page.getByText("That makes 1 of 4.").waitFor();
  await board(page).locator(".mention", { hasText: "@Juno" }).waitFor();

  await actAs(page, "Ines Reyes");
  await type(page, "/me ");
  await newestMessage(page).getByRole("button", { name: "Reminders" }).click();
  const form = page.getByRole("dialog");
  await form.locator("select[name=by]").selectOption("channel");
  await form.getByRole("button", { name: "Submit" }).click();
  await expect.poll(() => form.count()).toBe(0);
  await board(page).getByRole("button", { name: "Remind me" }).click();
  await page.getByText("You will be told when a new period of").waitFor();

  await actAs(page, "Juno");
  await board(page).getByRole("button", { name: "Remind me" }).click();
  await page.getByText("You will be told when a new period of").waitFor();

  await actAs(page, "Sovaka");
  await goTo(page, "runs");
  await clock(page).getByRole("button", { name: "Next reminder" }).click();
  await clock(page).getByText("one day before a time named in #mission-briefings").waitFor();
  const ines = person(page, "Ines Reyes");
  await ines.getByLabel("1 mentions").waitFor();

  await actAs(page, "Ines Reyes");
  await page
    .getByRole("button", { name: /mission-briefings/ })
    .getByLabel("1 mentions")
    .waitFor();
  await goTo(page, "mission-briefings");
  const lastCall = mail(page, "last call for week 1 of 4");
  await lastCall.locator(".mention", { hasText: "@Ines Reyes" }).waitFor();
  expect(await lastCall.locator(".mention", { hasText: "@Juno" }).count()).toBe(0);
  expect(await page.locator(".message.pinged").count()).toBe(1);
  await expect.poll(() => ines.getByLabel(/mentions/).count()).toBe(0);

  await clock(page).getByRole("button", { name: "+1 day" }).click();
  const opening = mail(page, "week 2 of 4 is open until");
  await opening.locator(".mention", { hasText: "@Ines Reyes" }).waitFor();
  await opening.locator(".mention", { hasText: "@Juno" }).waitFor();
  await board(page).getByText("Week 2 of 4").waitFor();

  await opening.getByRole("button", { name: "Claim" }).click();
  await newestMessage(page).getByRole("button", { name: "1 × Enhanced Universal Tech Upgrade" }).click();
  await page.getByText("That makes 1 of 4.").waitFor();
  await board(page).locator(".mention", { hasText: "@Ines Reyes" }).waitFor();

  await page.getByRole("button", { name: "Undo" }).last().click();
  await page.getByText("Taken back: Home, week 2 of 4.").waitFor();
  await board(page).getByText("Nobody has claimed yet.").waitFor();
  expect(problems).toEqual([]);
});
