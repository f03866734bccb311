import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { gathered } from "../../src/store/gathered.ts";

const INSERT = "INSERT INTO crew (name) VALUES (?1)";

/** A table on which each name may stand once, and a count of what waited for the disk. */
function table({ fullAt = Number.POSITIVE_INFINITY } = {}) {
  const database = new DatabaseSync(":memory:");
  database.exec("CREATE TABLE crew (name TEXT UNIQUE)");
  let commits = 0;
  const write = gathered({
    run: (sql, values) => {
      if (!database.isTransaction) commits++;
      return Number(database.prepare(sql).run(...values).changes);
    },
    begin: () => database.exec("BEGIN IMMEDIATE"),
    commit: () => {
      if (++commits >= fullAt) throw new Error("The disk is full.");
      database.exec("COMMIT");
    },
    undo: () => {
      if (database.isTransaction) database.exec("ROLLBACK");
    },
  });
  return {
    join: (name: string) => write(INSERT, name),
    names: () =>
      database
        .prepare("SELECT name FROM crew ORDER BY name")
        .all()
        .map(({ name }) => name),
    commits: () => commits,
  };
}

test("what is written in one turn waits for the disk once", async () => {
  const crew = table();
  const answers = await Promise.all(["kira", "odo", "dax"].map(crew.join));

  expect(answers).toEqual([1, 1, 1]);
  expect(crew.names()).toEqual(["dax", "kira", "odo"]);
  expect(crew.commits()).toBe(1);
});

test("nobody is told before it is on the disk", async () => {
  const crew = table();
  let told = 0;
  const telling = Promise.all(["kira", "odo"].map((name) => crew.join(name).then(() => told++)));
  expect(crew.commits()).toBe(0);
  await telling;

  expect(told).toBe(2);
  expect(crew.commits()).toBe(1);
});

test("one that fails fails alone, and undoes none of the others", async () => {
  const crew = table();
  await crew.join("odo");
  const answers = await Promise.allSettled(["kira", "odo", "dax"].map(crew.join));

  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(crew.names()).toEqual(["dax", "kira", "odo"]);
});

test("when all together cannot be kept, each is tried on its own", async () => {
  const crew = table({ fullAt: 1 });
  await Promise.all(["kira", "odo"].map(crew.join));

  expect(crew.names()).toEqual(["kira", "odo"]);
});
