import { expect, test } from "vitest";
import {
  amendRun,
  cancelRun,
  finishRun,
  handOver,
  splitRun,
  startRun,
  turnLock,
} from "../../src/runs/lead.ts";
import { asOf, nextChangeAt } from "../../src/runs/passing.ts";
import { seated, waiting } from "../../src/runs/run.ts";
import { captain, join, joined, LEADER, leader, names, run, STARTS_AT } from "./crew.ts";

const stranger = { userId: "1", isOfficer: false };
const officer = { userId: "2", isOfficer: true };
const HOUR = 3_600_000;

test("only the leader and officers may lead", () => {
  const crew = run();
  expect(turnLock(crew, stranger)).toEqual({ run: crew, said: { kind: "not-leader" } });
  expect(cancelRun(crew, stranger).said.kind).toBe("not-leader");
  expect(finishRun(crew, stranger, []).said.kind).toBe("not-leader");
  expect(turnLock(crew, leader).said.kind).toBe("locked");
  expect(turnLock(crew, officer).said.kind).toBe("locked");
});

test("a locked run opens again", () => {
  expect(turnLock(run({ state: "locked" }), leader)).toMatchObject({
    run: { state: "open" },
    said: { kind: "unlocked" },
  });
});

test("who waits moves up when seats are added", () => {
  const crew = joined(run({ seats: 1 }), "1", "2", "3");
  const { run: bigger } = amendRun(crew, leader, { seats: 2 }, STARTS_AT - HOUR);
  expect(names(seated(bigger))).toEqual(["1", "2"]);
});

test("the last to come wait again when seats are taken away, in their old order, the leader last of all", () => {
  const crew = joined(run({ seats: 3 }), "1", "2", LEADER, "4");
  const { run: smaller } = amendRun(crew, leader, { seats: 2 }, STARTS_AT - HOUR);
  expect(names(seated(smaller))).toEqual(["1", LEADER]);
  expect(names(waiting(smaller))).toEqual(["2", "4"]);
});

test("seats are raised only as far as the roles have places, and both are changed together", () => {
  const roles = [
    { role: "tank" as const, most: 1 },
    { role: "damage" as const, most: 1 },
  ];
  const crew = joined(
    run({ roles }),
    { userId: "1", role: "tank" },
    { userId: "2", role: "damage" },
    { userId: "3", role: "damage" },
  );
  expect(amendRun(crew, leader, { seats: 3 }, 0)).toEqual({
    run: crew,
    said: { kind: "roles-too-few", places: 2, seats: 3 },
  });
  const more = [
    { role: "tank" as const, most: 1 },
    { role: "damage" as const, most: 2 },
  ];
  expect(names(seated(amendRun(crew, leader, { seats: 3, roles: more }, 0).run))).toEqual(["1", "2", "3"]);
  expect(amendRun(crew, leader, { note: "kits" }, 0).run).toMatchObject({ roles, note: "kits" });
});

test("whoever has a seat keeps it when roles change; a role that nobody asks for any more is nobody's", () => {
  const crew = joined(
    run({ roles: [{ role: "tank" }, { role: "damage" }] }),
    { userId: "1", role: "tank", captain: captain({ career: "science" }) },
    { userId: "2", role: "damage" },
  );
  const careers = [{ role: "tactical" as const }, { role: "science" as const }];
  const { run: changed } = amendRun(crew, leader, { roles: careers }, 0);
  expect(changed.signups).toMatchObject([
    { userId: "1", standing: "seated", role: "science" },
    { userId: "2", standing: "seated", role: undefined },
  ]);
});

test("no seats, too many seats and a note that is too long are refused", () => {
  expect(amendRun(run(), leader, { seats: 0 }, 0).said.kind).toBe("bad-seats");
  expect(amendRun(run(), leader, { seats: 51 }, 0).said.kind).toBe("bad-seats");
  expect(amendRun(run(), leader, { seats: 2.5 }, 0).said.kind).toBe("bad-seats");
  expect(amendRun(run(), leader, { note: "x".repeat(301) }, 0).said.kind).toBe("note-too-long");
  expect(amendRun(run(), leader, { seats: 2, note: "" }, 0).said.kind).toBe("unchanged");
});

test("a run that has started and is moved ahead takes sign-ups again", () => {
  const now = STARTS_AT + HOUR;
  const started = asOf(run(), now);
  expect(started.state).toBe("started");
  const { run: moved, said } = amendRun(started, leader, { startsAt: now + HOUR }, now);
  expect(said).toEqual({ kind: "amended", isMoved: true });
  expect(moved).toMatchObject({ state: "open", startsAt: now + HOUR });
  expect(asOf(moved, now).state).toBe("open");
});

test("a run that was locked when it started is locked again once it is moved ahead, until its leader opens it", () => {
  const now = STARTS_AT + HOUR;
  const crew = turnLock(joined(run(), "1"), leader).run;
  const byItself = asOf(crew, now);
  const byHand = startRun(crew, leader, STARTS_AT - HOUR).run;
  for (const started of [byItself, byHand]) {
    expect(started.state).toBe("started");
    const { run: moved } = amendRun(started, leader, { startsAt: now + HOUR }, now);
    expect(moved.state).toBe("locked");
    expect(join(moved, "2").kind).toBe("locked");

    const opened = asOf(turnLock(moved, leader).run, now + HOUR);
    expect(amendRun(opened, leader, { startsAt: now + 3 * HOUR }, now + HOUR).run.state).toBe("open");
  }
});

