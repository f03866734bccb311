import { monitorEventLoopDelay } from "node:perf_hooks";
import { expect, test } from "vitest";
import { chartOf } from "../../src/rewards/chart.ts";
import { createEasel } from "../../src/rewards/easel.ts";
import { systemTimers } from "../../src/time/timers.ts";
import { crowded, days, HOUR, STARTS_AT } from "../rewards/boards.ts";

const of = days({ length: 62 });
const chart = chartOf(of, crowded(of), STARTS_AT + HOUR);

test("the picture of two months of days with 2,000 members is drawn within 150 ms", async ({ annotate }) => {
  const easel = createEasel(systemTimers);
  await easel.draw(chart);
  const times: number[] = [];
  for (let round = 0; round < 9; round++) {
    const startedAt = performance.now();
    await easel.draw(chart);
    times.push(performance.now() - startedAt);
  }
  await easel.close();
  const median = times.toSorted((one, other) => one - other)[4] ?? 0;
  await annotate(`median ${median.toFixed(0)} ms`);
  expect(median).toBeLessThan(150);
});

test("500 pictures at once hold no answer up, and are drawn faster than they may be sent", async ({
  annotate,
}) => {
  const easel = createEasel(systemTimers);
  await easel.draw(chart);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const startedAt = performance.now();
  delay.enable();
  await Promise.all(Array.from({ length: 500 }, () => easel.draw(chart)));
  delay.disable();
  const perSecond = 500 / ((performance.now() - startedAt) / 1_000);
  await easel.close();
  const p99 = delay.percentile(99) / 1e6;
  await annotate(`${perSecond.toFixed(0)} a second, the loop late by p99 ${p99.toFixed(1)} ms`);
  expect(p99).toBeLessThan(10);
  expect(perSecond).toBeGreaterThan(20);
});
