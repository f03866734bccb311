import { openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import KeyvSqlite from "@keyv/sqlite";
import Keyv from "keyv";
import { expect, test } from "vitest";
import { createStore } from "../../src/store/create-store.ts";
import { guildKey, userKey } from "../../src/store/document-key.ts";
import { examineStore } from "../../src/store/examine.ts";
import { keyvReads, keyvWrites } from "../../src/store/keyv-rows.ts";
import { openStore } from "../../src/store/open-store.ts";
import { rethrow } from "../../src/store/probe.ts";
import { sqliteDriver } from "../../src/store/sqlite-driver.ts";
import { sqliteError } from "../../src/store/sqlite-error.ts";
import { testFolder } from "./folder.ts";
import { keep } from "./keeping.ts";
import { crews, join as joinCrew, openCrews } from "./kinds.ts";

const KEY = guildKey("1", "crew", "r1");

test("the database is Node's own SQLite: no native module is loaded", async () => {
  const keeping = keep(testFolder(), { mode: "idle" });
  expect(await keeping.says("native modules")).toBe("native modules: none");
  await keeping.says("ready");
  await keeping.stop("SIGKILL");
});

test("any keyv reads what the store keeps", async () => {
  const file = join(testFolder(), "data.sqlite");
  const store = await openStore({ storeUrl: `sqlite://${file}`, dataDir: "" });
  await store.create(KEY, crews, { seats: 5, members: ["kira"] });
  await store.close();

  const keyv = new Keyv({
    store: new KeyvSqlite({ uri: `sqlite://${file}`, driver: "node:sqlite" }),
    namespace: "away-team",
  });
  expect(await keyv.get(KEY)).toMatchObject({
    kind: "crew",
    version: 1,
    document: { seats: 5, members: ["kira"] },
  });
  await keyv.disconnect();
});

test("keyv fails aloud with the one listener it may have, and in silence with any other", async () => {
  const failing = async (listener: (error: unknown) => void) => {
    const adapter = new KeyvSqlite({
      uri: `sqlite://${join(testFolder(), "x.sqlite")}`,
      driver: "node:sqlite",
    });
    await adapter.ready;
    const keyv = new Keyv({ store: adapter });
    keyv.on("error", listener);
    await adapter.query("DROP TABLE keyv");
    return keyv;
  };

  const silent = await failing(() => undefined);
  expect([await silent.set("a", 1), await silent.get("a")]).toEqual([false, undefined]);
  const loud = await failing(rethrow);
  await expect(loud.set("a", 1)).rejects.toThrow("no such table");
  await expect(loud.get("a")).rejects.toThrow("no such table");
});

test("a database that becomes damaged while it is open says so, and is not taken for empty", async () => {
  const file = join(testFolder(), "data.sqlite");
  const store = await openStore({ storeUrl: `sqlite://${file}`, dataDir: "" });
  for (let number = 0; number < 60; number++)
    await store.create(guildKey("1", "crew", `r${number}`), crews, { seats: 5, members: ["x".repeat(3000)] });
  await store.compact();
  const descriptor = openSync(file, "r+");
  writeSync(descriptor, Buffer.alloc(readFileSync(file).length - 4096, 0xee), 0, undefined, 4096);

  const later = await sqliteDriver(file).catch((error: unknown) => error);
  expect(later).toMatchObject({ name: "StoreError", reason: "damaged" });
  await store.close().catch(() => undefined);
  const { problems } = await examineStore({ storeUrl: `sqlite://${file}`, dataDir: "" }, []);
  expect(problems[0]).toMatchObject({ reason: "damaged" });
});

test("somebody else's lock is waited for briefly, refused clearly, and forgotten when it goes", async () => {
  const file = join(testFolder(), "data.sqlite");
  const store = await openStore({ storeUrl: `sqlite://${file}`, dataDir: "" });
  await store.update(KEY, openCrews, joinCrew("kira"));
  const other = new DatabaseSync(file);
  other.exec("BEGIN IMMEDIATE");

  await expect(store.update(KEY, openCrews, joinCrew("odo"))).rejects.toMatchObject({
    reason: "locked",
    saved: "no",
  });
  expect((await store.read(KEY, openCrews)).members).toEqual(["kira"]);
  other.exec("ROLLBACK");
  other.close();
  expect((await store.update(KEY, openCrews, joinCrew("odo"))).members).toEqual(["kira", "odo"]);
  await store.close();
});

test("a full database keeps answering reads, refuses writes, and recovers by itself", async () => {
  const file = join(testFolder(), "data.sqlite");
  const driver = await sqliteDriver(file);
  const store = createStore(driver, { writer: "w", isAlone: true });
  await store.update(KEY, openCrews, joinCrew("kira"));
  const limited = openLimited(file, 8);

  const big = { seats: 5, members: ["x".repeat(100_000)] };
  await expect(limited.insert("guild:1:big", JSON.stringify(big))).rejects.toMatchObject({
    reason: "full",
    saved: "no",
  });
  expect((await store.read(KEY, openCrews)).members).toEqual(["kira"]);
  await limited.close();
  expect(await store.create(guildKey("1", "big"), crews, big)).toBe(true);
  await store.close();
});

test("after an erasure nothing of a member is left in the file or its log", async () => {
  const file = join(testFolder(), "data.sqlite");
  const store = await openStore({ storeUrl: `sqlite://${file}`, dataDir: "" });
  const memberId = "987654321098765432";
  const traces = () =>
    [file, `${file}-wal`].map((one) => readFileSync(one, "latin1").split(memberId).length - 1);
  for (let number = 0; number < 300; number++) {
    const members = Array.from({ length: number % 40 }, (_, index) => `m${index}`);
    await store.create(guildKey("1", "crew", `r${number}`), crews, {
      seats: 5,
      members: [...members, memberId],
    });
    await store.create(userKey(`${memberId.slice(0, -3)}${100 + number}`), crews, { seats: 1, members });
  }
  await store.create(userKey(memberId), crews, { seats: 1, members: [memberId] });
  await store.compact();
  expect(traces()[0]).toBeGreaterThan(300);

  await store.remove(userKey(memberId));
  for (let number = 0; number < 300; number++) {
    const key = guildKey("1", "crew", `r${number}`);
    if (number % 3 === 0) await store.remove(key);
    else
      await store.update(key, crews, (crew) => ({
        seats: 5,
        members: crew?.members.filter((one) => one !== memberId) ?? [],
      }));
  }
  await store.compact();
  expect(traces()).toEqual([0, 0]);
  await store.close();
});

/** The same data through a connection that may not make the file any larger. */
function openLimited(file: string, pages: number) {
  const database = new DatabaseSync(file, { timeout: 100 });
  database.exec(`PRAGMA max_page_count = ${pages}`);
  const inWords = async <T>(work: () => T): Promise<T> => {
    try {
      return work();
    } catch (error) {
      throw sqliteError("The data file", error);
    }
  };
  const table = { table: "keyv", keyInBytes: "key" };
  const reads = keyvReads(
    (sql, ...values) => inWords(() => database.prepare(sql).all(...values)),
    "The data file",
    table,
  );
  const writes = keyvWrites(
    (sql, ...values) => inWords(() => Number(database.prepare(sql).run(...values).changes)),
    table,
  );
  return { ...reads, ...writes, close: async () => database.close() };
}
