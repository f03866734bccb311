import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backUp } from "../../src/store/backup.ts";
import { everyDocument, guildKey, userKey } from "../../src/store/document-key.ts";
import { examineStore } from "../../src/store/examine.ts";
import { openStore } from "../../src/store/open-store.ts";
import { restore } from "../../src/store/restore.ts";
import { backUpWhileWriting } from "./copying.ts";
import { testFolder } from "./folder.ts";
import { acknowledged, keep } from "./keeping.ts";
import { crews, join as joinCrew, openCrews } from "./kinds.ts";
import { tallies, tallyKey } from "./tally.ts";

const KEY = guildKey("1", "crew", "r1");

const placeIn = (dataDir: string) => ({ storeUrl: undefined, dataDir });

test("backups made while somebody writes are whole, and each is a moment of history", async () => {
  const copies = await backUpWhileWriting(testFolder(), 5);

  expect(copies).toMatchObject({ backups: 5, broken: 0, halves: 0, behind: 0, backwards: 0 });
  expect(copies.changes).toBeGreaterThan(20);
});

test("a backup never overwrites anything, and leaves nothing half-made behind", async () => {
  const dataDir = testFolder();
  await (await openStore(placeIn(dataDir))).close();
  const backup = join(dataDir, "backup.sqlite");
  backUp(placeIn(dataDir), backup);

  expect(() => backUp(placeIn(dataDir), backup)).toThrow(/exists already\. Name a new file/);
  expect(() => backUp(placeIn(dataDir), join(dataDir, "away-team.sqlite"))).toThrow(/exists already/);
  expect(() => backUp(placeIn(dataDir), join(dataDir, "x", "y"))).toThrow(/folder does not exist/);
  expect(() => backUp(placeIn(join(dataDir, "other")), join(dataDir, "z"))).toThrow(/nothing to back up/);
  expect(() => backUp({ storeUrl: "postgres://a:b@c/d", dataDir }, "z")).toThrow(/pg_dump/);
  expect(readdirSync(dataDir).filter((name) => name.includes("unfinished"))).toEqual([]);
  if (process.platform !== "win32") expect(statSync(backup).mode & 0o777).toBe(0o600);
});

test("what was removed is in no later backup", async () => {
  const dataDir = testFolder();
  const store = await openStore(placeIn(dataDir));
  const memberId = "987654321098765432";
  await store.create(userKey(memberId), crews, { seats: 1, members: [memberId] });
  await store.remove(userKey(memberId));
  await store.compact();
  const backup = join(dataDir, "backup.sqlite");
  backUp(placeIn(dataDir), backup);
  await store.close();

  expect(readFileSync(backup, "latin1")).not.toContain(memberId);
});

test("a restore brings back what the backup holds, and keeps what was there", async () => {
  const dataDir = testFolder();
  const backup = join(dataDir, "backup.sqlite");
  const store = await openStore(placeIn(dataDir));
  await store.update(KEY, openCrews, joinCrew("kira"));
  backUp(placeIn(dataDir), backup);
  await store.update(KEY, openCrews, joinCrew("odo"));
  expect(() => restore(placeIn(dataDir), backup)).toThrow(/in use by another Away Team/);
  await store.close();

  const { keptAs } = restore(placeIn(dataDir), backup);
  expect(await membersIn(placeIn(dataDir))).toEqual(["kira"]);
  expect(await membersIn({ storeUrl: `sqlite://${keptAs}`, dataDir })).toEqual(["kira", "odo"]);
  expect(restore(placeIn(dataDir), backup).keptAs).toBe(`${keptAs}-2`);
});

test("a killed process's last words are in what a restore keeps", async () => {
  const dataDir = testFolder();
  const keeping = keep(dataDir);
  await keeping.says("saved");
  await keeping.stop("SIGKILL");
  const counts = acknowledged(keeping.lines());
  const backup = join(dataDir, "backup.sqlite");
  backUp(placeIn(dataDir), backup);

  const { keptAs } = restore(placeIn(dataDir), backup);
  for (const place of [placeIn(dataDir), { storeUrl: `sqlite://${keptAs}`, dataDir }]) {
    const store = await openStore(place);
    for (const [guildId, count] of counts)
      expect((await store.read(tallyKey(guildId), tallies)).count).toBeGreaterThanOrEqual(count);
    await store.close();
  }
});

test("a restore replaces damaged or missing data, and only with a backup that is whole", async () => {
  const dataDir = testFolder();
  const file = join(dataDir, "away-team.sqlite");
  const backup = join(dataDir, "backup.sqlite");
  const store = await openStore(placeIn(dataDir));
  await store.update(KEY, openCrews, joinCrew("kira"));
  await store.close();
  backUp(placeIn(dataDir), backup);
  const half = join(dataDir, "half.sqlite");
  writeFileSync(half, readFileSync(backup).subarray(0, 5000));
  const letter = join(dataDir, "letter.txt");
  writeFileSync(letter, "Dear Captain");
  writeFileSync(file, "rubbish ".repeat(2000));

  const before = readFileSync(file);
  for (const [bad, words] of [
    [half, /is damaged/],
    [letter, /no SQLite database/],
    [join(dataDir, "none"), /does not exist/],
    [file, /is the data file itself/],
  ] as const)
    expect(() => restore(placeIn(dataDir), bad)).toThrow(words);
  expect(readFileSync(file).equals(before)).toBe(true);

  const { keptAs } = restore(placeIn(dataDir), backup);
  expect(readFileSync(keptAs ?? "").equals(before)).toBe(true);
  expect(await membersIn(placeIn(dataDir))).toEqual(["kira"]);
  const fresh = join(dataDir, "fresh");
  const place = { storeUrl: `sqlite://${join(dataDir, "new.sqlite")}`, dataDir: fresh };
  expect(restore(place, backup).keptAs).toBeUndefined();
  expect(await membersIn(place)).toEqual(["kira"]);
  expect(existsSync(`${file}.restored`)).toBe(false);
});

test("an examination changes nothing, also while somebody writes, and names each document that is wrong", async () => {
  const dataDir = testFolder();
  const empty = await examineStore(placeIn(dataDir), []);
  expect(empty.problems[0]?.message).toContain("does not exist yet");

  const store = await openStore(placeIn(dataDir));
  await store.update(KEY, openCrews, joinCrew("kira"));
  await store.create(guildKey("2", "tally"), tallies, { count: 0, load: "", again: 0 });
  await store.create(userKey("3"), crews, { seats: 1, members: [] });
  expect(await examineStore(placeIn(dataDir), [crews, tallies])).toEqual({
    documents: 3,
    guilds: 2,
    problems: [],
  });
  const { problems } = await examineStore(placeIn(dataDir), [{ ...crews, name: "tally" }]);
  expect(problems.map(({ origin }) => origin)).toEqual(["The document guild:2:tally"]);
  await store.close();
});

async function membersIn(place: { readonly storeUrl: string | undefined; readonly dataDir: string }) {
  const store = await openStore(place);
  try {
    for await (const _ of store.keys(everyDocument)) break;
    return (await store.read(KEY, openCrews)).members;
  } finally {
    await store.close();
  }
}
