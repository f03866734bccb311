import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { afterEach, expect, onTestFinished, test } from "vitest";
import { type Chart, chartOf } from "../../src/rewards/chart.ts";
import { createEasel } from "../../src/rewards/easel.ts";
import { handTimers } from "../reminders/hand-timers.ts";
import { claimed, HOUR, periodsWith, STARTS_AT, track } from "./boards.ts";

const PNG = [0x89, 0x50, 0x4e, 0x47];
const chart = chartOf(track(), periodsWith(track(), [claimed(STARTS_AT)]), STARTS_AT + HOUR);

const timers = handTimers();
const easel = createEasel(timers);
afterEach(() => easel.close());

const headOf = (png: Uint8Array) => [...png.subarray(0, 4)];

test("pictures that are asked for at once are all drawn, beside everything else", async () => {
  const drawn = await Promise.all([easel.draw(chart), easel.draw(chart), easel.draw(chart)]);
  expect(drawn.map(headOf)).toEqual([PNG, PNG, PNG]);
});

test("a chart that cannot be drawn is told so, and the next one is drawn", async () => {
  const broken = easel.draw({ ...chart, columns: undefined } as unknown as Chart);
  const fine = easel.draw(chart);
  await expect(broken).rejects.toThrow("could not be drawn");
  expect(headOf(await fine)).toEqual(PNG);
});

test("a thread that says nothing for long is given up, and another one draws", async () => {
  const lost = easel.draw(chart);
  const refused = expect(lost).rejects.toThrow("does not answer");
  await timers.pass(10_000);
  await refused;
  expect(headOf(await easel.draw(chart))).toEqual(PNG);
});

test("the thread goes when nothing was drawn for a minute, and comes again", async () => {
  const threads = threadsBegun();
  await easel.draw(chart);
  const gone = threads.map((thread) => once(thread, "exit"));
  await timers.pass(59_999);
  await easel.draw(chart);
  expect(threads).toHaveLength(1);

  await timers.pass(60_000);
  expect(headOf(await easel.draw(chart))).toEqual(PNG);
  expect(threads).toHaveLength(2);
  await Promise.all(gone);
});

test("who closes it leaves nobody waiting", async () => {
  const waiting = easel.draw(chart);
  const refused = expect(waiting).rejects.toThrow("Nothing is drawn any more");
  await easel.close();
  await refused;
});

/** Every thread that this process begins from now on. */
function threadsBegun(): readonly Worker[] {
  const begun: Worker[] = [];
  const note = (thread: Worker) => begun.push(thread);
  process.on("worker", note);
  onTestFinished(() => void process.off("worker", note));
  return begun;
}
