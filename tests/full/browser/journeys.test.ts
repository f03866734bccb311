import { expect, test } from "vitest";
import { actAs, isLoaded, messageBox, newestMessage, person, type } from "./chromium.ts";
import { stage } from "./stage.ts";

const theatre = stage();

test("typing /mission home and pressing Enter shows the briefing, and Objectives opens for who pressed it", async () => {
  const { page, problems } = await theatre.arrive();
  await type(page, "/mission home");
  const briefing = newestMessage(page);
  await briefing.getByRole("heading", { name: "Home" }).waitFor();
  expect(await briefing.textContent()).toMatch(/Sovaka used\s+\/mission/);

  await briefing.getByRole("button", { name: "Objectives" }).click();
  const steps = page.getByRole("article").filter({ hasText: "Only you can see this" });
  await steps.getByText("1:59").first().waitFor();

  await steps.getByRole("button", { name: "Dismiss message" }).click();
  expect(await steps.count()).toBe(0);
  expect(problems).toEqual([]);
});

test("a command is found, filled in and sent without leaving the keyboard", async () => {
  const { page, problems } = await theatre.arrive();
  await page.keyboard.type("/mis");
  await page.getByRole("option", { name: /^\/mission / }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.type("quark");
  await page.getByRole("option", { name: /Quark's Lucky Seven/ }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: /^section/ }).waitFor();
  await page.keyboard.type("section:rew");
  await page.keyboard.press("Enter");
  await page.keyboard.type("priv");
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: "True" }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");

  const answer = newestMessage(page);
  await answer.getByText("Quark's Lucky Seven").first().waitFor();
  await answer.getByText("Only you can see this").waitFor();
  expect(await answer.getByRole("button", { name: "Rewards" }).isDisabled()).toBe(true);
  expect(problems).toEqual([]);
});

test("a command typed before the page has loaded is taken all the same", async () => {
  const { page } = await theatre.arrive();
  await page.reload({ waitUntil: "commit" });
  await messageBox(page).waitFor();
  await page.keyboard.type("/mission home");
  await page.keyboard.press("Enter");
  await newestMessage(page).getByRole("heading", { name: "Home" }).waitFor();
});

test("what is typed while another member's view is fetched is kept", async () => {
  const { page } = await theatre.arrive();
  const fetched = Promise.withResolvers<void>();
  await page.route("**/sandbox/world?as=*", async (route) => {
    await fetched.promise;
    await route.continue();
  });
  await person(page, "Juno").click();
  await messageBox(page).focus();
  await page.keyboard.type("/mission home");
  fetched.resolve();
  await person(page, "Juno").and(page.locator("[aria-pressed=true]")).waitFor();
  await isLoaded(page);
  await page.keyboard.press("Enter");
  await newestMessage(page).getByText("Juno").waitFor();
});

test("Escape closes the list, then leaves the command; Backspace takes the options away again", async () => {
  const { page } = await theatre.arrive();
  await page.keyboard.type("/mission ");
  const name = page.getByRole("combobox", { name: "name" });
  await page.getByRole("listbox").waitFor();
  await page.keyboard.press("Escape");
  expect(await page.getByRole("listbox").count()).toBe(0);
  expect(await name.count()).toBe(1);

  await page.keyboard.press("Backspace");
  expect(await messageBox(page).inputValue()).toBe("/mission");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  expect(await messageBox(page).inputValue()).toBe("");
});

test("a command without its required option is not sent, and the box says what is missing", async () => {
  const { page } = await theatre.arrive();
  const before = await page.getByRole("article").count();
  await page.keyboard.type("/mission ");
  await page.keyboard.press("Enter");
  expect(await page.getByRole("alert").textContent()).toContain("name: This option is required");
  expect(await page.getByRole("article").count()).toBe(before);
});

test("an option that Discord refuses is named, and takes the cursor", async () => {
  const { page } = await theatre.arrive();
  await page.keyboard.type("/lfg home seats:99");
  await page.keyboard.press("Enter");
  expect(await page.getByRole("alert").textContent()).toContain("seats: Must be between 1 and 50.");
  await page.locator(".chip.wrong", { hasText: "seats" }).locator("input:focus").waitFor();

  for (const key of ["Backspace", "Backspace", "4"]) await page.keyboard.press(key);
  await page.keyboard.press("Enter");
  await newestMessage(page).getByText("Home is posted").waitFor();
});

test("the plot stays covered until somebody clicks on it", async () => {
  const { page } = await theatre.arrive();
  await type(page, "/mission second wave story");
  const spoiler = newestMessage(page).getByRole("button", { name: "Spoiler" }).first();
  await spoiler.waitFor();
  const plot = newestMessage(page).locator(".veiled").first();
  expect(await plot.isVisible()).toBe(false);

  await spoiler.click();
  expect(await plot.isVisible()).toBe(true);
});

test("another member does not see what was answered privately to the first", async () => {
  const { page } = await theatre.arrive();
  await page.getByRole("button", { name: "lounge" }).click();
  await page.getByRole("heading", { name: /lounge/, level: 1 }).waitFor();
  await type(page, "/mission home");
  await newestMessage(page).getByRole("button", { name: "Sources" }).click();
  await page.getByText("Only you can see this").waitFor();
  expect(await page.getByRole("article").count()).toBe(2);

  await actAs(page, "Juno");
  await expect.poll(() => page.getByRole("article").count()).toBe(1);
  expect(await page.getByText("Only you can see this").count()).toBe(0);
});

test("a mission that is none offers what is near it, and a press posts the card for everyone", async () => {
  const { page } = await theatre.arrive();
  await type(page, "/mission secnd wave");
  const near = newestMessage(page);
  await near.getByText("Only you can see this").waitFor();
  await near.getByRole("button", { name: /Second Wave/ }).click();

  await newestMessage(page).getByRole("heading", { name: "Second Wave" }).waitFor();
  expect(await newestMessage(page).getByText("Only you can see this").count()).toBe(0);
});

test("what one tab writes is seen in another, and a channel one is not in turns bold", async () => {
  const [mine, theirs] = await Promise.all([theatre.arrive(), theatre.arrive()]);
  await actAs(theirs.page, "Juno");
  await theirs.page.getByRole("button", { name: "lounge" }).click();
  await theirs.page.getByRole("heading", { name: /lounge/, level: 1 }).waitFor();

  await type(mine.page, "Ready for **Home** at <t:1900000000:t>?");
  await mine.page.locator("article strong", { hasText: "Home" }).last().waitFor();
  await theirs.page.locator(".channel.unread", { hasText: "mission-briefings" }).waitFor();
});

test("a turn of the clock moves every relative time on the page", async () => {
  const { page } = await theatre.arrive();
  const inTwoDays = Math.round(theatre.rehearsal.sandbox.clock.now() / 1_000) + 2 * 86_400;
  await type(page, `We fly <t:${inTwoDays}:R>.`);
  const time = newestMessage(page).locator("discord-time");
  await expect.poll(() => time.textContent()).toBe("in 2 days");

  await page.getByRole("button", { name: "+1 day" }).click();
  await expect.poll(() => time.textContent()).toBe("in 1 day");
  await page.getByRole("button", { name: "Back to now" }).click();
  await expect.poll(() => time.textContent()).toBe("in 2 days");
});

test("on a phone the channels are behind a button, and nothing is wider than the screen", async () => {
  const { page, problems } = await theatre.arrive({ viewport: { width: 390, height: 844 } });
  await type(page, "/mission home");
  await newestMessage(page).getByRole("heading", { name: "Home" }).waitFor();
  expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBe(390);

  await page.getByRole("button", { name: "Channels and people" }).click();
  await page.getByRole("button", { name: "runs" }).click();
  await page.getByRole("heading", { name: /runs/, level: 1 }).waitFor();
  expect(await page.getByRole("button", { name: "lounge" }).isVisible()).toBe(false);
  expect(problems).toEqual([]);
});
