import { expect, test } from "vitest";
import {
  COOLDOWN_MS,
  changeChoice,
  claimReward,
  SECOND_THOUGHTS_MS,
  undoClaim,
} from "../../src/rewards/claims.ts";
import { ruleFor } from "../../src/rewards/opening.ts";
import { heapsOf, isComplete, latestStart, participants, progressOf } from "../../src/rewards/progress.ts";
import { emptyPeriod } from "../../src/rewards/store.ts";
import { catalog } from "../house.ts";
import { claimed, DAY, days, HOUR, periodsWith, STARTS_AT, track } from "./boards.ts";

const empty = emptyPeriod("t1", STARTS_AT);
const zarva = { captainId: "c1", name: "Zarva" };
const trin = { captainId: "c2", name: "T'Rin" };

test("a member claims once in a period, and another member too", () => {
  const first = claimReward(empty, track(), claimed(STARTS_AT));
  expect(first.outcome.outcome).toBe("claimed");
  const second = claimReward(first.document, track(), claimed(STARTS_AT + HOUR));
  expect(second).toMatchObject({ document: first.document, outcome: { outcome: "already" } });
  expect(claimReward(first.document, track(), claimed(STARTS_AT, { userId: "101" })).outcome.outcome).toBe(
    "claimed",
  );
});

test("one click that is delivered twice is one claim", () => {
  const click = claimed(STARTS_AT);
  const first = claimReward(empty, track(), click);
  const again = claimReward(first.document, track(), { ...click, at: STARTS_AT + 1 });
  expect(again).toEqual({ document: first.document, outcome: { outcome: "again", claim: click } });
});

test("where captains count, each has a claim of their own", () => {
  const perCaptain = track({ per: "captain" });
  const first = claimReward(empty, perCaptain, claimed(STARTS_AT, { captain: zarva }));
  const second = claimReward(first.document, perCaptain, claimed(STARTS_AT, { captain: trin }));
  expect(second.outcome.outcome).toBe("claimed");
  expect(
    claimReward(second.document, perCaptain, claimed(STARTS_AT, { captain: zarva })).outcome.outcome,
  ).toBe("already");
});

test("with a cooldown the next claim counts after twenty hours, not a millisecond before", () => {
  const often = days({ cadence: "cooldown" });
  const first = claimReward(empty, often, claimed(STARTS_AT)).document;
  const soon = claimReward(first, often, claimed(STARTS_AT + COOLDOWN_MS - 1));
  expect(soon.outcome).toMatchObject({ outcome: "too-soon", nextAt: STARTS_AT + COOLDOWN_MS });
  expect(claimReward(first, often, claimed(STARTS_AT + COOLDOWN_MS)).outcome.outcome).toBe("claimed");
});

test("a claim is taken back within ten minutes, later only by an officer, and nobody takes back another's", () => {
  const claim = claimed(STARTS_AT);
  const { document } = claimReward(empty, track(), claim);
  const undone = (now: number, isOfficer = false) => undoClaim(document, claim, { now, isOfficer });
  expect(undone(STARTS_AT + SECOND_THOUGHTS_MS).document.claims).toEqual([]);
  expect(undone(STARTS_AT + SECOND_THOUGHTS_MS + 1).outcome).toEqual({ outcome: "too-late" });
  expect(undone(STARTS_AT + DAY, true).document.claims).toEqual([]);
  const others = undoClaim(document, { ...claim, userId: "101" }, { now: STARTS_AT, isOfficer: false });
  expect(others.outcome).toEqual({ outcome: "gone" });
});

test("the other reward is taken instead, within ten minutes", () => {
  const claim = claimed(STARTS_AT, { choice: 0 });
  const { document } = claimReward(empty, track(), claim);
  expect(changeChoice(document, claim, 1, STARTS_AT + 1).document.claims[0]?.choice).toBe(1);
  expect(changeChoice(document, claim, 1, STARTS_AT + DAY).outcome).toEqual({ outcome: "too-late" });
});

