import { request } from "node:http";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CAST } from "../../../src/sandbox/world/cast.ts";
import { type Rehearsal, rehearse } from "../../end-to-end/rehearsal.ts";
import { newestMessage, startChromium, type, visit } from "./chromium.ts";

let rehearsal: Rehearsal;
let browser: Browser;

beforeAll(async () => {
  [rehearsal, browser] = await Promise.all([rehearse(), startChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await rehearsal?.stop();
});

/** Each is short enough for a mission's name. */
const CORPUS = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
  '"><img src=https://evil.example/x.png onerror=alert(1)>',
  "</textarea><script>alert(1)</script>",
  "<a href=javascript:alert(1)>x</a>",
  "[x](javascript:alert(1))",
  '[x](https://evil.example/"onmouseover="alert(1))',
  "<javascript:alert(1)>",
  "![x](https://evil.example/x.png)",
  "||<img src=x onerror=alert(1)>||",
  "`<img src=x onerror=alert(1)>`",
  '<@1"onclick=alert(1)>',
  '<t:1:R"onclick=alert(1)>',
  '<:x:1><a:"><script>:1>',
  "{{constructor.constructor('alert(1)')()}}",
  "#{alert(1)} <%= alert(1) %>",
  "?lit$123$ <!--?lit$123$-->",
  "\u202e\u0000\ufeff<b>x",
  "&lt;img src=x onerror=alert(1)&gt;",
  "<style>*{display:none}</style><base href=//evil.example>",
  '<math><mtext></mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
];

/** Elements that the page itself does not draw: they would have come out of a text. */
function strangersIn(page: Page): Promise<readonly string[]> {
  const strangers = "script, iframe, style, base, object, embed, math, link";
  return page
    .locator(`body :is(${strangers}, img:not([src="/icon.svg"]), svg:not(.icon))`)
    .evaluateAll((elements) => elements.map((element) => element.outerHTML));
}

test("a hostile text stays a text, as a message and as the name of a mission", async () => {
  const { page, problems } = await visit(browser, rehearsal.sandbox.url);
  const here = { channelId: CAST.fleet.channels.missionBriefings };
  const before = await page.getByRole("article").count();

  for (const text of CORPUS) await rehearsal.sandbox.as(CAST.people.officer, here).type(text);
  await expect.poll(() => page.getByRole("article").count()).toBe(before + CORPUS.length);
  for (const text of CORPUS) {
    await rehearsal.sandbox.as(CAST.people.officer, here).run("mission", { name: text.slice(0, 100) });
  }
  await expect.poll(() => page.getByRole("article").count()).toBe(before + 2 * CORPUS.length);

  expect(await strangersIn(page)).toEqual([]);
  expect(await page.locator("[onerror], [onload], [onclick], [onmouseover], [style]").count()).toBe(0);
  const targets = await page.locator("main a").evaluateAll((links) => links.map((link) => link.href));
  expect(targets.filter((target) => !/^https?:/.test(target))).toEqual([]);
  expect(problems).toEqual([]);
});

test.each(CORPUS.slice(0, 6))("%j typed by hand runs nothing", async (text) => {
  const { page, problems } = await visit(browser, rehearsal.sandbox.url);
  await type(page, text);
  await expect.poll(() => newestMessage(page).locator(".markdown").textContent()).toBe(text);

  await type(page, `/mission ${text}`);
  await page.getByText("I know no mission called").last().waitFor();
  expect(await strangersIn(page)).toEqual([]);
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
