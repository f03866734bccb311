import { expect, test } from "vitest";
import { openErasures, users } from "../../src/captains/store.ts";
import { noteTrace, type Trace } from "../../src/captains/traces.ts";
import { overrides, overridesKey, overrideTraces, say } from "../../src/guilds/overrides.ts";
import { eraser } from "../../src/jobs/erase.ts";
import { createStore } from "../../src/store/create-store.ts";
import { botKey, userKey } from "../../src/store/document-key.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import type { Store } from "../../src/store/store.ts";
import { systemTimers } from "../../src/time/timers.ts";
import { type Fault, faultyDriver } from "../store/faulty-driver.ts";

const USER = "777777777777777777";
const GUILDS = ["1", "2", "3"];

/** A member with captains who stands in three guilds, and another one beside them. */
async function peopled(texts: Map<string, string>): Promise<void> {
  const store = createStore(memoryDriver(texts), { writer: "past", isAlone: true });
  for (const userId of [USER, "4"]) {
    await store.update(userKey(userId), users, (one) => ({ ...one, timeZone: "Asia/Tokyo" }));
    for (const guildId of GUILDS) {
      await noteTrace(store, userId, guildId);
      const slug = userId === USER ? "home" : "shutdown";
      await store.decide(overridesKey(guildId), overrides, (before) =>
        say(before, { slug, setBy: userId }, { note: "Hello" }),
      );
    }
  }
}

function holding(texts: ReadonlyMap<string, string>, userId: string): readonly string[] {
  return [...texts].filter(([key, text]) => `${key} ${text}`.includes(userId)).map(([key]) => key);
}

const silent = { report: () => undefined, timers: systemTimers, clock: { now: () => 0 } };

test("whoever is forgotten stands nowhere any more, and everybody else as before", async () => {
  const texts = new Map<string, string>();
  await peopled(texts);
  const store = createStore(memoryDriver(texts), { writer: "test", isAlone: true });
  const forgotten = await eraser({ store, traces: [overrideTraces], ...silent }).forget(USER);
  expect(forgotten).toEqual({
    isFinished: true,
    what: ["your time zone", "your name on a fleet's corrections"],
  });
  expect(holding(texts, USER)).toEqual([]);
  expect(holding(texts, '"4"')).toEqual(GUILDS.map((guildId) => `guild:${guildId}:overrides`));
});

const FAULTS = ["throws, undone", "throws, done", "says no, undone", "hangs, undone", "hangs, done"] as const;

test.each(FAULTS)(
  "a store that fails at any step (%s) never erases half: a later round finishes",
  async (fault) => {
    for (let at = 1; ; at++) {
      const texts = new Map<string, string>();
      await peopled(texts);
      const { driver, forgotten } = await forgetting(texts, at, fault);
      if (driver.calls < at) break;

      const later = createStore(memoryDriver(texts), { writer: "later", isAlone: true });
      await eraser({ store: later, traces: [overrideTraces], ...silent }).resume();
      if (forgotten !== undefined) expect(holding(texts, USER)).toEqual([]);
      else expect([0, 1 + GUILDS.length]).toContain(holding(texts, USER).length);
      expect((await later.read(botKey("erasures"), openErasures)).userIds).toEqual([]);
    }
  },
);

async function forgetting(texts: Map<string, string>, at: number, fault: Fault) {
  const driver = faultyDriver(memoryDriver(texts), at, fault);
  const store = createStore(driver, {
    writer: "test",
    isAlone: true,
    answerWithinMs: 15,
    settleWithinMs: 40,
  });
  const work = eraser({ store, traces: [overrideTraces], ...silent }).forget(USER);
  return await work.then(
    (forgotten) => ({ driver, forgotten }),
    () => ({ driver, forgotten: undefined }),
  );
}

test("a process that dies in the middle leaves a wish that the next one finishes", async () => {
  const texts = new Map<string, string>();
  await peopled(texts);
  let steps = 0;
  const dying: Trace = {
    ...overrideTraces,
    erase: async (store, guildId, userId) => {
      if (++steps === 2) throw new Error("killed");
      return await overrideTraces.erase(store, guildId, userId);
    },
  };
  const store = createStore(memoryDriver(texts), { writer: "test", isAlone: true });
  const forgotten = await eraser({ store, traces: [dying], ...silent }).forget(USER);
  expect(forgotten.isFinished).toBe(false);
  expect(holding(texts, USER).length).toBeGreaterThan(0);

  const next = createStore(memoryDriver(texts), { writer: "next", isAlone: true });
  await eraser({ store: next, traces: [overrideTraces], ...silent }).resume();
  expect(holding(texts, USER)).toEqual([]);
});

test("a member does not wait for an erasure that takes long; it goes on by itself", async () => {
  const texts = new Map<string, string>();
  await peopled(texts);
  const gate = Promise.withResolvers<void>();
  const slow: Trace = {
    ...overrideTraces,
    erase: async (store, guildId, userId) => {
      await gate.promise;
      return await overrideTraces.erase(store, guildId, userId);
    },
  };
  const impatient = {
    now: () => 0,
    after: (_delayMs: number, task: () => void) => {
      queueMicrotask(task);
      return () => undefined;
    },
  };
  const store = createStore(memoryDriver(texts), { writer: "test", isAlone: true });
  const forgotten = await eraser({ ...silent, store, traces: [slow], timers: impatient }).forget(USER);
  expect(forgotten.isFinished).toBe(false);
  gate.resolve();
  await expect.poll(() => holding(texts, USER)).toEqual([]);
});

test("a guild that names the member while they are being forgotten is found too", async () => {
  const texts = new Map<string, string>();
  await peopled(texts);
  const store = createStore(memoryDriver(texts), { writer: "test", isAlone: true });
  let isFirst = true;
  const late: Trace = {
    ...overrideTraces,
    erase: async (one: Store, guildId, userId) => {
      if (isFirst) {
        isFirst = false;
        await noteTrace(one, userId, "9");
        await one.decide(overridesKey("9"), overrides, (before) =>
          say(before, { slug: "home", setBy: userId }, { note: "Late" }),
        );
      }
      return await overrideTraces.erase(one, guildId, userId);
    },
  };
  await eraser({ store, traces: [late], ...silent }).forget(USER);
  expect(holding(texts, USER)).toEqual([]);
});

test("a document that nobody understands any more goes as a whole", async () => {
  const texts = new Map([[`user:${USER}`, "what is this"]]);
  const store = createStore(memoryDriver(texts), { writer: "test", isAlone: true });
  expect((await eraser({ store, traces: [], ...silent }).forget(USER)).isFinished).toBe(true);
  expect(holding(texts, USER)).toEqual([]);
});
