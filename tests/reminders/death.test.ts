import { describe, expect, test } from "vitest";
import { dieAndRestart } from "./deaths.ts";
import { dutyKey, dutyOf } from "./duty.ts";
import { steps } from "./mortal.ts";
import { HOUR, MINUTE, occurrence } from "./occurrences.ts";
import { watchRoom } from "./watch-room.ts";

const DOWN = { "10 seconds": 10_000, "4 minutes": 4 * MINUTE, "2 hours": 2 * HOUR } as const;
/** One delivery is: read, claim, send, settle, read. */
const CALLS = 6;

describe.each(Object.entries(DOWN))("a process that dies and is back after %s", (_name, downMs) => {
  test("loses and doubles nothing, whatever it was about to do", async () => {
    for (let call = 1; call <= CALLS; call++)
      for (const isDone of [false, true]) {
        const { lost, doubled } = await dieAndRestart({
          fate: () => ({ diesAt: call, isDone }),
          times: 1,
          downMs,
          owed: 1,
        });
        expect({ call, isDone, lost, doubled }).toEqual({ call, isDone, lost: [], doubled: [] });
      }
  });

  test.for(steps)(
    "loses and doubles nothing after it died at the step “%s”, three times over five at once",
    async (step) => {
      const { lost, doubled } = await dieAndRestart({
        fate: (life) => ({ diesAfter: { step, nth: 1 + life } }),
        times: 3,
        downMs,
        owed: 5,
      });
      expect({ lost, doubled }).toEqual({ lost: [], doubled: [] });
    },
  );

  test("loses and doubles nothing when it dies again and again over many at once", async () => {
    const { lost, doubled } = await dieAndRestart({
      fate: (life) => ({ diesAt: 3 + 7 * life, isDone: life % 2 === 0 }),
      times: 6,
      downMs,
      owed: 20,
    });
    expect({ lost, doubled }).toEqual({ lost: [], doubled: [] });
  });
});

test("where nobody may read what was said, a ping is rather left out than sent twice", async () => {
  const room = watchRoom();
  room.post.hides("deck");
  const first = room.live({ diesAt: 4, isDone: false });
  await first.keep(dutyKey(2), dutyOf("deck", occurrence({ until: occurrence().at + 8 * HOUR })));
  await room.pass(HOUR + 1_000);
  first.kill();
  expect(room.post.posted).toHaveLength(1);

  await room.pass(4 * MINUTE);
  const second = room.live();
  await second.loop.load();
  await room.pass(HOUR);
  expect(room.post.posted).toHaveLength(1);
  expect(second.counts).toMatchObject({ failed: 1 });
});

test("two processes on the same data send one message", async () => {
  const room = watchRoom();
  const [one, other] = [room.live(), room.live()];
  await one.keep(dutyKey(2), dutyOf("deck", occurrence()));
  await other.loop.load();
  await room.pass(2 * HOUR);
  expect(room.post.posted).toHaveLength(1);
});
