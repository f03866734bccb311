import { expect, test } from "vitest";
import { isSnowflake, snowflakes } from "../../src/sandbox/world/snowflakes.ts";

const NOW = Date.UTC(2026, 10, 21);

test("ids of one moment, of two workers, are all different, and later ones are greater", () => {
  const time = { now: NOW };
  const workers = [0, 1].map((worker) => snowflakes(() => time.now, worker));
  const ids = Array.from({ length: 5_000 }, () => workers.map((next) => next())).flat();
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every(isSnowflake)).toBe(true);
  time.now += 60_000;
  expect(
    BigInt(workers[0]?.() ?? 0) > ids.map(BigInt).reduce((one, other) => (one > other ? one : other)),
  ).toBe(true);
});

test("a clock that is turned back gives no id twice, and none below the last", () => {
  const time = { now: NOW };
  const next = snowflakes(() => time.now);
  const before = BigInt(next());
  time.now -= 3_600_000;
  expect(BigInt(next()) > before).toBe(true);
});
