import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createStore, type StoreOptions } from "./create-store.ts";
import { insistOnData, lockInstance } from "./instance-lock.ts";
import { sqliteDriver } from "./sqlite-driver.ts";
import { trueName } from "./sqlite-file.ts";
import type { Store } from "./store.ts";
import { type Place, storePlace } from "./store-url.ts";

/**
 * The store that `STORE_URL` names. Rejects with a `StoreError` for the operator when it cannot be trusted to keep
 * anything: then Away Team is not to start.
 */
export async function openStore(
  { storeUrl, dataDir }: Place,
  options: Pick<StoreOptions, "report"> = {},
): Promise<Store> {
  const place = storePlace({ storeUrl, dataDir });
  const writer = randomBytes(9).toString("base64url");
  if (place.database === "postgres") {
    const { postgresDriver } = await import("./postgres-driver.ts");
    return createStore(await postgresDriver(place.url), { ...options, writer, isAlone: false });
  }
  if (storeUrl === undefined || storeUrl === "") makeFolder(dataDir);
  return openAlone(trueName(place.file), { ...options, writer, isAlone: true });
}

async function openAlone(file: string, options: StoreOptions): Promise<Store> {
  const lock = lockInstance(file);
  try {
    insistOnData(file, lock);
    const store = createStore(await sqliteDriver(file), options);
    lock.rememberData();
    return { ...store, close: () => store.close().finally(lock.release) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** When it cannot be made, opening the file says so in better words. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    return;
  }
}
