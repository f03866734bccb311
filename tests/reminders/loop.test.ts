import { expect, test } from "vitest";
import { owe, plan } from "../../src/reminders/delivery.ts";
import { duties, dutyKey, dutyOf } from "./duty.ts";
import { DAY, HOUR, MINUTE, occurrence, QUARTER_TO } from "./occurrences.ts";
import { watchRoom } from "./watch-room.ts";

const KEY = dutyKey(2);

test("a reminder goes out at its instant, once, and is settled with its message", async () => {
  const room = watchRoom();
  const life = room.live();
  await life.keep(KEY, dutyOf("deck", occurrence()));

  await room.pass(HOUR - 1);
  expect(room.post.posted).toEqual([]);
  await room.pass(1_001);
  expect(room.post.posted).toMatchObject([{ channelId: "deck", text: "before-start 15" }]);
  expect((await life.read(KEY))?.deliveries.all).toMatchObject([{ state: "sent", messageId: "1" }]);
  await room.pass(DAY);
  expect(room.post.posted).toHaveLength(1);
  expect(life.counts).toEqual({ sent: 1, done: 0, late: 0, expired: 0, failed: 0, found: 0 });
});

test("what is owed at once goes out at once", async () => {
  const room = watchRoom();
  const life = room.live();
  await life.keep(KEY, dutyOf("deck"));
  await life.store.update(
    KEY,
    duties,
    (duty) =>
      duty && {
        ...duty,
        deliveries: owe(duty.deliveries, occurrence({ kind: "promoted", at: room.clock.now() })),
      },
  );
  await room.pass(10);
  expect(room.post.posted.map((one) => one.text)).toEqual(["promoted 15"]);
});

test("moving a run moves its reminder, and calling it off takes the reminder away", async () => {
  const room = watchRoom();
  const life = room.live();
  await life.keep(KEY, dutyOf("deck", occurrence()));
  const move = (...to: readonly number[]) =>
    life.store.decide(KEY, duties, (duty) => ({
      document: duty && {
        ...duty,
        deliveries: plan(
          duty.deliveries,
          "before-start",
          to.map((at) => occurrence({ at })),
          room.clock.now(),
        ),
      },
      outcome: undefined,
    }));

  await move(QUARTER_TO + HOUR);
  await room.pass(HOUR + MINUTE);
  expect(room.post.posted).toEqual([]);
  await room.pass(HOUR);
  expect(room.post.posted).toHaveLength(1);

  await move(QUARTER_TO + 3 * HOUR);
  await move();
  await room.pass(DAY);
  expect(room.post.posted).toHaveLength(1);
  expect(life.loop.waiting).toBe(0);
});

test("a document that is removed owes nothing any more", async () => {
  const room = watchRoom();
  const life = room.live();
  await life.keep(KEY, dutyOf("deck", occurrence()));
  await life.store.remove(KEY);
  await room.pass(DAY);
  expect(room.post.posted).toEqual([]);
});

test("a run 400 days ahead is told of on time, when the calendar gets there", async () => {
  const room = watchRoom({ starts: QUARTER_TO - 400 * DAY });
  await room.live().keep(KEY, dutyOf("deck", occurrence()));
  room.turn(400 * DAY - MINUTE);
  await room.pass(MINUTE - 1);
  expect(room.post.posted).toEqual([]);
  await room.pass(1);
  expect(room.post.posted).toHaveLength(1);
});

test("a reminder missed during downtime is sent once, late, and says so", async () => {
  const room = watchRoom();
  const before = room.live();
  await before.keep(KEY, dutyOf("deck", occurrence()));
  before.kill();
  room.turn(HOUR + 5 * MINUTE);

  const later = room.live();
  await later.loop.load();
  await room.pass(10);
  expect(room.post.posted.map((one) => one.text)).toEqual(["before-start 15 (late)"]);
  expect(later.counts).toMatchObject({ sent: 1, late: 1 });
});

test("a reminder that would come after the start is counted, not sent", async () => {
  const room = watchRoom();
  const before = room.live();
  await before.keep(KEY, dutyOf("deck", occurrence()));
  before.kill();
  room.turn(3 * DAY);
  const later = room.live();
  await later.loop.load();
  await room.pass(10);
  expect(room.post.posted).toEqual([]);
  expect((await later.read(KEY))?.deliveries.all.map((one) => one.state)).toEqual(["expired"]);
});

