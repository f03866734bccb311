import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { type } from "../full/browser/chromium.ts";
import { stage } from "../full/browser/stage.ts";

const MAX_ANSWER_MS = 100;
const ANSWERS = 30;
const MESSAGES = 1_000;
const MAX_OPEN_MS = 2_000;
/** Thirty pictures a second, on a machine that draws without a graphics card. */
const MAX_FRAME_MS = 40;
const MAX_START_MS = 3_000;
const STARTS = 3;
/** What an empty process takes where nothing else is going on; a busy machine's slowness is taken out. */
const EMPTY_START_MS = 60;
const ROOT = join(import.meta.dirname, "../..");
const START = [join(ROOT, "src/start.mjs"), join(ROOT, "src/main.ts")];

const theatre = stage();

test("a command is answered within 100 ms of Enter", async ({ annotate }) => {
  const { page } = await theatre.arrive();
  const times = await answerTimes(page);
  await annotate(`${figures(times)} from Enter to the drawn answer`);
  expect(quantile(times, 0.5)).toBeLessThan(MAX_ANSWER_MS);
});

test("a channel with a thousand messages opens, scrolls smoothly, and answers as quickly", async ({
  annotate,
}) => {
  const here = { channelId: CAST.fleet.channels.lounge };
  const talker = theatre.rehearsal.sandbox.as(CAST.people.juno, here);
  for (let count = 1; count <= MESSAGES; count++) await talker.type(`Message **${count}** of a long evening`);
  const { page } = await theatre.arrive();

  const started = performance.now();
  await page.getByRole("button", { name: "lounge" }).click();
  await page.getByText("of a long evening").last().waitFor();
  const openedMs = performance.now() - started;
  expect(await page.getByRole("article").count()).toBe(MESSAGES);
  const frames = await frameTimes(page);
  const slow = frames.filter((ms) => ms > MAX_FRAME_MS).length;
  const answers = await answerTimes(page);

  await annotate(`${MESSAGES} messages opened in ${openedMs.toFixed(0)} ms`);
  await annotate(`${figures(frames)} a frame, ${slow} over ${MAX_FRAME_MS} ms`);
  await annotate(`${figures(answers)} from Enter to the drawn answer among them`);
  expect(openedMs).toBeLessThan(MAX_OPEN_MS);
  expect(quantile(frames, 0.5)).toBeLessThan(MAX_FRAME_MS);
  expect(quantile(answers, 0.5)).toBeLessThan(MAX_ANSWER_MS);
});

test("a first start leads to a page that takes commands in three seconds", async ({ annotate }) => {
  const slowTimes: number[] = [];
  const first: number[] = [];
  const again: number[] = [];
  for (let round = 0; round < STARTS; round++) {
    const dataDir = mkdtempSync(join(tmpdir(), "away-team-speed-"));
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    slowTimes.push(await slowness());
    first.push(await startToCommands(dataDir));
    again.push(await startToCommands(dataDir));
  }
  const slow = quantile(slowTimes, 0.5);
  await annotate(`${figures(first)} as after a clone, ${figures(again)} the second time`);
  await annotate(`the machine was ${slow.toFixed(1)} times as slow as an idle one`);
  expect(Math.min(...first) / slow).toBeLessThan(MAX_START_MS);
});

/** From the start of the process to a page on which commands can be run. */
async function startToCommands(dataDir: string): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, START, {
    env: { PATH: process.env["PATH"], SANDBOX_PORT: "0", DATA_DIR: dataDir },
    cwd: dataDir,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    let said = "";
    for await (const chunk of child.stdout) {
      said += String(chunk);
      if (/http:\S+/.test(said)) break;
    }
    const page = await theatre.browser.newPage();
    await page.goto(/http:\S+/.exec(said)?.[0] ?? "");
    await page.locator(".suggestion").first().waitFor();
    const tookMs = performance.now() - startedAt;
    await page.close();
    return tookMs;
  } finally {
    child.kill("SIGTERM");
    if (child.exitCode === null) await once(child, "exit");
  }
}

/** How much longer an empty process takes than on a machine that has nothing else to do. */
async function slowness(): Promise<number> {
  const startedAt = performance.now();
  await once(spawn(process.execPath, ["-e", "0"]), "exit");
  return Math.max(1, (performance.now() - startedAt) / EMPTY_START_MS);
}

/** How long each frame took while the channel was scrolled from its end to its beginning and back. */
async function frameTimes(page: Page): Promise<readonly number[]> {
  return page.evaluate(`new Promise((resolve) => {
    const timeline = document.querySelector(".timeline");
    const times = [];
    let step = -600;
    let before = performance.now();
    requestAnimationFrame(function next(now) {
      times.push(now - before);
      before = now;
      timeline.scrollTop += step;
      const isAtEnd = timeline.scrollTop + timeline.clientHeight >= timeline.scrollHeight - 1;
      if (timeline.scrollTop === 0) step = 600;
      if (step > 0 && isAtEnd) resolve(times);
      else requestAnimationFrame(next);
    });
  })`);
}

/** How long each answer took from the key to its drawing, as the page itself saw it. */
async function answerTimes(page: Page): Promise<readonly number[]> {
  await page.evaluate(`(() => {
    let pressedAt;
    window.answerTimes = [];
    addEventListener("keydown", ({ key }) => { if (key === "Enter") pressedAt = performance.now(); }, true);
    new MutationObserver(() => {
      if (pressedAt === undefined) return;
      const pressed = pressedAt;
      pressedAt = undefined;
      requestAnimationFrame(() => window.answerTimes.push(performance.now() - pressed));
    }).observe(document.querySelector(".timeline ol"), { childList: true });
  })()`);
  for (let round = 1; round <= ANSWERS; round++) {
    await type(page, "/mission home");
    await expect.poll(() => page.evaluate("window.answerTimes.length")).toBe(round);
  }
  return page.evaluate("window.answerTimes");
}

function figures(times: readonly number[]): string {
  const at = (part: number) => quantile(times, part).toFixed(1);
  return `N = ${times.length}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
