import { expect, test } from "vitest";
import { CAST } from "../../../src/sandbox/world/cast.ts";
import { actAs, goTo, newestMessage, type } from "./chromium.ts";
import { stage } from "./stage.ts";

const theatre = stage();

test("two seats and three people: the third waits, and gets the seat that is given up", async () => {
  const { page, problems } = await theatre.arrive();
  await goTo(page, "runs");
  await type(page, "/lfg second-wave tomorrow 20:00 seats:2");
  await page.getByText("I read your time as").waitFor();
  const card = page.getByRole("article").filter({ has: page.getByRole("button", { name: "Manage" }) });

  const join = async (name: string, answer: RegExp) => {
    await actAs(page, name);
    await card.getByRole("button", { name: "Join" }).click();
    await page.getByRole("article").getByText(answer).waitFor();
  };
  await join("Juno", /You are in: seat 2 of 2/);
  await join("Ines Reyes", /You are number 1 on the waitlist/);
  await card.getByText("Waiting, in this order").waitFor();

  await actAs(page, "Juno");
  await card.getByRole("button", { name: "Leave" }).click();
  await page.getByRole("article").getByText("a seat has become free").waitFor();
  const ines = page.getByRole("region", { name: "Act as" }).getByRole("button", { name: /Ines Reyes/ });
  await ines.getByLabel("1 mentions").waitFor();
  await expect.poll(() => card.getByText("Waiting, in this order").count(), { timeout: 8_000 }).toBe(0);
  expect(problems).toEqual([]);
});

test("the link to a card opens its channel and goes to it", async () => {
  const { page } = await theatre.arrive();
  await type(page, "/lfg second-wave in 3 hours");
  const link = newestMessage(page).getByRole("button", { name: /#.+ › message/ });
  await link.click();
  await expect.poll(() => page.locator(":focus").getAttribute("aria-label")).toBe("Message of Away Team");
});

test("an officer records a bug by a form, and hostile words in it stay words", async () => {
  const hostile = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) @everyone";
  const { page, problems } = await theatre.arrive();
  await type(page, "/bugs second wave");
  await newestMessage(page).getByRole("button", { name: "For officers" }).click();
  await page.getByRole("button", { name: "Add a bug" }).last().click();
  const form = page.getByRole("dialog");
  await form.getByRole("textbox").first().fill(hostile);
  await form.getByRole("button", { name: "Submit" }).click();
  await expect.poll(() => form.count()).toBe(0);

  await type(page, "/bugs second wave");
  await newestMessage(page).getByText("<img src=x onerror=alert(1)>").first().waitFor();
  expect(await page.locator("main img:not(.avatar), main [onerror]").count()).toBe(0);
  expect(problems).toEqual([]);
});

test("settings are private panels: the fleet's for officers, everybody's own for everybody", async () => {
  const { page, problems } = await theatre.arrive();
  await type(page, "/fleet setup");
  const setup = newestMessage(page);
  await setup.getByText("Only you can see this").waitFor();
  await setup.getByRole("combobox", { name: /Channel for runs/ }).click();
  await setup.getByRole("option", { name: /runs/ }).click();
  await expect
    .poll(() =>
      page
        .getByRole("combobox", { name: /Channel for runs/ })
        .last()
        .textContent(),
    )
    .toContain("runs");

  await actAs(page, "Juno");
  await expect.poll(() => page.getByText("Only you can see this").count()).toBe(0);
  await type(page, "/me ");
  await newestMessage(page).getByText("Only you can see this").waitFor();
  expect(problems).toEqual([]);
});

test("a reminder comes as a direct message, or in the channel to whoever has closed theirs", async () => {
  const { page, problems } = await theatre.arrive();
  await goTo(page, "lounge");
  await actAs(page, "K'vorrah");
  await type(page, "/me ");
  await newestMessage(page).getByRole("button", { name: "Reminders" }).click();
  const form = page.getByRole("dialog");
  await form.locator("select[name=by]").selectOption("dm");
  await form.getByRole("button", { name: "Submit" }).click();
  await expect.poll(() => form.count()).toBe(0);

  await type(page, "/lfg operation-gamma in 20 minutes");
  await page.getByRole("article").getByText("I read your time as").waitFor();
  await page.getByRole("button", { name: "Backstage" }).click();
  await page.getByRole("switch", { name: "K'vorrah" }).click();
  await expect.poll(() => theatre.rehearsal.sandbox.world.closedDms.has(CAST.people.kvorrah)).toBe(true);

  await goTo(page, "runs");
  await page.getByRole("button", { name: "Next reminder" }).click();
  await page.getByText("15 minutes before a time named").waitFor();
  const reminder = page.getByRole("article").filter({ hasText: "Operation Gamma starts" });
  await reminder.locator(".mention", { hasText: "@K'vorrah" }).first().waitFor();
  expect(await page.locator(".message.pinged").count()).toBeGreaterThan(0);
  expect(problems).toEqual([]);
});

test("a bot that may not post where it is asked to says what it lacks", async () => {
  const { page } = await theatre.arrive();
  await goTo(page, "runs");
  await page.getByRole("button", { name: "Backstage" }).click();
  await page.getByRole("switch", { name: "Send Messages" }).click();
  await expect.poll(() => page.getByRole("switch", { name: "Send Messages" }).isChecked()).toBe(false);
  await type(page, "/lfg home in 2 hours");
  await expect.poll(() => newestMessage(page).textContent()).toContain("Send Messages");

  const view = page.getByRole("switch", { name: "View Channel" });
  await view.click();
  await expect.poll(() => page.getByRole("switch", { name: "Embed Links" }).isDisabled()).toBe(true);
  await view.click();
  await expect.poll(() => page.getByRole("switch", { name: "Embed Links" }).isChecked()).toBe(true);
  expect(await page.getByRole("switch", { name: "Send Messages" }).isChecked()).toBe(false);
});