test("of the resets of three weeks away one is announced", async () => {
  const room = watchRoom();
  const week = (number: number) =>
    occurrence({ kind: "reset", about: "", at: QUARTER_TO + number * 7 * DAY, until: QUARTER_TO + 60 * DAY });
  const before = room.live();
  await before.keep(KEY, dutyOf("deck", week(0), week(1), week(2)));
  before.kill();
  room.turn(22 * DAY);
  const later = room.live();
  await later.loop.load();
  await room.pass(200_000);
  expect(room.post.posted).toHaveLength(1);
  expect(later.counts).toMatchObject({ expired: 2 });
});

test("a calendar that jumps an hour or three days either way tells nothing twice", async () => {
  const room = watchRoom();
  const life = room.live();
  for (let day = 0; day < 6; day++)
    await life.keep(
      dutyKey(2, `d${day}`),
      dutyOf("deck", occurrence({ at: QUARTER_TO + day * DAY, until: QUARTER_TO + 30 * DAY })),
    );
  for (const jump of [HOUR, -HOUR, 3 * DAY, -3 * DAY, HOUR, 3 * DAY, -3 * DAY]) {
    room.turn(jump);
    await room.pass(3 * HOUR);
  }
  await room.pass(3 * DAY);
  room.setMachine(-3 * DAY);
  await room.pass(7 * DAY);
  expect(room.post.posted).toHaveLength(6);
  expect(life.counts.sent).toBe(6);
});

test("a machine whose clock jumps forward unannounced is caught up with within half a minute", async () => {
  const room = watchRoom();
  await room.live().keep(KEY, dutyOf("deck", occurrence()));
  room.setMachine(HOUR);
  await room.pass(30_000);
  expect(room.post.posted).toHaveLength(1);
});

test("a message that would tell nobody anything is left out", async () => {
  const room = watchRoom();
  const life = room.live();
  await life.keep(KEY, dutyOf("deck", occurrence({ kind: "nobody" })));
  await room.pass(2 * HOUR);
  expect(room.post.posted).toEqual([]);
  expect(life.counts.expired).toBe(1);
});

test("something to do that is no message is done once, in its time", async () => {
  const room = watchRoom();
  const life = room.live();
  await life.keep(KEY, dutyOf("deck", occurrence({ kind: "done" })));
  await room.pass(2 * HOUR);
  expect(room.post.calls).toBe(0);
  expect(life.counts).toMatchObject({ done: 1, expired: 0 });
});

test("what somebody just did is told before a thousand reminders that are due", async () => {
  const room = watchRoom();
  const life = room.live({
    mail: (mail) => ({ ...mail, send: (...all) => room.timers.pause(50).then(() => mail.send(...all)) }),
  });
  for (let guild = 10; guild < 510; guild++) await life.keep(dutyKey(guild), dutyOf("deck", occurrence()));
  await room.pass(HOUR + 60);
  await life.keep(KEY, dutyOf("bridge", occurrence({ kind: "promoted", at: room.clock.now() })));
  await room.pass(60);
  expect(room.post.posted.some(({ text }) => text === "promoted 15")).toBe(true);
  expect(room.post.posted.length).toBeLessThan(60);
});

test("what is due in the background stays there, however much one document owes", async () => {
  const room = watchRoom();
  const lanes: string[] = [];
  const life = room.live({
    mail: (mail) => ({
      ...mail,
      send: (...all) => {
        lanes.push(all[3]);
        return mail.send(...all);
      },
    }),
  });
  await life.keep(KEY, dutyOf("deck", ...["a", "b", "c"].map((about) => occurrence({ about }))));
  await room.pass(2 * HOUR);
  expect(lanes).toEqual(["background", "background", "background"]);
});

test("stopping waits for what is under way and begins nothing new", async () => {
  const room = watchRoom();
  const answer = Promise.withResolvers<void>();
  const life = room.live({
    mail: (mail) => ({ ...mail, send: (...all) => answer.promise.then(() => mail.send(...all)) }),
  });
  await life.keep(KEY, dutyOf("deck", occurrence()));
  await life.keep(dutyKey(3), dutyOf("deck", occurrence({ at: QUARTER_TO + MINUTE })));
  await room.pass(HOUR);
  const stopped = life.loop.stop();
  answer.resolve();
  await stopped;
  await room.pass(HOUR);
  expect((await life.read(KEY))?.deliveries.all.map((one) => one.state)).toEqual(["sent"]);
  expect(room.post.posted).toHaveLength(1);
});
