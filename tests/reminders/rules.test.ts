import { expect, test } from "vitest";
import {
  type Deliveries,
  deliveriesSchema,
  idOf,
  noDeliveries,
  owe,
  plan,
} from "../../src/reminders/delivery.ts";
import { jitterMs, markOf } from "../../src/reminders/mark.ts";
import {
  type Claim,
  claim,
  drop,
  isGivenUp,
  leaseLeftMs,
  nextStep,
  refusalOf,
  release,
  settle,
} from "../../src/reminders/progress.ts";
import { guildKey } from "../../src/store/document-key.ts";
import { at, DAY, HOUR, MINUTE, occurrence, QUARTER_TO } from "./occurrences.ts";

const FIRST: Claim = { by: "here", channelId: "7", nonce: "n", at: 1_000 };
const PLACE = { channelId: "7", isGone: false };

test("what is planned waits for its instant and is never early", () => {
  const owed = owe(noDeliveries, occurrence());
  expect(nextStep(owed, at(QUARTER_TO - 1))).toEqual({ do: "wait", at: QUARTER_TO });
  expect(nextStep(owed, at(QUARTER_TO))).toMatchObject({ do: "deliver", delivery: { state: "planned" } });
});

test("planning the same again changes nothing, whatever has become of it", () => {
  const sent = settled(owe(noDeliveries, occurrence()), { state: "sent", channelId: "7", messageId: "9" });
  const again = plan(sent, "before-start", [occurrence()], QUARTER_TO - DAY);
  expect(again.all).toEqual(sent.all);
  expect(nextStep(again, at(QUARTER_TO + 1))).toEqual({ do: "wait", at: undefined });
});

test("what is planned already stays the very same, and what is wanted no more goes from beside it", () => {
  const [early, late] = [occurrence({ about: "60", at: QUARTER_TO - HOUR }), occurrence()];
  const both = plan(noDeliveries, "before-start", [early, late], 0);
  expect(plan(both, "before-start", [late, early], 0)).toBe(both);
  expect(plan(both, "before-start", [early], 0).all).toEqual(both.all.slice(0, 1));
  const sent = settled(both, { state: "sent", channelId: "7", messageId: "9" });
  const [open] = sent.all.filter(({ state }) => state === "planned");
  const [told] = sent.all.filter(({ state }) => state === "sent");
  expect(plan(sent, "before-start", [told ?? early], 0).all).toEqual([told]);
  expect(plan(sent, "before-start", [open ?? late], 0)).toBe(sent);
});

test("a run that is moved is told of at its new time only", () => {
  const before = plan(noDeliveries, "before-start", [occurrence()], 0);
  const moved = plan(before, "before-start", [occurrence({ at: QUARTER_TO + HOUR })], 0);
  expect(moved.all.map((one) => one.at)).toEqual([QUARTER_TO + HOUR]);
});

test("what is on its way when a run is moved is not forgotten", () => {
  const onItsWay = claimed(owe(noDeliveries, occurrence()));
  const moved = plan(onItsWay, "before-start", [occurrence({ at: QUARTER_TO + HOUR })], 0);
  expect(moved.all.map((one) => one.state)).toEqual(["claimed", "planned"]);
});

test("a lead time that had passed when the run was made was missed by nobody", () => {
  const leads = [occurrence({ about: "1440", at: QUARTER_TO - DAY }), occurrence()];
  expect(plan(noDeliveries, "before-start", leads, QUARTER_TO - HOUR).all.map((one) => one.about)).toEqual([
    "15",
  ]);
});

test("a reminder is sent late while it helps, and dropped when it does not", () => {
  const owed = owe(noDeliveries, occurrence());
  expect(nextStep(owed, at(QUARTER_TO + 14 * MINUTE)).do).toBe("deliver");
  const step = nextStep(owed, at(QUARTER_TO + 15 * MINUTE));
  expect(step.do).toBe("drop");
  if (step.do === "drop") expect(drop(owed, step.dropped).all.map((one) => one.state)).toEqual(["expired"]);
});

test("of resets missed in three weeks one is announced, the latest", () => {
  const weeks = [0, 7, 14].map((days) =>
    occurrence({ kind: "reset", about: "", at: QUARTER_TO + days * DAY, until: QUARTER_TO + 30 * DAY }),
  );
  const owed = weeks.reduce(owe, noDeliveries);
  const how = at(QUARTER_TO + 21 * DAY, { missed: () => "latest" });
  const step = nextStep(owed, how);
  expect(step).toMatchObject({ do: "drop", dropped: [{ at: weeks[0]?.at }, { at: weeks[1]?.at }] });
  const left = step.do === "drop" ? drop(owed, step.dropped) : owed;
  expect(nextStep(left, how)).toMatchObject({ do: "deliver", delivery: { at: weeks[2]?.at } });
});

test("the oldest that is due goes first, and one that has to wait does not hinder the others", () => {
  const owed = [occurrence({ about: "b", at: QUARTER_TO + 1 }), occurrence({ about: "a" })].reduce(
    owe,
    noDeliveries,
  );
  const late = QUARTER_TO + MINUTE;
  expect(nextStep(owed, at(late))).toMatchObject({ delivery: { about: "a" } });
  expect(nextStep(owed, at(late, { isHeld: (one) => one.about === "a" }))).toMatchObject({
    delivery: { about: "b" },
  });
});

