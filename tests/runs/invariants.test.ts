import fc from "fast-check";
import { expect, test } from "vitest";
import { amendRun, handOver, splitRun, turnLock } from "../../src/runs/lead.ts";
import { jobs, type Role, type Run, seated, waiting } from "../../src/runs/run.ts";
import { hasSeatFor } from "../../src/runs/seats.ts";
import { comeLate, joinRun, leaveRun, standBy, switchRole } from "../../src/runs/sign-up.ts";
import { leader, names, run } from "./crew.ts";

const member = fc.integer({ min: 1, max: 12 }).map(String);
const role = fc.constantFrom(...jobs);

interface Deed {
  readonly name: string;
  readonly userId: string;
  /** True when it may send somebody who has a seat back to the line. */
  readonly takesSeats: boolean;
  apply(run: Run): Run;
}

const officer = { ...leader, isOfficer: true };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(member, role)
      .map(([userId, wish]) => does("join", userId, (now) => joinRun(now, { userId, role: wish }).run)),
  },
  { weight: 3, arbitrary: member.map((userId) => does("leave", userId, (now) => leaveRun(now, userId).run)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(member, role)
      .map(([userId, wish]) => does("stand by", userId, (now) => standBy(now, { userId, role: wish }).run)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(member, role)
      .map(([userId, wish]) => does("switch", userId, (now) => switchRole(now, userId, wish).run)),
  },
  {
    weight: 1,
    arbitrary: member.map((userId) => does("late", userId, (now) => comeLate(now, userId, 5).run)),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 8 }).map((seats) => ({
      ...does(`seats ${seats}`, "", (now) => amendRun(now, officer, { seats }, 0).run),
      takesSeats: true,
    })),
  },
  { weight: 1, arbitrary: fc.constant(does("lock", "", (now) => turnLock(now, officer).run)) },
  {
    weight: 1,
    arbitrary: member.map((userId) => does("hand over", userId, (now) => handOver(now, officer, userId).run)),
  },
  {
    weight: 1,
    arbitrary: fc.constant(
      does("split", "", (now) => ({ ...splitRun(now, officer, "r2", 0).run, offshoot: undefined })),
    ),
  },
);

const starts: fc.Arbitrary<Run> = fc.oneof(
  fc.integer({ min: 1, max: 6 }).map((seats) => run({ seats })),
  fc
    .integer({ min: 1, max: 6 })
    .map((seats) =>
      run({ seats, roles: [{ role: "tank", most: 1 }, { role: "heal", most: 2 }, { role: "damage" }] }),
    ),
);

test("whatever happens in whatever order: never more people than seats, and nobody is passed over", () => {
  fc.assert(
    fc.property(starts, fc.array(deed, { maxLength: 60 }), (start, deeds) => {
      let now = start;
      for (const one of deeds) {
        const after = one.apply(now);
        check(now, after, one);
        now = after;
      }
    }),
    { numRuns: 300, seed: 5 },
  );
});

function check(before: Run, after: Run, { userId, takesSeats }: Deed): void {
  expect(seated(after).length).toBeLessThanOrEqual(after.seats);
  for (const place of after.roles)
    expect(inRole(after, place.role)).toBeLessThanOrEqual(place.most ?? after.seats);

  expect(new Set(names(after.signups)).size).toBe(after.signups.length);
  const orders = after.signups.map((signup) => signup.order);
  expect(orders).toEqual(orders.toSorted((one, other) => one - other));
  expect(Math.max(-1, ...orders)).toBeLessThan(after.nextOrder);

  const passedOver = waiting(after).filter((signup) => hasSeatFor(after, signup.role));
  expect(passedOver).toEqual([]);

  const hadSeats = new Set(names(seated(before)));
  const promoted = seated(after).filter((signup) => !hadSeats.has(signup.userId));
  for (const up of promoted)
    for (const still of waiting(after).filter(({ role }) => role === up.role))
      expect(up.order).toBeLessThan(still.order);

  if (takesSeats) return;
  const have = new Set(names(seated(after)));
  expect([...hadSeats].filter((one) => one !== userId && !have.has(one))).toEqual([]);
}

function inRole(now: Run, role: Role): number {
  return seated(now).filter((signup) => signup.role === role).length;
}

function does(name: string, userId: string, apply: (run: Run) => Run): Deed {
  return { name, userId, takesSeats: false, apply };
}
