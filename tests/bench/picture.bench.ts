import { expect, test } from "vitest";
import { chartOf } from "../../src/rewards/chart.ts";
import { draw } from "../../src/rewards/picture.ts";
import { crowded, days, HOUR, STARTS_AT } from "../rewards/boards.ts";

test("the picture of two months of days with 2,000 members is drawn within 150 ms", async ({ annotate }) => {
  const of = days({ length: 62 });
  const chart = chartOf(of, crowded(of), STARTS_AT + HOUR);
  await draw(chart);
  const times: number[] = [];
  for (let round = 0; round < 9; round++) {
    const startedAt = performance.now();
    await draw(chart);
    times.push(performance.now() - startedAt);
  }
  const median = times.toSorted((one, other) => one - other)[4] ?? 0;
  await annotate(`median ${median.toFixed(0)} ms`);
  expect(median).toBeLessThan(150);
});
