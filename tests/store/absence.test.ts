import { expect, test } from "vitest";
import { createStore } from "../../src/store/create-store.ts";
import { guildKey } from "../../src/store/document-key.ts";
import type { Driver } from "../../src/store/driver.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { join, openCrews } from "./kinds.ts";

const KEY = guildKey("1", "crew", "r1");

function countingDriver(): { readonly driver: Driver; reads(): number } {
  const driver = memoryDriver();
  let reads = 0;
  return {
    reads: () => reads,
    driver: {
      ...driver,
      read: (key) => {
        reads++;
        return driver.read(key);
      },
    },
  };
}

test("a document that is not there is looked for once, and seen as soon as it is written", async () => {
  const { driver, reads } = countingDriver();
  const store = createStore(driver, { writer: "w", isAlone: true });
  for (let time = 0; time < 10; time++) expect(await store.read(KEY, openCrews)).toBe(openCrews.absent);
  expect(reads()).toBe(1);

  await store.update(KEY, openCrews, join("m1"));
  expect(await store.read(KEY, openCrews)).not.toBe(openCrews.absent);
  await store.remove(KEY);
  expect(await store.read(KEY, openCrews)).toBe(openCrews.absent);
});

test("reads that cross the first write never hide it", async () => {
  const store = createStore(memoryDriver(), { writer: "w", isAlone: true });
  const crossing = Array.from({ length: 50 }, () => store.read(KEY, openCrews));
  await store.update(KEY, openCrews, join("m1"));
  await Promise.all(crossing);
  expect(await store.read(KEY, openCrews)).not.toBe(openCrews.absent);
});

test("where others write too, what is not there is looked for each time", async () => {
  const { driver, reads } = countingDriver();
  const store = createStore(driver, { writer: "w", isAlone: false });
  await store.read(KEY, openCrews);
  await createStore(driver, { writer: "v", isAlone: false }).update(KEY, openCrews, join("m1"));
  expect(await store.read(KEY, openCrews)).not.toBe(openCrews.absent);
  expect(reads()).toBeGreaterThan(1);
});

test("who is known not to be there is not looked for again before being written", async () => {
  const { driver, reads } = countingDriver();
  const store = createStore(driver, { writer: "w", isAlone: true });
  await store.read(KEY, openCrews);
  await store.update(KEY, openCrews, join("kira"));

  expect(reads()).toBe(1);
  expect((await store.read(KEY, openCrews)).members).toEqual(["kira"]);
});

test("what somebody else has written meanwhile is found all the same", async () => {
  const driver = memoryDriver();
  const store = createStore(driver, { writer: "w", isAlone: true });
  await store.read(KEY, openCrews);
  await createStore(driver, { writer: "other", isAlone: false }).update(KEY, openCrews, join("kira"));
  await store.update(KEY, openCrews, join("odo"));

  expect((await store.read(KEY, openCrews)).members).toEqual(["kira", "odo"]);
});
