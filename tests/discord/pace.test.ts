import { expect, test } from "vitest";
import { pace } from "../../src/discord/pace.ts";
import { refusalBudget } from "../../src/discord/refusal-budget.ts";
import { handTimers } from "../reminders/hand-timers.ts";
import { most } from "./most.ts";

test("of 2,500 reminders at one instant no second sees more than twenty, and all are gone within 125 seconds", async () => {
  const timers = handTimers();
  const turns = pace(timers);
  const wentAt: number[] = [];
  for (let one = 0; one < 2_500; one++) void turns.turn("background").then(() => wentAt.push(timers.now()));
  await timers.pass(125_000);
  expect(wentAt).toHaveLength(2_500);
  expect(most(wentAt)).toBe(20);
});

test("what somebody waits for goes first, and both together stay below the limit", async () => {
  const timers = handTimers();
  const turns = pace(timers);
  const wentAt: number[] = [];
  const went = { prompt: 0, background: 0 };
  for (const lane of ["background", "prompt"] as const)
    for (let one = 0; one < 200; one++)
      void turns.turn(lane).then(() => {
        wentAt.push(timers.now());
        went[lane] += 1;
      });
  await timers.pass(3_999);
  expect(went).toEqual({ prompt: 93, background: 35 });
  await timers.pass(20_000);
  expect(went).toEqual({ prompt: 200, background: 200 });
  expect(most(wentAt)).toBeLessThanOrEqual(32);
});

test("nobody is left waiting for a turn when the bot stops", async () => {
  const turns = pace(handTimers());
  const asked = Array.from({ length: 50 }, () => turns.turn("background"));
  turns.close();
  expect((await Promise.all(asked)).filter((isTurn) => isTurn)).toHaveLength(5);
  expect(await turns.turn("prompt")).toBe(false);
});

test("requests that are refused are kept below a hundred in ten minutes, however many want to go at once", async () => {
  for (const refusedInTen of [10, 2]) {
    const timers = handTimers();
    const refusals = refusalBudget(timers.now);
    const refusedAt: number[] = [];
    let asked = 0;
    const asker = async () => {
      while (timers.now() < 1_800_000) {
        const waitMs = refusals.waitMs();
        if (waitMs > 0) {
          await timers.pause(Math.min(waitMs, 1_000));
          continue;
        }
        refusals.began();
        const isRefused = asked++ % 10 < refusedInTen;
        await timers.pause(100);
        if (isRefused) refusedAt.push(timers.now());
        if (isRefused) refusals.refused();
        refusals.ended();
      }
    };
    for (let one = 0; one < 60; one++) void asker();
    await timers.pass(1_900_000);
    expect(most(refusedAt, 600_000)).toBeLessThanOrEqual(100);
    expect(asked).toBeGreaterThan(150);
  }
});