test("a team that is split off a locked run takes sign-ups, before and after it is moved ahead", () => {
  const crew = turnLock(joined(run(), "1", "2", "3"), leader).run;
  expect(splitRun(crew, leader, "r2", 0).said).toMatchObject({ offshoot: { state: "open" } });
  const { said } = splitRun(asOf(crew, STARTS_AT), leader, "r2", STARTS_AT);
  if (said.kind !== "split") throw new Error(said.kind);
  const later = { startsAt: STARTS_AT + HOUR };
  expect(amendRun(said.offshoot, officer, later, STARTS_AT).run.state).toBe("open");
});

test("the lead goes to another, who may then lead", () => {
  const { run: handed } = handOver(run(), leader, "1");
  expect(handed.leaderId).toBe("1");
  expect(turnLock(handed, stranger).said.kind).toBe("locked");
  expect(turnLock(handed, leader).said.kind).toBe("not-leader");
});

test("cancelling ends the run", () => {
  const { run: cancelled, said } = cancelRun(joined(run(), "1", "2", "3"), leader);
  expect(said).toEqual({ kind: "cancelled" });
  expect(cancelled).toMatchObject({ state: "over", ending: "cancelled" });
  expect(cancelRun(cancelled, leader).said.kind).toBe("over");
});

test("finishing keeps who of those with a seat was there", () => {
  const { run: done, said } = finishRun({ ...joined(run(), "1", "2", "3"), state: "started" }, leader, [
    "2",
    "3",
    "99",
  ]);
  expect(said).toEqual({ kind: "finished", present: ["2"] });
  expect(done).toMatchObject({ state: "over", ending: "finished", present: ["2"] });
  expect(finishRun(done, leader, ["1", "2"]).run.present).toEqual(["1", "2"]);
  expect(finishRun(cancelRun(run(), leader).run, leader, []).said.kind).toBe("cancelled-before");
});

test("those who wait become a team of their own, led by the first of them", () => {
  const crew = joined(run({ seats: 2 }), "1", "2", "3", "4", "5");
  const { run: rest, said } = splitRun(crew, leader, "r2", 0);
  if (said.kind !== "split") throw new Error(said.kind);
  expect(said.offshoot).toMatchObject({ runId: "r2", leaderId: "3", seats: 2 });
  expect(names(seated(said.offshoot))).toEqual(["3", "4"]);
  const owed = said.offshoot.deliveries.all.filter(({ kind }) => kind === "promoted");
  expect(owed.map(({ about }) => about)).toEqual(["3", "4"]);
  expect(names(rest.signups)).toEqual(["1", "2", "5"]);
  expect(rest.offshoot).toEqual(said.offshoot);
  expect(splitRun(joined(run(), "1"), leader, "r2", 0).said.kind).toBe("nobody-waits");
});

test("a team that is split off is led by the first of it who may lead one more run, or not at all", () => {
  const crew = joined(run({ seats: 2 }), "1", "2", "3", "4", "5");
  const free = (...who: readonly string[]) =>
    splitRun(crew, leader, "r2", 0, (userId) => who.includes(userId));
  expect(free("4", "5").said).toMatchObject({ kind: "split", offshoot: { leaderId: "4" } });
  expect(free("5")).toEqual({ run: crew, said: { kind: "nobody-may-lead" } });
});

test("a planned run starts at its time, and is over six hours later when nobody ends it", () => {
  expect(asOf(run(), STARTS_AT - 1).state).toBe("open");
  expect(asOf(run(), STARTS_AT)).toMatchObject({ state: "started", startedAt: STARTS_AT });
  expect(asOf(run(), STARTS_AT + 6 * HOUR)).toMatchObject({ state: "over", ending: "lapsed" });
  expect(nextChangeAt(run())).toBe(STARTS_AT);
  expect(nextChangeAt(asOf(run(), STARTS_AT))).toBe(STARTS_AT + 6 * HOUR);
});

test("a call that nobody answered closes itself after an hour; a full one is under way", () => {
  const call = run({ isInstant: true, seats: 2 });
  expect(asOf(joined(call, "1"), STARTS_AT + HOUR - 1).state).toBe("open");
  expect(asOf(joined(call, "1"), STARTS_AT + HOUR)).toMatchObject({ state: "over", ending: "lapsed" });
  expect(asOf(joined(call, "1", "2"), STARTS_AT + HOUR).state).toBe("started");
});

test("a run that the leader starts early has started", () => {
  const { run: early, said } = startRun(run(), leader, STARTS_AT - HOUR);
  expect(said.kind).toBe("started");
  expect(asOf(early, STARTS_AT).startedAt).toBe(STARTS_AT - HOUR);
  expect(startRun(early, leader, STARTS_AT).said.kind).toBe("already-started");
});
