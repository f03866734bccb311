import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { guildKey } from "../../src/store/document-key.ts";
import { openStore } from "../../src/store/open-store.ts";
import { StoreError } from "../../src/store/store-error.ts";
import { storePlace } from "../../src/store/store-url.ts";
import { testFolder } from "./folder.ts";
import { acknowledged, keep } from "./keeping.ts";
import { crews, join as joinCrew, openCrews } from "./kinds.ts";
import { isWhole, tallies, tallyKey } from "./tally.ts";

const KEY = guildKey("1", "crew", "r1");

function at(file: string) {
  return { storeUrl: `sqlite://${file}`, dataDir: "/nowhere" };
}

/** Opening has to fail with one line for the operator that names the file; nothing may be made or changed. */
async function refusalOf(file: string): Promise<StoreError> {
  const error = await openStore(at(file)).then(
    () => undefined,
    (refused: unknown) => refused,
  );
  expect(error).toBeInstanceOf(StoreError);
  expect((error as StoreError).message).toMatch(/^[^\n]+\.$/);
  expect((error as StoreError).message).toContain(file);
  return error as StoreError;
}

/** To root nothing is forbidden, so it looks as nobody does. */
async function refusalWithoutRights(file: string): Promise<StoreError> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await refusalOf(file);
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

test("without STORE_URL the data is a file in the data folder, which is made", async () => {
  const dataDir = join(testFolder(), "deep", "data");
  const store = await openStore({ storeUrl: undefined, dataDir });
  await store.create(KEY, crews, { seats: 5, members: [] });
  await store.close();

  expect(readdirSync(dataDir).sort()).toEqual(["away-team.sqlite", "away-team.sqlite.lock"]);
});

test("STORE_URL names a file or a PostgreSQL database", () => {
  expect(storePlace({ storeUrl: "sqlite:///data/x.sqlite", dataDir: "/d" })).toEqual({
    database: "sqlite",
    file: "/data/x.sqlite",
  });
  expect(storePlace({ storeUrl: "postgres://a:b@c/d", dataDir: "/d" })).toEqual({
    database: "postgres",
    url: "postgres://a:b@c/d",
  });
  expect(storePlace({ storeUrl: "", dataDir: "/d" })).toEqual({
    database: "sqlite",
    file: "/d/away-team.sqlite",
  });
  for (const wrong of ["mysql://kira:wormhole@ds9/bajor", "sqlite://:memory:", "sqlite://", "data.sqlite"])
    expect(() => storePlace({ storeUrl: wrong, dataDir: "/d" })).toThrow(
      /^STORE_URL begins with .* Use sqlite:\/\/PATH or postgres:/,
    );
  expect(() => storePlace({ storeUrl: "mysql://kira:wormhole@ds9/bajor", dataDir: "/d" })).not.toThrow(
    /wormhole/,
  );
});

test("a second process on the same data refuses within a second", async () => {
  const dataDir = testFolder();
  const store = await openStore({ storeUrl: undefined, dataDir });
  const startedAt = performance.now();
  await expect(openStore({ storeUrl: undefined, dataDir })).rejects.toMatchObject({ reason: "in-use" });
  expect(performance.now() - startedAt).toBeLessThan(500);

  const second = keep(dataDir, { mode: "idle" });
  expect(await second.says("cannot")).toMatch(
    /is in use by another Away Team that runs already\. Stop that one first/,
  );
  expect(await second.ended).toBe(1);
  await store.close();
});

test("a data file is the same under every name it has", async () => {
  const dataDir = testFolder();
  const store = await openStore({ storeUrl: undefined, dataDir });
  symlinkSync(dataDir, join(dataDir, "other"));
  symlinkSync(join(dataDir, "away-team.sqlite"), join(dataDir, "link.sqlite"));

  await expect(openStore(at(join(dataDir, "other", "away-team.sqlite")))).rejects.toMatchObject({
    reason: "in-use",
  });
  await expect(openStore(at(join(dataDir, "link.sqlite")))).rejects.toMatchObject({ reason: "in-use" });
  await store.close();
});

