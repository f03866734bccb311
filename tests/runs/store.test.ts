import { expect, test } from "vitest";
import { amendRun, cancelRun } from "../../src/runs/lead.ts";
import { type Ruling, type Run, seated, signupOf } from "../../src/runs/run.ts";
import { joinRun, leaveRun } from "../../src/runs/sign-up.ts";
import { changeRun, openRuns, runIdFor, runKey, runs } from "../../src/runs/store.ts";
import { createStore } from "../../src/store/create-store.ts";
import { open } from "../../src/store/envelope.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { joined, leader, names, run, STARTS_AT } from "./crew.ts";

const GUILD = "2";
const NOW = STARTS_AT - 3_600_000;
let writers = 0;

async function keeping(...kept: readonly Run[]) {
  const store = createStore(memoryDriver(), { writer: `runs-${writers++}`, isAlone: true });
  for (const one of kept) await store.create(runKey(GUILD, one.runId), runs, one);
  const change = <Said>(
    userId: string,
    interactionId: string,
    rule: Parameters<typeof changeRun<Said>>[4],
    now = NOW,
  ) => changeRun(store, GUILD, "r1", { userId, interactionId, now }, rule);
  return { store, change, read: () => store.read(runKey(GUILD, "r1"), runs) };
}

function owed(now: Run | undefined, kind: string): string[] {
  return (now?.deliveries.all ?? []).filter((one) => one.kind === kind).map(({ about }) => about);
}

test("the same click delivered twice counts once, even when another came in between", async () => {
  const { change, read } = await keeping(run());
  const join = (now: Run) => joinRun(now, { userId: "5" });
  await change("5", "11", join);
  await change("5", "12", (now) => leaveRun(now, "5"));
  expect(await change("5", "11", join)).toMatchObject({ outcome: "again" });
  expect(names((await read())?.signups ?? [])).toEqual([]);
});

test("of each member the last three clicks are known, and of very many members the latest", async () => {
  const { change, read } = await keeping(run({ seats: 1 }));
  const turns =
    (userId: string) =>
    (now: Run): Ruling<unknown> =>
      signupOf(now, userId) === undefined ? joinRun(now, { userId }) : leaveRun(now, userId);
  for (const interactionId of ["11", "12", "13", "14"]) await change("5", interactionId, turns("5"));
  expect((await read())?.heard).toEqual([{ userId: "5", interactionIds: ["12", "13", "14"] }]);

  for (let userId = 1_000; userId < 1_600; userId++) {
    await change(`${userId}`, `2${userId}`, turns(`${userId}`));
    await change(`${userId}`, `3${userId}`, turns(`${userId}`));
  }
  expect((await read())?.heard.map(({ userId }) => userId)).toEqual(
    Array.from({ length: 600 }, (_, at) => `${1_000 + at}`),
  );
});

test("a click that version 1 heard is not heard again, in a team that was split off neither", () => {
  const { heard: _heard, ...old } = run();
  const version1 = { ...old, heard: { "7": ["71"], "1234567890123456789": ["11", "12"] } };
  const text = JSON.stringify({
    value: { stamp: "w-1", kind: "run", version: 1, document: { ...version1, offshoot: version1 } },
  });
  const heard = [
    { userId: "7", interactionIds: ["71"] },
    { userId: "1234567890123456789", interactionIds: ["11", "12"] },
  ];
  expect(open("k", text, runs).document).toMatchObject({ heard, offshoot: { heard } });
});

test("a run that is not there is said to be gone, and nothing comes of it", async () => {
  const { change, read } = await keeping();
  expect(await change("5", "11", (now) => joinRun(now, { userId: "5" }))).toEqual({ outcome: "gone" });
  expect(await read()).toBeUndefined();
});

test("a click after the start finds the run as time has made it", async () => {
  const { change } = await keeping(run());
  const joins = (now: Run) => joinRun(now, { userId: "5" });
  expect(await change("5", "11", joins, STARTS_AT + 7 * 3_600_000)).toMatchObject({ said: { kind: "over" } });
});

test("who is promoted is owed a word, in the same document as the seat", async () => {
  const { change, read } = await keeping(joined(run({ seats: 1 }), "1", "2", "3"));
  await change("1", "11", (now) => leaveRun(now, "1"));
  expect(names(seated((await read()) ?? run()))).toEqual(["2"]);
  expect(owed(await read(), "promoted")).toEqual(["2"]);
});

test("a new time and a cancelled run are owed to the crew, once, and the reminders of the old time are not", async () => {
  const { change, read } = await keeping(joined(run({ leadMinutes: [15] }), "1"));
  const later = STARTS_AT + 3_600_000;
  await change("100", "11", (now) => amendRun(now, leader, { startsAt: later }, NOW));
  expect(owed(await read(), "moved")).toEqual([`${later}.0-0`]);
  expect((await read())?.deliveries.all.filter(({ kind }) => kind === "before-start")).toMatchObject([
    { at: later - 15 * 60_000, until: later },
  ]);

  await change("100", "12", (now) => cancelRun(now, leader));
  await change("100", "13", (now) => cancelRun(now, leader));
  expect(owed(await read(), "cancelled")).toEqual(["0-0"]);
  expect(owed(await read(), "before-start")).toEqual([]);
});

test("the open runs of a guild come in the order of their start, without those that are over", async () => {
  const { store } = await keeping(
    run({ runId: "r1", startsAt: STARTS_AT + 10 }),
    run({ runId: "r2", startsAt: STARTS_AT }),
    run({ runId: "r3", state: "over", ending: "finished" }),
    run({ runId: "r4", startsAt: STARTS_AT - 7 * 3_600_000 }),
  );
  await store.create(runKey("3", "r5"), runs, run({ runId: "r5" }));
  expect((await openRuns(store, GUILD, STARTS_AT)).map(({ runId }) => runId)).toEqual(["r2", "r1"]);
});

test("the same command delivered twice names the same run", () => {
  expect(runIdFor("1234567890123456789")).toBe(runIdFor("1234567890123456789"));
  expect(runIdFor("1234567890123456789")).toMatch(/^r[0-9a-z]{12}$/);
});
