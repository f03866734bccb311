import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { type Round, startRounds } from "../../src/jobs/rounds.ts";

const HOUR_MS = 60 * 60_000;

/** A clock that tells of its turns, and no time of its own. */
function world() {
  const listeners = new Set<() => void>();
  let at = 0;
  const reports: string[] = [];
  return {
    reports,
    clock: {
      now: () => at,
      onTurn: (listener: () => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    timers: { now: () => at, after: () => () => undefined },
    report: (what: string) => void reports.push(what),
    turn: async (to: number) => {
      at = to;
      for (const listener of listeners) listener();
      await nextTurn();
    },
  };
}

function counted(run: () => Promise<void> = async () => undefined): Round & { count: number } {
  const round = {
    what: "a round",
    everyMs: HOUR_MS,
    count: 0,
    run: async () => {
      round.count += 1;
      await run();
    },
  };
  return round;
}

test("a round is gone at once, and again when its time has come", async () => {
  const here = world();
  const round = counted();
  const rounds = startRounds([round], here);
  await nextTurn();
  expect(round.count).toBe(1);
  await here.turn(HOUR_MS - 1);
  expect(round.count).toBe(1);
  await here.turn(HOUR_MS);
  expect(round.count).toBe(2);
  await rounds.stop();
  await here.turn(10 * HOUR_MS);
  expect(round.count).toBe(2);
});

test("one that fails is reported, tried again after ten minutes, and hinders no other", async () => {
  const here = world();
  const failing = counted(() => Promise.reject(new Error("no")));
  const other = counted();
  startRounds([failing, other], here);
  await nextTurn();
  expect(here.reports).toEqual(["a round"]);
  expect(other.count).toBe(1);
  await here.turn(10 * 60_000);
  expect([failing.count, other.count]).toEqual([2, 1]);
});

test("one that is still under way is not begun again, and a stop waits for it", async () => {
  const here = world();
  const gate = Promise.withResolvers<void>();
  const slow = counted(() => gate.promise);
  const rounds = startRounds([slow], here);
  await here.turn(5 * HOUR_MS);
  expect(slow.count).toBe(1);
  let isStopped = false;
  const stopped = rounds.stop().then(() => {
    isStopped = true;
  });
  await nextTurn();
  expect(isStopped).toBe(false);
  gate.resolve();
  await stopped;
});

test("a clock that is turned back does not silence a round for that long", async () => {
  const here = world();
  await here.turn(100 * HOUR_MS);
  const round = counted();
  startRounds([round], here);
  await nextTurn();
  await here.turn(HOUR_MS);
  expect(round.count).toBe(2);
});
