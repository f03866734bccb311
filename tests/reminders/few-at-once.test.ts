import { expect, test } from "vitest";
import { fewAtOnce } from "../../src/reminders/few-at-once.ts";
import { handTimers } from "./hand-timers.ts";

test("of a crowd three are worked on at once, each once, in the order in which they came", async () => {
  const timers = handTimers();
  const begun: string[] = [];
  let [underWay, most] = [0, 0];
  const crowd = fewAtOnce(async (key) => {
    begun.push(key);
    underWay += 1;
    most = Math.max(most, underWay);
    await timers.pause(10);
    underWay -= 1;
  });
  for (let round = 0; round < 2; round++) for (let one = 0; one < 20; one++) crowd.add(`${one}`);
  await timers.pass(1_000);
  expect(most).toBe(3);
  expect(begun).toEqual([
    "0",
    "1",
    "2",
    ...Array.from({ length: 17 }, (_, one) => `${one + 3}`),
    "0",
    "1",
    "2",
  ]);
});

test("a stop waits for what is under way and forgets the rest", async () => {
  const timers = handTimers();
  let done = 0;
  const crowd = fewAtOnce(async () => {
    await timers.pause(10);
    done += 1;
  });
  for (let one = 0; one < 20; one++) crowd.add(`${one}`);
  const stopped = crowd.stop();
  await timers.pass(100);
  await stopped;
  expect(done).toBe(3);
});