test("a killed process leaves no lock behind", async () => {
  const dataDir = testFolder();
  const killed = keep(dataDir, { mode: "idle" });
  await killed.says("ready");
  await killed.stop("SIGKILL");

  const store = await openStore({ storeUrl: undefined, dataDir });
  await store.close();
});

test("a folder that is not there is named, and not made", async () => {
  const file = join(testFolder(), "missing", "data.sqlite");
  expect((await refusalOf(file)).reason).toBe("missing");
  expect(existsSync(join(file, ".."))).toBe(false);
});

test("a file that is no database stays as it is", async () => {
  const file = join(testFolder(), "letter.txt");
  writeFileSync(file, "Dear Captain, ".repeat(1000));

  expect((await refusalOf(file)).reason).toBe("foreign");
  expect(readFileSync(file, "utf8")).toBe("Dear Captain, ".repeat(1000));
});

test("a folder instead of a file is refused", async () => {
  const file = join(testFolder(), "data.sqlite");
  mkdirSync(file);
  expect((await refusalOf(file)).reason).toBe("foreign");
});

test("another program's database stays as it is", async () => {
  const file = join(testFolder(), "songs.sqlite");
  const database = new DatabaseSync(file);
  database.exec("CREATE TABLE songs (title TEXT)");
  database.close();

  expect((await refusalOf(file)).problem).toContain('it has the table "songs"');
  const after = new DatabaseSync(file);
  expect(after.prepare("SELECT name FROM sqlite_schema").all()).toEqual([{ name: "songs" }]);
  after.close();
});

test("a damaged data file is refused, and stays as it is", async () => {
  const folder = testFolder();
  const file = join(folder, "data.sqlite");
  const store = await openStore(at(file));
  for (let number = 0; number < 200; number++)
    await store.create(guildKey("1", "crew", `r${number}`), crews, { seats: 5, members: ["x".repeat(500)] });
  await store.close();
  const bytes = readFileSync(file);
  bytes.fill(0xff, 100, 4096);
  writeFileSync(file, bytes);

  expect((await refusalOf(file)).reason).toBe("damaged");
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test.each(["removed", "emptied"])("a data file that was %s is a loss, never a beginning", async (how) => {
  const file = join(testFolder(), "data.sqlite");
  const store = await openStore(at(file));
  await store.create(KEY, crews, { seats: 5, members: [] });
  await store.close();
  if (how === "removed") rmSync(file);
  else writeFileSync(file, "");

  const refused = await refusalOf(file);
  expect(refused.reason).toBe("missing");
  expect(refused.remedy).toContain("restore a backup");
  rmSync(`${file}.lock`);
  await (await openStore(at(file))).close();
});

test("a write-ahead log without its data file is a loss, too", async () => {
  const file = join(testFolder(), "data.sqlite");
  writeFileSync(`${file}-wal`, "something");
  expect((await refusalOf(file)).reason).toBe("missing");
});

test.skipIf(process.platform === "win32")(
  "a folder or a file that may not be written to is named",
  async () => {
    const folder = testFolder();
    const file = join(folder, "data.sqlite");
    await (await openStore(at(file))).close();
    chmodSync(file, 0o444);
    chmodSync(folder, 0o555);
    try {
      expect((await refusalWithoutRights(file)).reason).toBe("read-only");
      chmodSync(folder, 0o777);
      rmSync(`${file}.lock`);
      expect((await refusalWithoutRights(file)).problem).toContain("may not be written to");
    } finally {
      chmodSync(folder, 0o777);
    }
  },
);

test("a data file that cannot grow refuses what does not fit, and goes on when it can", async () => {
  const dataDir = testFolder();
  const keeping = keep(dataDir, { shell: "ulimit -f 200" });
  const refused = await keeping.says("refused");
  await keeping.stop("SIGKILL");
  expect(refused).toMatch(/^refused (full|unreachable) no The data file .*(disk|space)/);

  const lines = keeping.lines();
  const store = await openStore({ storeUrl: undefined, dataDir });
  for (const [guildId, count] of acknowledged(lines)) {
    const tally = await store.read(tallyKey(guildId), tallies);
    expect(tally.count).toBe(count);
    expect(isWhole(tally)).toBe(true);
  }
  expect((await store.update(KEY, openCrews, joinCrew("kira"))).members).toEqual(["kira"]);
  await store.close();
});
