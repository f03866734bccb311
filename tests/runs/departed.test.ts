import { expect, test } from "vitest";
import { onCall, withoutDeparted } from "../../src/runs/departed.ts";
import { NOBODY, seated } from "../../src/runs/run.ts";
import { joined, LEADER, names, run, STARTS_AT } from "./crew.ts";

const NOW = STARTS_AT - 3_600_000;

test("who has a seat is looked up, and who leads without one; nobody is for a run that is over", () => {
  const crew = joined(run(), "101", "102", "103");
  expect(onCall(crew)).toEqual(["101", "102", LEADER]);
  expect(onCall({ ...crew, leaderId: "101" })).toEqual(["101", "102"]);
  expect(onCall({ ...crew, leaderId: NOBODY })).toEqual(["101", "102"]);
  expect(onCall({ ...crew, state: "over" })).toEqual([]);
});

test("who left the server gives up the seat to who waits first for the same role", () => {
  const roles = [
    { role: "tank" as const, most: 1 },
    { role: "damage" as const, most: 1 },
  ];
  const crew = joined(
    run({ roles }),
    { userId: "100", role: "damage" },
    { userId: "101", role: "tank" },
    { userId: "102", role: "damage" },
    { userId: "103", role: "tank" },
  );
  const after = withoutDeparted(crew, "101", NOW);
  expect(names(seated(after))).toEqual(["100", "103"]);
  expect(after).toMatchObject({ departed: 1, leaderId: LEADER });
  expect(after.deliveries.all).toMatchObject([{ kind: "promoted", about: "103" }]);
});

test("somebody who is not in it, or is taken out a second time, changes nothing", () => {
  const crew = joined(run(), "100", "101");
  expect(withoutDeparted(crew, "999", NOW)).toBe(crew);
  const after = withoutDeparted(crew, "101", NOW);
  expect(withoutDeparted(after, "101", NOW)).toBe(after);
});

test("a run that is over keeps its crew", () => {
  const over = { ...joined(run(), "100", "101"), state: "over" as const };
  expect(withoutDeparted(over, "101", NOW)).toBe(over);
});
