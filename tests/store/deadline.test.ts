import { expect, test } from "vitest";
import { createStore } from "../../src/store/create-store.ts";
import { guildKey } from "../../src/store/document-key.ts";
import type { Driver } from "../../src/store/driver.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { join, openCrews } from "./kinds.ts";

const KEY = guildKey("1", "crew", "r1");

/** From the phase of the event loop after which timers come before anything that waits for a turn. */
const aTurn = () => new Promise((resolve) => setImmediate(resolve));

function holdUp(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

test("a change that waited for nothing but the thread is made", async () => {
  const store = createStore(memoryDriver(), { writer: "w", isAlone: true, settleWithinMs: 30 });
  await aTurn();
  const saved = store.update(KEY, openCrews, join("kira"));
  holdUp(120);

  expect((await saved).members).toEqual(["kira"]);
});

test("a database is not called slow for what the thread did", async () => {
  const driver: Driver = memoryDriver();
  const later: Driver = {
    ...driver,
    insert: async (...row) => {
      await aTurn();
      holdUp(120);
      await aTurn();
      return driver.insert(...row);
    },
  };
  const store = createStore(later, { writer: "w", isAlone: true, answerWithinMs: 30 });

  expect((await store.update(KEY, openCrews, join("kira"))).members).toEqual(["kira"]);
});

test("nobody in a crowd is called late for what the others take", async () => {
  const driver = memoryDriver();
  const together: Driver = { ...driver, insert: (...row) => aTurn().then(() => driver.insert(...row)) };
  const store = createStore(together, { writer: "w", isAlone: true, answerWithinMs: 30 });
  const crowd = Array.from({ length: 20 }, (_, number) =>
    store.update(guildKey("1", "crew", number), openCrews, (crew) => {
      holdUp(10);
      return join("kira")(crew);
    }),
  );

  expect(await Promise.all(crowd)).toHaveLength(20);
});
