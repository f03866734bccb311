import { describe, expect, test } from "vitest";
import { createStore } from "../../src/store/create-store.ts";
import { type DocumentKey, guildKey, guildRange, userKey } from "../../src/store/document-key.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import type { Store } from "../../src/store/store.ts";
import { StoreError } from "../../src/store/store-error.ts";
import { type Fault, faults, faultyDriver } from "./faulty-driver.ts";
import { crews, join, openCrews } from "./kinds.ts";

const KEYS = {
  run: guildKey("1", "crew", "r1"),
  other: guildKey("2", "crew", "r1"),
  gone: guildKey("1", "crew", "gone"),
  user: userKey("3"),
} as const;

const PATIENCE = { answerWithinMs: 40, settleWithinMs: 600 };

/** What a member was told about one change. */
type Told = "saved" | "not saved" | "unknown";

async function told(change: Promise<unknown>): Promise<Told> {
  try {
    await change;
    return "saved";
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return error.saved === "unknown" ? "unknown" : "not saved";
  }
}

/** A small evening: sign-ups alone and at the same time, a document made and removed, looks in between. */
async function evening(store: Store) {
  const answers = new Map<string, Told>();
  const signUp = async (key: DocumentKey, name: string) => {
    answers.set(name, await told(store.update(key, openCrews, join(name))));
  };
  const look = (key: DocumentKey) => told(store.read(key, openCrews));

  await signUp(KEYS.run, "kira");
  await Promise.all([signUp(KEYS.run, "odo"), signUp(KEYS.run, "dax"), signUp(KEYS.other, "quark")]);
  await look(KEYS.run);
  answers.set("made", await told(store.create(KEYS.gone, crews, { seats: 1, members: ["made"] })));
  await signUp(KEYS.user, "rom");
  answers.set("removed", await told(store.remove(KEYS.gone)));
  await told(store.list(guildRange("1"), crews));
  await Promise.all([signUp(KEYS.run, "nog"), signUp(KEYS.user, "leeta"), look(KEYS.other)]);
  await signUp(KEYS.other, "brunt");
  return answers;
}

async function callsOfAnEvening(isAlone: boolean): Promise<number> {
  const driver = faultyDriver(memoryDriver(), 0, "throws, undone");
  await evening(createStore(driver, { writer: "count", isAlone, ...PATIENCE }));
  return driver.calls;
}

async function tryFault(at: number, fault: Fault, isAlone: boolean) {
  const texts = new Map<string, string>();
  const faulty = faultyDriver(memoryDriver(texts), at, fault);
  const store = createStore(faulty, { writer: "w", isAlone, ...PATIENCE });
  const answers = await evening(store);
  await faulty.settled();
  const afterwards = await told(store.update(KEYS.run, openCrews, join("afterwards")));

  const later = createStore(memoryDriver(texts), { writer: "later", isAlone: false });
  const kept = new Set<string>();
  for (const key of [KEYS.run, KEYS.other, KEYS.user])
    for (const name of (await later.read(key, openCrews)).members) {
      expect(kept, "nobody signs up twice").not.toContain(name);
      kept.add(name);
    }
  const isMadeKept = (await later.read(KEYS.gone, crews)) !== undefined;
  return { answers, kept, isMadeKept, afterwards, seen: await store.read(KEYS.run, openCrews) };
}

describe.each([true, false])("a store whose database fails at any one call (remembering: %j)", (isAlone) => {
  test.each(faults)("%s: whoever reads “saved” is kept, whoever reads “not saved” is not", async (fault) => {
    const calls = await callsOfAnEvening(isAlone);
    expect(calls).toBeGreaterThan(14);

    await Promise.all(
      Array.from({ length: calls }, async (_, index) => {
        const { answers, kept, isMadeKept, afterwards, seen } = await tryFault(index + 1, fault, isAlone);
        const context = `${fault} at call ${index + 1}`;
        for (const [name, answer] of answers) {
          if (name === "made" || name === "removed" || answer === "unknown") continue;
          expect(kept.has(name), `${context}: ${name} read "${answer}"`).toBe(answer === "saved");
        }
        if (fault === "throws, done" || fault.startsWith("says no"))
          expect([...answers.values()], `${context}: what happened is looked up`).not.toContain("unknown");
        if (answers.get("made") !== "unknown" && answers.get("removed") !== "unknown")
          expect(isMadeKept, context).toBe(
            answers.get("made") === "saved" && answers.get("removed") !== "saved",
          );

        expect(afterwards, `${context}: it recovers by itself`).toBe("saved");
        expect(seen.members, context).toContain("afterwards");
      }),
    );
  });
});

test("a database that never answers keeps nobody waiting, and nothing is done behind anybody's back", async () => {
  const texts = new Map<string, string>();
  const driver = memoryDriver(texts);
  const store = createStore(
    { ...driver, read: () => new Promise(() => undefined) },
    { writer: "w", isAlone: false, answerWithinMs: 50, settleWithinMs: 120 },
  );
  const startedAt = performance.now();
  const names = Array.from({ length: 20 }, (_, index) => `m${index}`);
  const answers = await Promise.all(
    names.map((name) => told(store.update(guildKey("1", "crew", name), openCrews, join(name)))),
  );

  expect(performance.now() - startedAt).toBeLessThan(1_000);
  expect(new Set(answers)).toEqual(new Set(["not saved"]));
  expect(texts.size).toBe(0);
});

test("whoever was told that it took too long is not signed up afterwards", async () => {
  const texts = new Map<string, string>();
  const driver = memoryDriver(texts);
  const answer = Promise.withResolvers<void>();
  const slow = { ...driver, read: (key: string) => answer.promise.then(() => driver.read(key)) };
  const store = createStore(slow, {
    writer: "w",
    isAlone: false,
    answerWithinMs: 60_000,
    settleWithinMs: 30,
  });

  expect(await told(store.update(KEYS.run, openCrews, join("kira")))).toBe("not saved");
  answer.resolve();
  await store.close();
  expect(texts.size).toBe(0);
});

test("a write that lands after it was given up is seen by whoever looks next", async () => {
  const driver = memoryDriver();
  const landing = Promise.withResolvers<void>();
  const landed = Promise.withResolvers<void>();
  const late = async (...change: Parameters<typeof driver.replace>) => {
    await landing.promise;
    return driver.replace(...change).finally(landed.resolve);
  };
  const store = createStore({ ...driver, replace: late }, { writer: "w", isAlone: true, answerWithinMs: 30 });
  await store.update(KEYS.run, openCrews, join("kira"));

  expect(await told(store.update(KEYS.run, openCrews, join("odo")))).toBe("unknown");
  expect((await store.read(KEYS.run, openCrews)).members).toEqual(["kira"]);
  landing.resolve();
  await landed.promise;
  expect((await store.read(KEYS.run, openCrews)).members).toEqual(["kira", "odo"]);
});

test("a database that somebody else always gets to first is given up in the end", async () => {
  const driver = memoryDriver();
  const store = createStore({ ...driver, insert: async () => false }, { writer: "w", isAlone: false });

  await expect(store.update(KEYS.run, openCrews, join("kira"))).rejects.toMatchObject({
    reason: "contended",
  });
});
