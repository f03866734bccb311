import { expect, test } from "vitest";
import { directBudget } from "../../src/reminders/direct-budget.ts";
import { createStore } from "../../src/store/create-store.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { DAY, HOUR } from "./occurrences.ts";

test("never more than sixty direct messages are opened within two hours, over restarts too", async () => {
  const texts = new Map<string, string>();
  const openedAt: number[] = [];
  let now = 10 * DAY;
  for (let life = 0; life < 6; life++) {
    const store = createStore(memoryDriver(texts), { writer: `w${life}`, isAlone: true });
    const { mayOpenDirect: mayOpen } = directBudget(store, () => now);
    for (let ask = 0; ask < 100; ask++, now += HOUR / 100) if ((await mayOpen()) === 0) openedAt.push(now);
    await store.close();
  }
  expect(openedAt.length).toBeGreaterThan(150);
  const within = openedAt.map((from) => openedAt.filter((at) => at >= from && at < from + 2 * HOUR).length);
  expect(Math.max(...within)).toBe(60);
});

test("who has to wait is told how long, and a clock that went back shuts nobody out", async () => {
  const store = createStore(memoryDriver(), { writer: "w", isAlone: true });
  let now = 10 * DAY;
  const { mayOpenDirect: mayOpen } = directBudget(store, () => now);
  for (let one = 0; one < 60; one++) expect(await mayOpen()).toBe(0);
  now += HOUR;
  expect(await mayOpen()).toBe(HOUR);
  now -= 3 * DAY;
  expect(await mayOpen()).toBe(0);
  await store.close();
});

test("after Discord said that they are opened too fast none is opened for a day, over restarts too", async () => {
  const texts = new Map<string, string>();
  let now = 10 * DAY;
  const born = () => createStore(memoryDriver(texts), { writer: `w${now}`, isAlone: true });
  const first = born();
  await directBudget(first, () => now).holdDirects(DAY);
  await first.close();

  now += HOUR;
  const second = born();
  const { mayOpenDirect } = directBudget(second, () => now);
  expect(await mayOpenDirect()).toBe(23 * HOUR);
  now += 23 * HOUR - 1;
  expect(await mayOpenDirect()).toBe(1);
  now += 1;
  expect(await mayOpenDirect()).toBe(0);
  await second.close();
});

test("a wait that a clock in the future wrote down holds nobody off for longer than a day", async () => {
  const store = createStore(memoryDriver(), { writer: "w", isAlone: true });
  let now = 40 * DAY;
  const { mayOpenDirect, holdDirects } = directBudget(store, () => now);
  await holdDirects(DAY);
  now = 10 * DAY;
  expect(await mayOpenDirect()).toBe(0);
  await store.close();
});