test("fourteen of twenty-one days: seven may be missed, and the fifteenth day is one too late to begin", () => {
  const event = days();
  expect(progressOf(event, [], STARTS_AT)).toMatchObject({ done: 0, left: 21, spare: 7 });
  expect(latestStart(event, STARTS_AT)).toBe(STARTS_AT + 8 * DAY);
  expect(progressOf(event, [], STARTS_AT + 8 * DAY)).toMatchObject({ left: 13, spare: -1 });
  expect(progressOf(event, [claimed(STARTS_AT)], STARTS_AT + HOUR)).toMatchObject({
    done: 1,
    left: 20,
    spare: 7,
  });
});

test("with a cooldown what is left is counted in steps of twenty hours", () => {
  const event = days({ cadence: "cooldown", length: 5, needed: 6 });
  expect(progressOf(event, [], STARTS_AT)).toMatchObject({ left: 6, spare: 0 });
  expect(progressOf(event, [], STARTS_AT + 21 * HOUR)).toMatchObject({ left: 5, spare: -1 });
  const own = [claimed(STARTS_AT)];
  expect(progressOf(event, own, STARTS_AT + HOUR)).toMatchObject({
    left: 5,
    nextAt: STARTS_AT + COOLDOWN_MS,
  });
});

test("four claims complete Home; a claim of this week is shown as such", () => {
  const claims = [0, 7, 14, 21].map((day) => claimed(STARTS_AT + day * DAY));
  expect(isComplete(progressOf(track(), claims, STARTS_AT + 22 * DAY))).toBe(true);
  expect(progressOf(track(), claims.slice(0, 1), STARTS_AT + HOUR).current).toBe(claims[0]);
  expect(progressOf(track(), claims.slice(0, 1), STARTS_AT + 8 * DAY).current).toBeUndefined();
});

test("who takes part is who claimed or asked to be reminded; captains have heaps of their own", () => {
  const perCaptain = track({ per: "captain", watchers: ["7"] });
  const all = periodsWith(perCaptain, [
    claimed(STARTS_AT, { captain: zarva }),
    claimed(STARTS_AT + 1, { captain: trin }),
    claimed(STARTS_AT + 7 * DAY, { captain: zarva }),
  ]);
  expect(participants(perCaptain, all)).toEqual(["100", "7"]);
  expect(
    heapsOf(perCaptain, all, "100").map(({ captain, claims }) => [captain?.name, claims.length]),
  ).toEqual([
    ["Zarva", 2],
    ["T'Rin", 1],
  ]);
});

test("Home's record gives the rule: weekly, four times, per account, from level 10, with its choice", () => {
  const home = catalog.missions.get("home")?.events?.at(-1);
  expect(ruleFor(home, {})).toEqual({
    outcome: "ruled",
    rule: {
      cadence: "weekly",
      length: 4,
      needed: 4,
      per: "account",
      minLevel: 10,
      choices: [
        { name: "Enhanced Universal Tech Upgrade", quantity: 1 },
        { name: "Specialization Point", quantity: 1, usableFromLevel: 50 },
      ],
    },
  });
});

test.each([
  [{ weeks: 3 }, "weekly 3 3"],
  [{ days: 21, needed: 14 }, "daily 21 14"],
  [{ weeks: 3, cadence: "daily", needed: 14 }, "daily 21 14"],
  [{ days: 5, cadence: "cooldown", needed: 6 }, "cooldown 5 6"],
  [{ days: 5, cadence: "cooldown", needed: 7 }, "needs-too-much"],
  [{}, "no-length"],
  [{ weeks: 2, days: 3 }, "weeks-and-days"],
  [{ days: 3, cadence: "weekly" }, "days-for-weeks"],
  [{ weeks: 2, needed: 3 }, "needs-too-much"],
  [{ weeks: 20, cadence: "daily" }, "too-long"],
] as const)("an event of the fleet's own with %j is: %s", (wish, expected) => {
  const made = ruleFor(undefined, wish);
  const words =
    made.outcome === "ruled" ? `${made.rule.cadence} ${made.rule.length} ${made.rule.needed}` : made.outcome;
  expect(words).toBe(expected);
});
