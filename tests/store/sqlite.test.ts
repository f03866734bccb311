import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqliteDriver } from "../../src/store/sqlite-driver.ts";
import { storeContract } from "./contract.ts";

storeContract("a store on SQLite", async () => {
  const folder = mkdtempSync(join(tmpdir(), "away-team-store-"));
  return {
    open: () => sqliteDriver(join(folder, "data.sqlite")),
    discard: async () => rmSync(folder, { recursive: true }),
  };
});
