import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import type { APIApplicationCommand } from "discord.js";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { CAST } from "../../../src/sandbox/world/cast.ts";
import { type Rehearsal, rehearse } from "../../end-to-end/rehearsal.ts";
import { actAs, goTo, newestMessage, startChromium, type, visit } from "./chromium.ts";
import { fillEveryField } from "./every-field.ts";
import { expectOnlyTexts, HOSTILE, IMAGE } from "./hostile.ts";

const ROLE = "<svg/onload=alert(1)>";
const { missionBriefings, runs, lounge } = CAST.fleet.channels;

let rehearsal: Rehearsal;
let browser: Browser;

beforeAll(async () => {
  [rehearsal, browser] = await Promise.all([rehearse({ rateLimits: false }), startChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await rehearsal?.stop();
});

const officerIn = (channelId: string) => rehearsal.sandbox.as(CAST.people.officer, { channelId });

test("a hostile text stays a text, as a message and as the name of a mission", async () => {
  const { page, problems } = await visit(browser, rehearsal.sandbox.url);
  const before = await page.getByRole("article").count();
  const officer = officerIn(missionBriefings);

  for (const text of HOSTILE) await officer.type(text);
  await expect.poll(() => page.getByRole("article").count()).toBe(before + HOSTILE.length);
  for (const text of HOSTILE) await officer.run("mission", { name: text.slice(0, 100) });
  await expect.poll(() => page.getByRole("article").count()).toBe(before + 2 * HOSTILE.length);

  await expectOnlyTexts(page);
  expect(problems).toEqual([]);
});

test("hostile texts in every option of every command, and in every form behind a button, stay texts", async () => {
  const officer = officerIn(lounge);
  const commands = await fetch(
    `${rehearsal.sandbox.url}/sandbox/commands?as=${CAST.people.officer}&channel=${lounge}`,
  );
  for (const line of [
    "/captain add name:Zek faction:klingon",
    "/rewards open home",
    "/lfg home tomorrow 20:00",
  ])
    await officer.type(line);
  const filled = await fillEveryField(officer, (await commands.json()) as APIApplicationCommand[], HOSTILE);
  for (const field of ["/lfg note", "/captain add name", "/rewards open what", "/fleet override note"])
    expect(filled).toContain(field);
  for (const form of [/^Change the run: note/, /^A bug in .+: summary/, /^Your time zone/, /^Your reminders/])
    expect([...filled].filter((field) => form.test(field))).not.toEqual([]);

  const { page, problems } = await visit(browser, rehearsal.sandbox.url);
  for (const channel of ["lounge", "runs", "mission-briefings"]) {
    await goTo(page, channel);
    await expectOnlyTexts(page);
  }
  expect(problems).toEqual([]);
});

test("what a fleet keeps is shown as it was written: a captain, a correction, an event, a note", async () => {
  const officer = officerIn(runs);
  await officer.run("captain add", { name: IMAGE, faction: "klingon" });
  await officer.run("fleet override", { mission: "second wave", note: IMAGE, alias: "<u onclick=alert(1)>" });
  const { page, problems } = await visit(browser, rehearsal.sandbox.url);
  await goTo(page, "runs");
  const shows = () => newestMessage(page).getByText(IMAGE).first().waitFor();

  await type(page, "/captain list");
  await shows();
  await type(page, "/mission second wave");
  await newestMessage(page).getByRole("heading", { name: "Second Wave" }).waitFor();
  await shows();

  await type(page, `/rewards open ${IMAGE} weeks:2`);
  const board = page
    .getByRole("article")
    .filter({ has: page.getByRole("button", { name: "My progress" }) })
    .last();
  await board.getByText(IMAGE).first().waitFor();
  await page.keyboard.type("/rewards claim track:");
  await page.getByRole("option", { name: IMAGE }).waitFor();
  for (const key of ["Escape", "Escape"]) await page.keyboard.press(key);

  await type(page, `/lfg operation-gamma tomorrow 20:00 note:${IMAGE}`);
  await page.getByText("I read your time as").last().waitFor();
  const card = page
    .getByRole("article")
    .filter({ has: page.getByRole("button", { name: "Manage" }) })
    .last();
  await card.getByText(IMAGE).waitFor();
  await card.getByRole("button", { name: "Manage" }).click();
  await newestMessage(page)
    .getByRole("button", { name: /^Edit|^Change/ })
    .click();
  const form = page.getByRole("dialog");
  expect(await form.locator("[name=note]").inputValue()).toBe(IMAGE);
  await form.locator("[name=note]").fill(`</textarea>${IMAGE}`);
  await form.getByRole("button", { name: "Submit" }).click();
  await card.getByText(`</textarea>${IMAGE}`).waitFor();

  await expectOnlyTexts(page);
  expect(problems).toEqual([]);
});

test("hostile texts that are typed by hand run nothing", async () => {
  const { page, problems } = await visit(browser, rehearsal.sandbox.url);
  for (const text of HOSTILE.slice(0, 6)) {
    await type(page, text);
    await expect.poll(() => newestMessage(page).locator(".markdown").textContent()).toBe(text);
    await type(page, `/mission ${text}`);
    await newestMessage(page).getByText("I know no mission called").waitFor();
  }
  await newestMessage(page).getByRole("button", { name: "Inspect" }).click();
  await page.locator(".exchange pre").first().waitFor();
  await expectOnlyTexts(page);
  expect(problems).toEqual([]);
});

test("people, roles, channels and servers may be called anything", async () => {
  const { world } = rehearsal.sandbox;
  const rename = (one: object | undefined, key: string, text: string = IMAGE) =>
    Object.assign(one ?? {}, { [key]: text });
  rename(world.people.get(CAST.people.juno)?.user, "global_name");
  rename(world.guilds.get(CAST.fleet.id), "name");
  rename(world.guilds.get(CAST.fleet.id)?.roles.get(CAST.fleet.roles.member), "name", ROLE);
  rename(world.channels.get(lounge), "name");
  rename(world.channels.get(lounge), "topic");

  const { page, problems } = await visit(browser, rehearsal.sandbox.url);
  await goTo(page, IMAGE);
  await actAs(page, IMAGE);
  await type(page, `<@${CAST.people.juno}> <@&${CAST.fleet.roles.member}> <#${lounge}>`);
  for (const name of [`@${IMAGE}`, `@${ROLE}`, IMAGE])
    await newestMessage(page).locator(".mention", { hasText: name }).first().waitFor();
  await actAs(page, "Sovaka");
  await page.getByRole("button", { name: "Backstage" }).click();
  await page.getByRole("switch", { name: IMAGE }).first().waitFor();
  await type(page, "/fleet setup");
  await newestMessage(page)
    .getByRole("combobox", { name: /Channel for runs/ })
    .click();
  await newestMessage(page).getByRole("option", { name: IMAGE }).first().waitFor();
  await expectOnlyTexts(page);
  expect(problems).toEqual([]);
});

test("scripts and styles that a text might smuggle in are forbidden by the page's policy", async () => {
  const { page, problems } = await visit(browser, rehearsal.sandbox.url);
  const ran = await page.evaluate(`(() => {
    const script = document.createElement("script");
    script.textContent = "window.smuggled = true";
    document.body.append(script);
    document.body.setAttribute("style", "display: none");
    return [window.smuggled ?? false, getComputedStyle(document.body).display];
  })()`);

  expect(ran).toEqual([false, "block"]);
  expect(problems.filter((problem) => problem.includes("Content Security Policy"))).toHaveLength(2);
});

test("a page that reaches the sandbox by another name gets nothing", async () => {
  const port = new URL(rehearsal.sandbox.url).port;
  for (const path of ["/", "/main.ts", "/sandbox/world"]) {
    expect(await statusWith(path, `evil.example:${port}`)).toBe(403);
    expect(await statusWith(path, `127.0.0.1:${port}`)).toBe(200);
  }
});

test("a page from elsewhere can neither read nor act nor listen", async () => {
  const elsewhere = createServer((_, response) =>
    response.setHeader("content-type", "text/html").end("<p>Hi</p>"),
  );
  await new Promise<void>((listening) => elsewhere.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void elsewhere.close());
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  const { url } = rehearsal.sandbox;
  const before = officerIn(missionBriefings).messages().length;

  const outcomes = await page.evaluate(`(async () => {
    const url = ${JSON.stringify(url)};
    const body = JSON.stringify({ userId: "${CAST.people.officer}", channelId: "${missionBriefings}", text: "forged" });
    const send = (options) => fetch(url + "/sandbox/run", { method: "POST", body, ...options })
      .then(({ type }) => type, () => "refused");
    const listen = (path) => new Promise((resolve) => {
      const socket = new WebSocket(url.replace("http", "ws") + path);
      socket.onopen = () => resolve("open");
      socket.onerror = () => resolve("refused");
    });
    return [
      await fetch(url + "/sandbox/world").then((answer) => answer.text(), () => "refused"),
      await send({ headers: { "content-type": "application/json" } }),
      await send({ mode: "no-cors" }),
      await listen("/sandbox/live?as=${CAST.people.officer}"),
      await listen("/sandbox/clock"),
      await listen("/gateway?v=10&encoding=json"),
    ];
  })()`);

  expect(outcomes).toEqual(["refused", "refused", "opaque", "refused", "refused", "refused"]);
  expect(officerIn(missionBriefings).messages()).toHaveLength(before);
});

function statusWith(path: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${rehearsal.sandbox.url}${path}`, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on("error", reject)
      .end();
  });
}
