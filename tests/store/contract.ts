import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createStore, type StoreOptions } from "../../src/store/create-store.ts";
import { botKey, everyDocument, guildKey, guildRange, userKey } from "../../src/store/document-key.ts";
import { documentKind } from "../../src/store/document-kind.ts";
import type { Driver } from "../../src/store/driver.ts";
import { crews, join, openCrews } from "./kinds.ts";

const GUILD = "100000000000000001";
const OTHER = "100000000000000002";
const KEY = guildKey(GUILD, "crew", "r1");

/** A database to try: empty at first, and the same one each time it is opened. */
export interface Subject {
  open(): Promise<Driver>;
  discard(): Promise<void>;
}

/** What every database has to do, whatever it is. */
export function storeContract(name: string, subject: () => Promise<Subject>): void {
  describe(name, () => {
    const toClose: (() => Promise<void>)[] = [];
    let writers = 0;

    async function prepare() {
      const prepared = await subject();
      toClose.unshift(() => prepared.discard());
      return async (options: Partial<StoreOptions> = {}) => {
        const driver = await prepared.open();
        const store = createStore(driver, { writer: `w${writers++}`, isAlone: false, ...options });
        toClose.unshift(() => store.close());
        return { store, driver };
      };
    }

    afterEach(async () => {
      for (const close of toClose.splice(0)) await close();
    });

    test("a document that was never written is absent, or what its kind begins with", async () => {
      const { store } = await (await prepare())();

      expect(await store.read(KEY, crews)).toBeUndefined();
      expect(await store.read(KEY, openCrews)).toEqual({ seats: 5, members: [] });
    });

    test("what was written is there for the next who opens the data", async () => {
      const open = await prepare();
      const { store } = await open();
      expect(await store.create(KEY, crews, { seats: 5, members: ["kira"] })).toBe(true);
      await store.close();

      const { store: later } = await open();
      expect(await later.read(KEY, crews)).toEqual({ seats: 5, members: ["kira"] });
    });

    test("a document is made once", async () => {
      const { store } = await (await prepare())();
      const made = await Promise.all(
        ["kira", "odo", "dax"].map((name) => store.create(KEY, crews, { seats: 5, members: [name] })),
      );

      expect(made).toEqual([true, false, false]);
      expect((await store.read(KEY, crews))?.members).toEqual(["kira"]);
    });

    test("a rule decides on the document, and says what came of it", async () => {
      const { store } = await (await prepare())();
      const joinIfFree = (member: string) =>
        store.decide(KEY, openCrews, (crew) =>
          crew.members.length === 2
            ? { document: crew, outcome: "full" }
            : { document: join(member)(crew), outcome: "in" },
        );

      expect(await Promise.all(["kira", "odo", "dax"].map(joinIfFree))).toEqual(["in", "in", "full"]);
      expect((await store.read(KEY, openCrews)).members).toEqual(["kira", "odo"]);
    });

    test("a change that fails fails alone", async () => {
      const { store } = await (await prepare())();
      const results = await Promise.allSettled([
        store.update(KEY, openCrews, join("kira")),
        store.update(KEY, openCrews, () => {
          throw new Error("no seat left");
        }),
        store.update(KEY, openCrews, (crew) => ({ ...crew, seats: 0.5 })),
        store.update(KEY, openCrews, join("dax")),
      ]);

      expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
      expect(results[1]).toMatchObject({ reason: { message: "no seat left" } });
      expect(results[2]).toMatchObject({ reason: { reason: "invalid", saved: "no" } });
      expect((await store.read(KEY, openCrews)).members).toEqual(["kira", "dax"]);
    });

    test("500 changes at once are all kept, in order", async () => {
      const { store } = await (await prepare())();
      const names = Array.from({ length: 500 }, (_, index) => `m${index}`);
      const answers = await Promise.all(names.map((name) => store.update(KEY, openCrews, join(name))));

      expect((await store.read(KEY, openCrews)).members).toEqual(names);
      expect(answers.map(({ members }) => members.length)).toEqual(names.map((_, index) => index + 1));
    });

    test.each([true, false])(
      "two writers on one document lose nothing (remembering: %j)",
      async (isAlone) => {
        const open = await prepare();
        const stores = [await open({ isAlone }), await open({ isAlone })];
        const key = userKey("200000000000000001");
        const names = Array.from({ length: 60 }, (_, index) => `m${index}`);
        await Promise.all(
          names.map(async (name, index) => {
            await new Promise((resolve) => setTimeout(resolve, index % 7));
            await stores[index % 2]?.store.update(key, openCrews, join(name));
          }),
        );

        const { store } = await open();
        expect([...(await store.read(key, openCrews)).members].sort()).toEqual([...names].sort());
      },
    );

    test("a removed document is gone, and can be made anew", async () => {
      const { store } = await (await prepare())();
      await store.create(KEY, crews, { seats: 5, members: [] });

      expect(await store.remove(KEY)).toBe(true);
      expect(await store.remove(KEY)).toBe(false);
      expect(await store.read(KEY, crews)).toBeUndefined();
      expect(await store.update(KEY, crews, () => undefined)).toBeUndefined();
      expect(await store.create(KEY, crews, { seats: 3, members: [] })).toBe(true);
      expect(await store.update(KEY, crews, () => undefined)).toBeUndefined();
      expect(await store.read(KEY, crews)).toBeUndefined();
    });

    test("a guild's documents are listed by kind, in order, and nobody else's are among them", async () => {
      const { store } = await (await prepare())();
      const runs = Array.from({ length: 120 }, (_, index) => `r${String(index).padStart(3, "0")}`);
      for (const run of runs)
        await store.create(guildKey(GUILD, "crew", run), crews, { seats: 1, members: [run] });
      await store.create(guildKey(`${GUILD}0`, "crew", "x"), crews, { seats: 1, members: [] });
      await store.create(guildKey(OTHER, "crew", "x"), crews, { seats: 1, members: [] });
      await store.create(guildKey(GUILD, "crews"), crews, { seats: 1, members: [] });
      await store.create(guildKey(GUILD, "note", "x"), notes, { text: "hi" });

      const { documents } = await store.list(guildRange(GUILD, "crew"), crews);
      expect(documents.map(({ document }) => document.members[0])).toEqual(runs);
      expect((await store.list(guildRange(GUILD), notes)).documents).toEqual([
        { key: guildKey(GUILD, "note", "x"), document: { text: "hi" } },
      ]);
      expect(await collect(store.keys(guildRange(GUILD)))).toHaveLength(122);
      expect((await collect(store.guildIds())).sort()).toEqual([GUILD, OTHER, `${GUILD}0`].sort());
    });

    test("keys are ordered by their bytes", async () => {
      const { store } = await (await prepare())();
      const keys = ["a", "B", "a-1", "A", "_", "b", "9", "10"].map((part) => guildKey(GUILD, part));
      for (const key of keys) await store.create(key, crews, { seats: 1, members: [] });

      expect(await collect(store.keys(guildRange(GUILD)))).toEqual([...keys].sort());
    });

    test("every guild is found once, however much it keeps", async () => {
      const { driver, store } = await (await prepare())();
      for (const guildId of ["1", "10", "2", "11"])
        for (let number = 0; number < 300; number++)
          await driver.insert(guildKey(guildId, "crew", `r${number}`), "anything");
      await store.create(botKey("identifies"), crews, { seats: 1, members: [] });

      expect((await collect(store.guildIds())).sort()).toEqual(["1", "10", "11", "2"]);
      expect(await collect(store.keys(everyDocument))).toHaveLength(1201);
    });

    test("what nobody understands is reported, never overwritten, and never taken for nothing", async () => {
      const open = await prepare();
      const reported: string[] = [];
      const { store, driver } = await open({ report: (error) => reported.push(error.message) });
      const texts = [
        "not json at all",
        '{"value":{"stamp":"x-1","kind":"crew","version":1,"document":{"seats":"five"}}}',
        '{"value":{"stamp":"x-1","kind":"crew","version":2,"document":{"seats":5,"members":[]}}}',
        '{"value":{"stamp":"x-1","kind":"note","version":1,"document":{"text":"hi"}}}',
        '{"value":{"stamp":"x-1","kind":"crew","version":1,"docu',
      ];
      const reasons = ["unreadable", "unreadable", "newer", "unreadable", "unreadable"];

      for (const [index, text] of texts.entries()) {
        const key = guildKey(GUILD, "crew", `bad${index}`);
        await driver.insert(key, text);
        const refusal = { name: "StoreError", reason: reasons[index], saved: "no" };
        await expect(store.read(key, openCrews)).rejects.toMatchObject(refusal);
        await expect(store.update(key, openCrews, join("kira"))).rejects.toMatchObject(refusal);
        await expect(store.create(key, openCrews, { seats: 1, members: [] })).rejects.toMatchObject(refusal);
        expect(await driver.read(key)).toBe(text);
      }
      expect(reported).toHaveLength(texts.length);
      await store.create(KEY, crews, { seats: 1, members: [] });
      const { documents, unreadable } = await store.list(guildRange(GUILD), crews);
      expect(documents).toHaveLength(1);
      expect(unreadable).toHaveLength(4);

      expect(await store.remove(guildKey(GUILD, "crew", "bad0"))).toBe(true);
      expect(await store.read(guildKey(GUILD, "crew", "bad0"), crews)).toBeUndefined();
    });

    test("a document of an older version is brought up to date, and written so at the next change", async () => {
      const { store, driver } = await (await prepare())();
      await driver.insert(
        KEY,
        '{"value":{"stamp":"x-1","kind":"crew","version":1,"document":{"names":"kira,odo"}}}',
      );
      const newer = documentKind({
        name: "crew",
        version: 3,
        schema: z.object({ members: z.array(z.string()), note: z.string() }),
        migrations: [
          (old) => ({ members: z.object({ names: z.string() }).parse(old).names.split(",") }),
          (old) => ({ ...z.object({ members: z.array(z.string()) }).parse(old), note: "" }),
        ],
      });

      expect(await store.read(KEY, newer)).toEqual({ members: ["kira", "odo"], note: "" });
      expect(await driver.read(KEY)).toContain('"version":1');
      await store.update(KEY, newer, (crew) => crew && { ...crew, note: "hi" });
      expect(await driver.read(KEY)).toContain('"version":3');
      expect(await store.read(KEY, newer)).toEqual({ members: ["kira", "odo"], note: "hi" });
    });

    test("what a schema accepts but JSON loses is refused before it is written", async () => {
      const { store, driver } = await (await prepare())();
      const dated = documentKind({ name: "dated", version: 1, schema: z.object({ at: z.any() }) });
      const strict = documentKind({ name: "dated", version: 1, schema: z.object({ at: z.date() }) });

      await expect(store.create(KEY, dated, { at: 5n })).rejects.toMatchObject({ reason: "invalid" });
      await expect(store.create(KEY, strict, { at: new Date(0) })).rejects.toMatchObject({
        reason: "invalid",
      });
      expect(await driver.read(KEY)).toBeUndefined();
    });

    test("odd texts come back as they were", async () => {
      const { store } = await (await prepare())();
      for (const text of ["🖖 Ω 'quoted\" \\ \u2028 ％", "x".repeat(200_000), "%_?1 $1 :key"]) {
        await store.update(KEY, notes, () => ({ text }));
        expect(await store.read(KEY, notes)).toEqual({ text });
      }
    });

    test("a closed store refuses, after finishing what was asked for", async () => {
      const open = await prepare();
      const { store } = await open();
      const last = store.update(KEY, openCrews, join("kira"));
      await store.close();

      expect((await last).members).toEqual(["kira"]);
      await expect(store.read(KEY, openCrews)).rejects.toMatchObject({ reason: "closed" });
      await expect(store.update(KEY, openCrews, join("odo"))).rejects.toMatchObject({ reason: "closed" });
    });
  });
}

const notes = documentKind({ name: "note", version: 1, schema: z.object({ text: z.string() }) });

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