test("a claim holds others off until its lease is over, and is renewed by who has it", () => {
  const mine = claimed(owe(noDeliveries, occurrence()));
  const id = idOf(occurrence());
  expect(claim(mine, id, { ...FIRST, by: "elsewhere", at: 2_000 })).toBeUndefined();
  expect(claim(mine, id, { ...FIRST, at: 2_000 })?.claimed.claimedAt).toBe(2_000);

  const taken = claim(mine, id, { by: "elsewhere", channelId: "8", nonce: "other", at: 62_000 })?.claimed;
  expect(taken).toMatchObject({ by: "elsewhere", channelId: "7", nonce: "n", firstClaimedAt: 1_000 });
});

test("a machine whose clock went back does not keep a claim for ever", () => {
  const [one] = claimed(owe(noDeliveries, occurrence())).all;
  expect(one?.state === "claimed" && leaseLeftMs(one, 1_000 - DAY)).toBe(0);
});

test("what is settled stays settled", () => {
  const sent = settled(owe(noDeliveries, occurrence()), { state: "sent", channelId: "7", messageId: "9" });
  expect(settle(sent, idOf(occurrence()), { state: "failed", code: 1 })).toBe(sent);
  expect(claim(sent, idOf(occurrence()), FIRST)).toBeUndefined();
  expect(nextStep(sent, at(QUARTER_TO - 3 * DAY))).toEqual({ do: "wait", at: undefined });
});

test("a claim that came to nothing is given back by who made it", () => {
  const mine = claimed(owe(noDeliveries, occurrence()));
  expect(release(mine, idOf(occurrence()), "elsewhere")).toEqual(mine);
  expect(release(mine, idOf(occurrence()), "here").all).toEqual(owe(noDeliveries, occurrence()).all);
});

test("a place that is gone is given up at once, one that refuses after the third time", () => {
  const gone = settled(owe(noDeliveries, occurrence()), {
    state: "failed",
    code: 10_003,
    refusedBy: { ...PLACE, isGone: true },
  });
  expect(isGivenUpIn(gone)).toBe(true);

  let deliveries = noDeliveries;
  for (const [times, about] of ["a", "b", "c"].entries()) {
    expect(isGivenUpIn(deliveries)).toBe(false);
    const one = occurrence({ about });
    const claiming = claim(owe(deliveries, one), idOf(one), FIRST)?.deliveries ?? deliveries;
    deliveries = settle(claiming, idOf(one), { state: "failed", code: 50_013, refusedBy: PLACE });
    expect(deliveries.refusals).toEqual([{ channelId: "7", code: 50_013, times: times + 1 }]);
  }
  expect(isGivenUpIn(deliveries)).toBe(true);
});

test("a place that takes a message again has never refused", () => {
  const refused: Deliveries = { ...noDeliveries, refusals: [{ channelId: "7", code: 50_013, times: 2 }] };
  expect(
    settled(owe(refused, occurrence()), { state: "sent", channelId: "7", messageId: "9" }).refusals,
  ).toEqual([]);
});

test("of very many settled deliveries the oldest are forgotten, and none that is open", () => {
  let deliveries = owe(noDeliveries, occurrence({ about: "open", at: QUARTER_TO + DAY }));
  for (let hour = -80; hour < 0; hour++) {
    const one = occurrence({ at: QUARTER_TO + hour * HOUR });
    deliveries = drop(owe(deliveries, one), [asPlanned(one)]);
  }
  expect(deliveries.all.length).toBeLessThanOrEqual(63);
  expect(deliveries.all[0]?.about).toBe("open");
  expect(deliveriesSchema.parse(JSON.parse(JSON.stringify(deliveries)))).toEqual(deliveries);
});

test("what is settled and would still help is remembered, of however many it was told", () => {
  let deliveries = noDeliveries;
  for (let about = 0; about < 300; about++) {
    const one = occurrence({ about: `${about}` });
    deliveries = drop(owe(deliveries, one), [asPlanned(one)]);
  }
  expect(deliveries.all).toHaveLength(300);
});

test("a mark is the same wherever it is made, fits a nonce, and differs for each delivery", () => {
  const key = guildKey("2", "run", "r1");
  expect(markOf(key, "a")).toBe(markOf(key, "a"));
  expect(markOf(key, "a")).toMatch(/^[\w-]{22}$/);
  expect(new Set([markOf(key, "a"), markOf(key, "b"), markOf(guildKey("3", "run", "r1"), "a")]).size).toBe(3);
});

test("guilds are spread over two minutes evenly", () => {
  const delays = Array.from({ length: 2_500 }, (_, guild) => jitterMs(`${guild}`, 120_000));
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...delays)).toBeLessThan(120_000);
  for (let second = 0; second < 120; second += 10) {
    const share = delays.filter((ms) => ms >= second * 1_000 && ms < (second + 10) * 1_000).length;
    expect(share).toBeGreaterThan(150);
    expect(share).toBeLessThan(270);
  }
});

function isGivenUpIn(deliveries: Deliveries): boolean {
  const refusal = refusalOf(deliveries, "7");
  return refusal !== undefined && isGivenUp(refusal);
}

function claimed(deliveries: Deliveries): Deliveries {
  return claim(deliveries, idOf(occurrence()), FIRST)?.deliveries ?? deliveries;
}

function settled(deliveries: Deliveries, end: Parameters<typeof settle>[2]): Deliveries {
  return settle(claimed(deliveries), idOf(occurrence()), end);
}

function asPlanned(one: ReturnType<typeof occurrence>) {
  return { ...one, state: "planned" as const };
}
