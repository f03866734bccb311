import { expect, test } from "vitest";
import { splitRun } from "../../src/runs/lead.ts";
import { storeOffshoot } from "../../src/runs/offshoot.ts";
import { joinRun } from "../../src/runs/sign-up.ts";
import { runKey, runs } from "../../src/runs/store.ts";
import { createStore } from "../../src/store/create-store.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { joined, leader, names, run, STARTS_AT } from "./crew.ts";

const GUILD = "2";
const split = splitRun(joined(run(), "100", "101", "102"), leader, "r2", STARTS_AT).run;

async function keeping() {
  const store = createStore(memoryDriver(), { writer: "offshoots", isAlone: true });
  await store.create(runKey(GUILD, "r1"), runs, split);
  return { store, read: (runId: string) => store.read(runKey(GUILD, runId), runs) };
}

test("a team that was split off is kept as a run of its own, and no more within the other", async () => {
  const { store, read } = await keeping();
  expect(await storeOffshoot(store, GUILD, split)).toMatchObject({ runId: "r2" });
  expect(names((await read("r2"))?.signups ?? [])).toEqual(["102"]);
  expect((await read("r1"))?.offshoot).toBeUndefined();
});

test("done a second time it undoes nothing of what happened to the team meanwhile", async () => {
  const { store, read } = await keeping();
  await storeOffshoot(store, GUILD, split);
  await store.update(runKey(GUILD, "r2"), runs, (team) => team && joinRun(team, { userId: "103" }).run);
  await storeOffshoot(store, GUILD, split);
  expect(names((await read("r2"))?.signups ?? [])).toEqual(["102", "103"]);
});

test("where nobody was split off there is nothing to store", async () => {
  const { store } = await keeping();
  expect(await storeOffshoot(store, GUILD, run())).toBeUndefined();
});
