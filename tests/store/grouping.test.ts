import { expect, test } from "vitest";
import { createStore } from "../../src/store/create-store.ts";
import { guildKey } from "../../src/store/document-key.ts";
import type { Driver } from "../../src/store/driver.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { join, openCrews } from "./kinds.ts";

const KEY = guildKey("1", "crew", "r1");

/** A database whose every write stops the whole thread for a while, as one that waits for a disk does. */
function blockingDriver(blockMs: number): { readonly driver: Driver; writes(): number } {
  const driver = memoryDriver();
  let writes = 0;
  const block = () => {
    writes++;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, blockMs);
  };
  return {
    writes: () => writes,
    driver: {
      ...driver,
      insert: async (key, text) => {
        block();
        return driver.insert(key, text);
      },
      replace: async (key, was, text) => {
        block();
        return driver.replace(key, was, text);
      },
    },
  };
}

test("clicks that arrive while the disk is busy share the next write", async () => {
  const { driver, writes } = blockingDriver(20);
  const store = createStore(driver, { writer: "w", isAlone: true });
  const answers: Promise<unknown>[] = [];
  await new Promise<void>((resolve) => {
    for (let click = 0; click < 100; click++)
      setTimeout(() => {
        answers.push(store.update(KEY, openCrews, join(`m${click}`)));
        if (answers.length === 100) resolve();
      }, click / 2);
  });
  await Promise.all(answers);

  expect((await store.read(KEY, openCrews)).members).toHaveLength(100);
  expect(writes()).toBeLessThan(10);
});

test("a document that nothing changes is not written", async () => {
  const { driver, writes } = blockingDriver(0);
  const store = createStore(driver, { writer: "w", isAlone: true });
  await store.update(KEY, openCrews, join("kira"));
  await Promise.all(
    Array.from({ length: 20 }, () =>
      store.decide(KEY, openCrews, (crew) => ({ document: crew, outcome: "already in" })),
    ),
  );

  expect(writes()).toBe(1);
});

test("another guild does not wait for one whose database hangs", async () => {
  const driver = memoryDriver();
  const store = createStore(
    {
      ...driver,
      read: (key) => (key.startsWith("guild:1:") ? new Promise(() => undefined) : driver.read(key)),
    },
    { writer: "w", isAlone: false, answerWithinMs: 200 },
  );
  const hanging = store.update(KEY, openCrews, join("kira")).catch(() => "failed");
  const startedAt = performance.now();
  await store.update(guildKey("2", "crew", "r1"), openCrews, join("odo"));

  expect(performance.now() - startedAt).toBeLessThan(150);
  expect(await hanging).toBe("failed");
});

test("a document in hand cannot be changed, and the one that is kept stays as it was", async () => {
  const store = createStore(memoryDriver(), { writer: "w", isAlone: true });
  const given = { seats: 5, members: ["kira"] };
  await store.create(KEY, openCrews, given);
  given.members.push("odo");
  const crew = await store.read(KEY, openCrews);

  expect(() => (crew.members as string[]).push("quark")).toThrow(TypeError);
  expect((await store.read(KEY, openCrews)).members).toEqual(["kira"]);
});
