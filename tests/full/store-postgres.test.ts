import { createServer } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createStore } from "../../src/store/create-store.ts";
import { guildKey } from "../../src/store/document-key.ts";
import { postgresDriver } from "../../src/store/postgres-driver.ts";
import { storeContract } from "../store/contract.ts";
import { join, openCrews } from "../store/kinds.ts";
import { type TestDatabase, testDatabase } from "./postgres-server.ts";

const KEY = guildKey("100000000000000001", "crew", "r1");

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase("away_team_store");
});
afterAll(() => database?.drop());

storeContract("a store on PostgreSQL", async () => ({
  open: () => postgresDriver(database.url),
  discard: async () => {
    const driver = await postgresDriver(database.url);
    for (const key of await driver.keys({ after: "", below: "~" }, 100_000)) await driver.remove(key, "");
    await driver.close();
  },
}));

test("connections that break are replaced, and nothing stops", async () => {
  const store = createStore(await postgresDriver(database.url), { writer: "breaks", isAlone: false });
  const members = async () => (await store.read(KEY, openCrews)).members.length;
  await Promise.all([members(), members(), store.update(KEY, openCrews, join("kira"))]);

  await database.admin(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'away_team_store'",
  );
  await new Promise((resolve) => setTimeout(resolve, 200));

  expect((await store.update(KEY, openCrews, join("odo"))).members).toEqual(["kira", "odo"]);
  await store.remove(KEY);
  await store.close();
});

test("a statement that waits for a lock is given up, and nothing of it lands later", async () => {
  const driver = await postgresDriver(database.url);
  const store = createStore(driver, { writer: "locks", isAlone: false });
  await store.update(KEY, openCrews, join("kira"));
  const holder = await testDatabaseLock(database.url);

  await expect(store.update(KEY, openCrews, join("odo"))).rejects.toMatchObject({
    reason: "too-slow",
    saved: "no",
  });
  await holder.release();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await store.read(KEY, openCrews)).members).toEqual(["kira"]);

  await store.remove(KEY);
  await store.close();
});

test("a server that is not there, refuses, or has no such database is named, without the password", async () => {
  const dead = createServer((socket) => socket.resume());
  const port = await new Promise<number>((resolve) =>
    dead.listen(0, "127.0.0.1", () => resolve((dead.address() as { readonly port: number }).port)),
  );
  const silent = `postgres://kira:wormhole@127.0.0.1:${port}/bajor`;

  await expect(postgresDriver(silent)).rejects.toThrow(/bajor on 127\.0\.0\.1:\d+ failed .*timeout/);
  await new Promise((resolve) => dead.close(resolve));
  const refused = await postgresDriver(silent).catch((error: unknown) => error as Error);
  expect(refused).toMatchObject({ name: "StoreError", reason: "unreachable" });
  expect(refused).toMatchObject({ message: expect.not.stringContaining("wormhole") });
  await expect(postgresDriver(database.url.replace("/away_team_store", "/nowhere"))).rejects.toMatchObject({
    reason: "misconfigured",
  });
});

/** Another client that holds the whole table until it is told to let go. */
async function testDatabaseLock(url: string): Promise<{ release(): Promise<void> }> {
  const { default: KeyvPostgres } = await import("@keyv/postgres");
  const adapter = new KeyvPostgres({ uri: url, max: 1, application_name: "holder" });
  const query = adapter["query"] as (sql: string) => Promise<readonly unknown[]>;
  await query("BEGIN");
  await query("LOCK TABLE public.keyv IN ROW EXCLUSIVE MODE; SELECT * FROM public.keyv FOR UPDATE");
  return {
    release: async () => {
      await query("ROLLBACK");
      await adapter.disconnect();
    },
  };
}
