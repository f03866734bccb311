import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { everyDocument, guildIdIn } from "./document-key.ts";
import type { Driver } from "./driver.ts";
import { open, unseal } from "./envelope.ts";
import type { AnyKind } from "./errand.ts";
import { keyvReads } from "./keyv-rows.ts";
import { insistOnWhole } from "./sqlite-copy.ts";
import { sqliteError } from "./sqlite-error.ts";
import { originOf, trueName } from "./sqlite-file.ts";
import { StoreError } from "./store-error.ts";
import { type Place, storePlace } from "./store-url.ts";
import { everyRow } from "./walk.ts";

export interface Examination {
  readonly documents: number;
  readonly guilds: number;
  /** Everything that an operator should know of; none when all is well. */
  readonly problems: readonly StoreError[];
}

/**
 * Looks through everything that is kept, without changing anything, also while Away Team runs. Documents of a kind that
 * is not among `kinds` are looked at from outside only.
 */
export async function examineStore(
  { storeUrl, dataDir }: Place,
  kinds: readonly AnyKind[],
): Promise<Examination> {
  try {
    const place = storePlace({ storeUrl, dataDir });
    if (place.database === "sqlite") return await examineFile(trueName(place.file), kinds);
    const { postgresDriver } = await import("./postgres-driver.ts");
    const driver = await postgresDriver(place.url);
    return await examineRows(driver, kinds).finally(() => driver.close());
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { documents: 0, guilds: 0, problems: [error] };
  }
}

async function examineFile(file: string, kinds: readonly AnyKind[]): Promise<Examination> {
  const origin = originOf(file);
  if (!existsSync(file))
    throw new StoreError({
      reason: "missing",
      origin,
      problem: "does not exist yet.",
      remedy: "It is made at the first start; if there was one, look at STORE_URL and DATA_DIR.",
    });
  insistOnWhole(file, origin);
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    const rows = keyvReads(async (sql, ...values) => database.prepare(sql).all(...values), origin, {
      table: "keyv",
      keyInBytes: "key",
    });
    return await examineRows(rows, kinds);
  } catch (error) {
    throw sqliteError(origin, error);
  } finally {
    database.close();
  }
}

async function examineRows(driver: Pick<Driver, "rows">, kinds: readonly AnyKind[]): Promise<Examination> {
  const guilds = new Set<string>();
  const problems: StoreError[] = [];
  let documents = 0;
  for await (const { key, text } of everyRow(driver, everyDocument)) {
    documents++;
    guilds.add(guildIdIn(key) ?? "");
    try {
      const kind = kinds.find(({ name }) => name === unseal(key, text).kind);
      if (kind !== undefined) open(key, text, kind);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      problems.push(error);
    }
  }
  guilds.delete("");
  return { documents, guilds: guilds.size, problems };
}
