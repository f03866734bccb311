import { expect, test } from "vitest";
import { placeOf, runLimits, seated, signupOf, tentative, waiting } from "../../src/runs/run.ts";
import { comeLate, joinRun, leaveRun, standBy, switchCaptain, switchRole } from "../../src/runs/sign-up.ts";
import { captain, join, joined, names, run } from "./crew.ts";

const ROLES = [
  { role: "tank", most: 1 },
  { role: "heal", most: 1 },
  { role: "damage", most: 3 },
] as const;

test("the last seat goes to whoever asked first", () => {
  const full = joined(run({ seats: 2 }), "1", "2", "3", "4");
  expect(names(seated(full))).toEqual(["1", "2"]);
  expect(names(waiting(full))).toEqual(["3", "4"]);
  expect(join(full, "5")).toEqual({ kind: "waiting", place: 3 });
});

test("a freed seat goes to the first who waits", () => {
  const { run: after, said } = leaveRun(joined(run(), "1", "2", "3", "4"), "1");
  expect(said).toEqual({ kind: "left", wasSeated: true });
  expect(names(seated(after))).toEqual(["2", "3"]);
  expect(names(waiting(after))).toEqual(["4"]);
});

test("a second press of Join keeps the seat and says so", () => {
  const crew = joined(run(), "1", "2");
  expect(joinRun(crew, { userId: "2" })).toEqual({
    run: crew,
    said: { kind: "already", standing: "seated", place: 2 },
  });
});

test("a freed seat goes to the first who waits for its role, not past them", () => {
  const crew = joined(
    run({ seats: 3, roles: ROLES }),
    { userId: "1", role: "tank" },
    { userId: "2", role: "heal" },
    { userId: "3", role: "tank" },
    { userId: "4", role: "heal" },
    { userId: "5", role: "damage" },
  );
  expect(names(seated(crew))).toEqual(["1", "2", "5"]);
  expect(names(seated(leaveRun(crew, "2").run))).toEqual(["1", "4", "5"]);
});

test("where roles are asked for, nobody comes without one", () => {
  const roled = run({ roles: ROLES });
  expect(join(roled, "1")).toEqual({ kind: "which-role" });
  expect(join(roled, { userId: "1", role: "science" })).toEqual({ kind: "which-role" });
});

test("where careers are asked for, the captain's own is the role", () => {
  const careers = run({ roles: [{ role: "tactical" }, { role: "science" }] });
  const crew = joined(careers, { userId: "1", captain: captain({ career: "science" }) });
  expect(signupOf(crew, "1")?.role).toBe("science");
  expect(join(careers, { userId: "2", captain: captain({ career: "engineering" }) }).kind).toBe("which-role");
});

test("who has a seat never loses it by switching roles", () => {
  const crew = joined(
    run({ seats: 5, roles: ROLES }),
    { userId: "1", role: "damage" },
    { userId: "2", role: "heal" },
  );
  expect(switchRole(crew, "1", "heal")).toEqual({ run: crew, said: { kind: "role-full", role: "heal" } });
  const switched = switchRole(crew, "1", "tank");
  expect(switched.said).toEqual({ kind: "role", role: "tank", standing: "seated" });
  expect(switchRole(crew, "1", "science").said.kind).toBe("which-role");
});

test("who waits for a role gets a seat at once when they take one that is free", () => {
  const crew = joined(
    run({ seats: 3, roles: ROLES }),
    { userId: "1", role: "tank" },
    { userId: "2", role: "tank" },
  );
  expect(switchRole(crew, "2", "heal").said).toEqual({ kind: "role", role: "heal", standing: "seated" });
});

test("standing by frees the seat, and coming back means the end of the line", () => {
  const maybe = standBy(joined(run(), "1", "2", "3"), { userId: "1" }).run;
  expect(names(tentative(maybe))).toEqual(["1"]);
  expect(names(seated(maybe))).toEqual(["2", "3"]);
  expect(join(maybe, "1")).toEqual({ kind: "waiting", place: 1 });
  expect(standBy(maybe, { userId: "1" }).said.kind).toBe("already-tentative");
});

test("coming late keeps the seat", () => {
  const late = comeLate(joined(run(), "1"), "1", 15);
  expect(late.said).toEqual({ kind: "late", minutes: 15 });
  expect(signupOf(late.run, "1")).toMatchObject({ standing: "seated", lateMinutes: 15 });
  expect(signupOf(comeLate(late.run, "1", 0).run, "1")?.lateMinutes).toBeUndefined();
  expect(comeLate(late.run, "1", 9_999).said).toEqual({ kind: "late", minutes: runLimits.lateMinutes });
});

test("another captain takes the same seat", () => {
  const crew = joined(run(), { userId: "1", captain: captain() });
  const switched = switchCaptain(crew, "1", captain({ captainId: "c2", name: "T'Rin" }));
  expect(signupOf(switched.run, "1")).toMatchObject({ order: 0, captain: { name: "T'Rin" } });
});

test("a locked run takes nobody else, except whom its leader brings", () => {
  const locked = run({ state: "locked" });
  expect(join(locked, "1")).toEqual({ kind: "locked" });
  expect(standBy(locked, { userId: "1" }).said).toEqual({ kind: "locked" });
  expect(join(locked, { userId: "1", addedBy: "100" })).toEqual({ kind: "seated", place: 1 });
});

test("a run under way takes whoever finds a free seat, and nobody to wait", () => {
  const away = joined(run({ state: "started" }), "1");
  expect(join(away, "2")).toEqual({ kind: "seated", place: 2 });
  expect(join(joined(away, "2"), "3")).toEqual({ kind: "started-full" });
});

test("a run that is over takes and gives nothing", () => {
  const over = run({ state: "over", ending: "finished" });
  expect(join(over, "1").kind).toBe("over");
  expect(leaveRun(over, "1").said.kind).toBe("over");
  expect(comeLate(over, "1", 5).said.kind).toBe("over");
});

test("who is not in cannot leave, come late or switch", () => {
  const open = run();
  expect(leaveRun(open, "1").said.kind).toBe("not-in");
  expect(comeLate(open, "1", 5).said.kind).toBe("not-in");
  expect(switchRole(open, "1", "tank").said.kind).toBe("not-in");
  expect(switchCaptain(open, "1", captain()).said.kind).toBe("not-in");
});

test("places are counted among those who stand the same", () => {
  const crew = joined(run(), "1", "2", "3", "4");
  expect(crew.signups.map((signup) => placeOf(crew, signup))).toEqual([1, 2, 1, 2]);
});
