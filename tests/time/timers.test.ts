import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { systemTimers } from "../../src/time/timers.ts";

const DAY = 24 * 60 * 60_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

test("a delay of 400 days is over after 400 days, though the machine takes none longer than 24", () => {
  let rung = 0;
  systemTimers.after(400 * DAY, () => {
    rung += 1;
  });
  vi.advanceTimersByTime(400 * DAY - 1);
  expect(rung).toBe(0);
  vi.advanceTimersByTime(1);
  expect(rung).toBe(1);
  vi.advanceTimersByTime(DAY);
  expect(rung).toBe(1);
});

test("a long delay that is called off on its way never rings", () => {
  let rung = 0;
  const callOff = systemTimers.after(3 * DAY, () => {
    rung += 1;
  });
  vi.advanceTimersByTime(2 * DAY);
  callOff();
  vi.advanceTimersByTime(2 * DAY);
  expect(rung).toBe(0);
});
