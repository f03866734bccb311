import { expect, test } from "vitest";
import { callCrew, crowded } from "../../src/runs/call.ts";
import { type Content, contentOf, playableInArcOf } from "../../src/runs/content.ts";
import { ineligible } from "../../src/runs/eligibility.ts";
import { readRoles, seatsOf, writeRoles } from "../../src/runs/role-words.ts";
import { catalog } from "../house.ts";
import { captain, run, STARTS_AT } from "./crew.ts";

const HOUR = 3_600_000;
const occasion = {
  runId: "r1",
  leaderId: "100",
  channelId: "12",
  now: STARTS_AT - HOUR,
  startsAt: STARTS_AT,
  leadMinutes: [15],
};

function content(overrides: Partial<Content> = {}): Content {
  return {
    slug: "second-wave",
    title: "Second Wave",
    state: "playable",
    teamSize: undefined,
    factions: undefined,
    levels: [],
    eventLevel: undefined,
    ...overrides,
  };
}

test.each([
  ["1 tank, 1 heal, 3 damage", "tank 1, heal 1, damage 3"],
  ["1tank 1healer 3dps", "tank 1, heal 1, damage 3"],
  ["2x tac, 1 eng and 2 sci", "tactical 2, engineering 1, science 2"],
  ["tank heal dps", "tank, heal, damage"],
  ["careers", "tactical, engineering, science"],
  ["none", ""],
  ["1 tank, 1 tank", "unreadable"],
  ["0 tank", "unreadable"],
  ["99 dps", "unreadable"],
  ["a bard", "unreadable"],
])("the roles “%s” are read as: %s", (typed, expected) => {
  const places = readRoles(typed);
  if (places !== undefined) expect(readRoles(writeRoles(places))).toEqual(places);
  const words = places?.map(({ role, most }) => (most === undefined ? role : `${role} ${most}`)).join(", ");
  expect(words ?? "unreadable").toBe(expected);
});

test("seats default to the roles, then to the team's size, then to five", () => {
  const seatsFor = (wish: Parameters<typeof callCrew>[1], of: Partial<Content> = {}) => {
    const called = callCrew(content(of), wish, occasion);
    return called.outcome === "called" ? called.run.seats : called.outcome;
  };
  expect(seatsFor({})).toBe(5);
  expect(seatsFor({}, { teamSize: 10 })).toBe(10);
  expect(seatsFor({ roles: "1 tank, 2 dps" }, { teamSize: 10 })).toBe(3);
  expect(seatsFor({ seats: 4, roles: "1 tank, 2 dps" })).toBe("roles-too-few");
  expect(seatsFor({ seats: 4, roles: "tank dps" })).toBe(4);
  expect(seatsFor({ seats: 0 })).toBe("bad-seats");
  expect(seatsFor({ seats: 51 })).toBe("bad-seats");
  expect(seatsFor({ roles: "a bard" })).toBe("roles-unreadable");
  expect(seatsFor({ note: "x".repeat(301) })).toBe("note-too-long");
  expect(seatsOf([{ role: "tank" }])).toBeUndefined();
});

test("a run without a time is a call for right now", () => {
  const called = callCrew(content(), {}, { ...occasion, startsAt: undefined });
  expect(called).toMatchObject({ run: { isInstant: true, startsAt: occasion.now } });
});

test("a captain of another faction, or below the level, cannot come along, and is told why", () => {
  const klingons = content({ factions: ["klingon"], levels: [{ from: 10 }] });
  expect(ineligible(klingons, undefined, captain({ kind: "tos" }))).toEqual({
    because: "faction",
    factions: ["klingon"],
  });
  expect(ineligible(klingons, undefined, captain({ level: 9 }))).toEqual({ because: "level", from: 10 });
  expect(ineligible(klingons, 50, captain({ level: 49 }))).toEqual({ because: "min-level", from: 50 });
  expect(ineligible(klingons, 50, captain({ level: 50 }))).toBeUndefined();
  expect(ineligible(klingons, 50, captain({ level: undefined }))).toBeUndefined();
});

test("an event of its own lowers the level that a mission takes", () => {
  const late = content({ levels: [{ from: 60 }], eventLevel: 10 });
  expect(ineligible(late, undefined, captain({ level: 10 }))).toBeUndefined();
  expect(ineligible(late, undefined, captain({ level: 9 }))).toEqual({ because: "level", from: 10 });
  expect(contentOf(catalog, "home")).toMatchObject({ eventLevel: 10 });
});

test("for a mission that was removed, the playable ones of its arc are named", () => {
  const others = playableInArcOf(catalog, "shutdown");
  expect(others.length).toBeGreaterThan(0);
  expect(others.every(({ state }) => state !== "removed")).toBe(true);
});

test("five open runs of one leader, two hundred of a guild, and one like it within the hour speak against another", () => {
  const planned = run({ runId: "r9" });
  const others = (count: number, leaderId: string) =>
    Array.from({ length: count }, (_, at) => run({ runId: `other${at}`, slug: `other-${at}`, leaderId }));
  expect(crowded(others(4, planned.leaderId), planned)).toBeUndefined();
  expect(crowded(others(5, planned.leaderId), planned)?.because).toBe("too-many-of-yours");
  expect(crowded(others(200, "7"), planned)?.because).toBe("too-many-here");

  const like = run({ runId: "r2", leaderId: "7", startsAt: STARTS_AT + HOUR });
  expect(crowded([like], planned)).toEqual({ because: "one-like-it", run: like });
  expect(crowded([{ ...like, startsAt: STARTS_AT + HOUR + 1 }], planned)).toBeUndefined();
});
