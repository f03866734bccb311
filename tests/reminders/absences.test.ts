import { expect, test } from "vitest";
import { absentFor } from "./absences.ts";
import { dutyKey, dutyOf } from "./duty.ts";
import { DAY, HOUR, MINUTE, occurrence, QUARTER_TO } from "./occurrences.ts";
import { watchRoom } from "./watch-room.ts";

const DOWN = { "a minute": MINUTE, "an hour": HOUR, "25 hours": 25 * HOUR, "three weeks": 21 * DAY } as const;

test.for(Object.entries(DOWN))(
  "a bot that was down for %s tells each reminder once, late where that helps, and counts the others",
  async ([, ms]) => {
    for (let seed = 0; seed < 2; seed++) {
      const { wrong, owed, dropped, late } = await absentFor(ms, seed, "down");
      expect({ seed, wrong }).toEqual({ seed, wrong: [] });
      expect(owed).toBe(180);
      if (ms >= HOUR) expect(Math.min(dropped, late)).toBeGreaterThan(0);
    }
  },
);

test("a bot that was frozen for five minutes tells each reminder once, and late what it was late with", async () => {
  for (let seed = 0; seed < 2; seed++)
    expect(await absentFor(5 * MINUTE, seed, "frozen")).toMatchObject({ owed: 180, wrong: [] });
});

test.for([
  ["before it was sent", "unsent"],
  ["after it was sent, and the answer was lost", "sent"],
] as const)("a bot that was frozen in the middle of a reminder, %s, tells it once", async ([, when]) => {
  const room = watchRoom();
  const frozen = Promise.withResolvers<void>();
  let isFirst = true;
  const life = room.live({
    mail: (mail) => ({
      ...mail,
      send: async (...all) => {
        if (!isFirst) return mail.send(...all);
        isFirst = false;
        if (when === "sent") await mail.send(...all);
        await frozen.promise;
        return when === "sent" ? { outcome: "unreachable" } : mail.send(...all);
      },
    }),
  });
  await life.keep(dutyKey(2), dutyOf("deck", occurrence({ until: QUARTER_TO + DAY })));
  await room.pass(HOUR + 10);
  room.freeze(5 * MINUTE);
  frozen.resolve();
  for (let minute = 0; minute < 3; minute++) await room.pass(MINUTE);
  expect(room.post.posted).toHaveLength(1);
  expect((await life.read(dutyKey(2)))?.deliveries.all).toMatchObject([{ state: "sent" }]);
});

test("a process that was frozen over a reminder which another one has taken over does not send it again", async () => {
  const room = watchRoom();
  const frozen = Promise.withResolvers<void>();
  const sleeper = room.live({
    mail: (mail) => ({ ...mail, send: (...all) => frozen.promise.then(() => mail.send(...all)) }),
  });
  await sleeper.keep(dutyKey(2), dutyOf("deck", occurrence({ until: QUARTER_TO + DAY })));
  await room.pass(HOUR + 10);
  const other = room.live();
  await other.loop.load();
  for (let minute = 0; minute < 6; minute++) await room.pass(MINUTE);
  expect(room.post.posted).toHaveLength(1);
  frozen.resolve();
  for (let minute = 0; minute < 3; minute++) await room.pass(MINUTE);
  expect(room.post.posted).toHaveLength(1);
  expect(other.counts).toMatchObject({ sent: 1 });
});
