import { expect, test } from "vitest";
import { dutyKey, dutyOf } from "./duty.ts";
import { DAY, HOUR, MINUTE, occurrence, QUARTER_TO } from "./occurrences.ts";
import { watchRoom } from "./watch-room.ts";

const KEY = dutyKey(2);
const LASTING = { until: QUARTER_TO + 30 * DAY };

test("Discord is waited for as long as it asks, and nobody else waits with it", async () => {
  const room = watchRoom();
  const life = room.live();
  room.post.breaks("slow", { outcome: "later", afterMs: 600_000 });
  await life.keep(KEY, dutyOf("slow", occurrence(LASTING)));
  await life.keep(dutyKey(3), dutyOf("deck", occurrence(LASTING)));

  await room.pass(HOUR + MINUTE);
  expect(room.post.posted.map((one) => one.channelId)).toEqual(["deck"]);
  expect(room.post.calls).toBe(2);
  room.post.breaks("slow", undefined);
  await room.pass(10 * MINUTE);
  expect(room.post.posted.map((one) => one.channelId)).toEqual(["deck", "slow"]);
  expect(room.post.calls).toBe(3);
});

test("a message that Discord asked to wait with is not looked for afterwards", async () => {
  const room = watchRoom();
  room.post.hides("deck");
  room.post.answers({ outcome: "later", afterMs: 600_000 });
  await room.live().keep(KEY, dutyOf("deck", occurrence(LASTING)));
  await room.pass(HOUR + 11 * MINUTE);
  expect(room.post.posted).toHaveLength(1);
});

test("a claim that a stopping bot could not use any more is free for the next at once", async () => {
  const room = watchRoom();
  room.post.answers({ outcome: "stopped" });
  const first = room.live();
  await first.keep(KEY, dutyOf("deck", occurrence(LASTING)));
  await room.pass(HOUR + 10);
  await first.loop.stop();
  const second = room.live();
  await second.loop.load();
  await room.pass(10);
  expect(room.post.posted).toHaveLength(1);
});

test("where no files may be attached the message goes without them, once, and that is remembered", async () => {
  const room = watchRoom();
  const life = room.live();
  room.post.bars("deck");
  await life.keep(KEY, dutyOf("deck", occurrence({ ...LASTING, kind: "picture" })));
  await life.keep(dutyKey(3), dutyOf("bridge", occurrence({ ...LASTING, kind: "picture" })));
  await room.pass(HOUR + MINUTE);
  const said = room.post.posted.map(({ channelId, text, message }) => [
    channelId,
    text,
    message.files?.length,
  ]);
  expect(said.toSorted()).toEqual([
    ["bridge", expect.not.stringContaining("bare"), 1],
    ["deck", expect.stringContaining("(bare)"), undefined],
  ]);
  expect((await life.read(KEY))?.deliveries.all).toMatchObject([{ state: "sent", withoutFiles: true }]);
  expect((await life.read(dutyKey(3)))?.deliveries.all).not.toMatchObject([{ withoutFiles: true }]);
});

test("where nothing at all may be posted, leaving the files out is no way around it", async () => {
  const room = watchRoom();
  room.post.breaks("deck", { outcome: "forbidden", code: 50_013 });
  const life = room.live();
  await life.keep(KEY, dutyOf("deck", occurrence({ ...LASTING, kind: "picture" })));
  await room.pass(HOUR + MINUTE);
  expect((await life.read(KEY))?.deliveries.all).toMatchObject([{ kind: "picture", state: "failed" }, {}]);
});

test("an answer that got lost on the way is asked for again with the same nonce, so one message comes", async () => {
  const room = watchRoom();
  const life = room.live();
  room.post.answers("sent, but no answer", { outcome: "unreachable" });
  await life.keep(KEY, dutyOf("deck", occurrence(LASTING)));
  await room.pass(HOUR + MINUTE);
  expect(room.post.posted).toHaveLength(1);
  expect((await life.read(KEY))?.deliveries.all).toMatchObject([{ state: "sent", messageId: "1" }]);
});

test("a Discord that is away for an hour gets each reminder once, with a pause that grows", async () => {
  const room = watchRoom();
  const life = room.live();
  room.post.breaks("deck", { outcome: "unreachable" });
  await life.keep(KEY, dutyOf("deck", occurrence(LASTING)));
  await room.pass(2 * HOUR);
  expect(room.post.calls).toBeLessThan(140);
  room.post.breaks("deck", undefined);
  await room.pass(2 * MINUTE);
  expect(room.post.posted).toHaveLength(1);
  expect(life.counts).toMatchObject({ sent: 1, late: 1 });
});

test("a channel that is gone is told of once, where it is noticed, and is never asked again", async () => {
  const room = watchRoom();
  const life = room.live();
  room.post.breaks("deck", { outcome: "gone", code: 10_003 });
  const daily = [0, 1, 2, 3, 4].map((day) => occurrence({ at: QUARTER_TO + day * DAY }));
  await life.keep(KEY, dutyOf("deck", ...daily));
  await room.pass(5 * DAY);
  expect(room.post.posted.map(({ channelId, text }) => [channelId, text])).toEqual([
    ["bridge", "notice gone 10003"],
  ]);
  expect(room.post.calls).toBe(2);
  expect(life.counts).toMatchObject({ sent: 1, failed: 5 });
});

test("what belongs to a channel that is gone goes to the one that stands in for it, the first of it too", async () => {
  const room = watchRoom();
  const life = room.live();
  room.post.breaks("deck", { outcome: "gone", code: 10_003 });
  const owed = dutyOf("deck", ...[0, 1].map((day) => occurrence({ at: QUARTER_TO + day * DAY })));
  await life.keep(KEY, { ...owed, standIn: "holodeck" });
  for (let quarter = 0; quarter < 8; quarter++) await room.pass(DAY / 4);
  expect(room.post.posted.map(({ channelId }) => channelId).toSorted()).toEqual([
    "bridge",
    "holodeck",
    "holodeck",
  ]);
  expect(room.post.calls).toBe(4);
  expect(life.counts).toMatchObject({ sent: 3, late: 0, failed: 0 });
});

test("a channel that stands in and is gone as well is asked once", async () => {
  const room = watchRoom();
  const life = room.live();
  for (const channel of ["deck", "holodeck"]) room.post.breaks(channel, { outcome: "gone", code: 10_003 });
  const owed = dutyOf("deck", ...[0, 1, 2].map((day) => occurrence({ at: QUARTER_TO + day * DAY })));
  await life.keep(KEY, { ...owed, standIn: "holodeck" });
  for (let quarter = 0; quarter < 12; quarter++) await room.pass(DAY / 4);
  expect(room.post.posted.map(({ channelId }) => channelId)).toEqual(["bridge"]);
  expect(room.post.calls).toBe(3);
  expect(life.counts).toMatchObject({ sent: 1, failed: 3 });
});

const DAILY = [0, 1, 2, 3, 4, 5].map((day) => occurrence({ at: QUARTER_TO + day * DAY }));
const FORBIDDEN = { outcome: "forbidden", code: 50_013 } as const;

test("a channel that the bot may not write to is asked once, told of once, and looked at from then on", async () => {
  const room = watchRoom();
  const life = room.live();
  room.post.breaks("deck", FORBIDDEN);
  await life.keep(KEY, dutyOf("deck", ...DAILY));
  await room.pass(6 * DAY);
  expect(room.post.posted.map(({ text }) => text)).toEqual(["notice forbidden 50013"]);
  expect(room.post.calls).toBe(2);
  expect(life.counts).toMatchObject({ sent: 1, failed: 6 });
});

test("a permission that is given back is all it takes, however late, and whoever started meanwhile", async () => {
  const room = watchRoom();
  const before = room.live();
  room.post.breaks("deck", FORBIDDEN);
  await before.keep(KEY, dutyOf("deck", ...DAILY));
  await room.pass(3 * DAY);
  before.kill();

  const life = room.live();
  await life.loop.load();
  await room.pass(DAY);
  room.post.breaks("deck", undefined);
  await room.pass(2 * DAY);
  expect(room.post.posted.map(({ text }) => text)).toEqual([
    "notice forbidden 50013",
    "before-start 15",
    "before-start 15",
  ]);
  expect((await life.read(KEY))?.deliveries.refusals).toEqual([]);
});

test("a channel that is taken away a second time is told of a second time", async () => {
  const room = watchRoom();
  await room.live().keep(KEY, dutyOf("deck", ...DAILY));
  for (const trouble of [FORBIDDEN, undefined, FORBIDDEN, undefined]) {
    room.post.breaks("deck", trouble);
    await room.pass(DAY);
  }
  expect(room.post.posted.map(({ channelId }) => channelId)).toEqual(["bridge", "deck", "bridge", "deck"]);
});

test("a channel that looks open and refuses all the same is asked three times, and never again", async () => {
  const room = watchRoom();
  const life = room.live();
  room.post.breaks("deck", FORBIDDEN);
  room.post.looks("deck", "open");
  await life.keep(KEY, dutyOf("deck", ...DAILY));
  await room.pass(6 * DAY);
  expect(room.post.posted.map(({ text }) => text)).toEqual(["notice forbidden 50013"]);
  expect(room.post.calls).toBe(4);
});

test("a channel that Discord does not show is given up, because looking is refused there too", async () => {
  const room = watchRoom();
  const life = room.live();
  room.post.breaks("deck", FORBIDDEN);
  room.post.looks("deck", "hidden");
  await life.keep(KEY, dutyOf("deck", ...DAILY));
  await room.pass(6 * DAY);
  expect((await life.read(KEY))?.deliveries.refusals).toMatchObject([{ channelId: "deck", times: 3 }]);
  expect(room.post.calls).toBe(2);
});

test("what waits for a hidden channel comes when it is there again, and counts against it once", async () => {
  const room = watchRoom();
  const life = room.live();
  room.post.breaks("deck", FORBIDDEN);
  room.post.looks("deck", "hidden");
  const lasting = occurrence({ at: QUARTER_TO + HOUR, until: QUARTER_TO + 7 * DAY });
  await life.keep(KEY, dutyOf("deck", occurrence(), lasting));
  await room.pass(2 * DAY);
  expect((await life.read(KEY))?.deliveries.refusals).toMatchObject([{ channelId: "deck", times: 2 }]);
  room.post.breaks("deck", undefined);
  room.post.looks("deck", "open");
  await room.pass(MINUTE);
  expect(room.post.posted.at(-1)).toMatchObject({ channelId: "deck", text: "before-start 15 (late)" });
});

test("what waits for a hidden channel that is given up goes to the one that stands in for it", async () => {
  const room = watchRoom();
  const life = room.live();
  room.post.breaks("deck", FORBIDDEN);
  room.post.looks("deck", "hidden");
  const owed = dutyOf("deck", ...[0, 1, 2].map((day) => occurrence({ at: QUARTER_TO + day * DAY })));
  await life.keep(KEY, { ...owed, standIn: "holodeck" });
  await room.pass(2 * DAY + HOUR + 2 * MINUTE);
  expect(room.post.posted.map(({ channelId }) => channelId)).toEqual(["bridge", "holodeck"]);
});

test("while it cannot be told whether a channel is open again a reminder waits as long as it helps", async () => {
  const room = watchRoom();
  const life = room.live();
  room.post.breaks("deck", FORBIDDEN);
  await life.keep(KEY, dutyOf("deck", ...DAILY.slice(0, 2)));
  await room.pass(DAY);
  room.post.breaks("deck", undefined);
  room.post.looks("deck", "unknown");
  await room.pass(HOUR + 5 * MINUTE);
  expect(room.post.posted).toHaveLength(1);
  room.post.looks("deck", "open");
  await room.pass(MINUTE);
  expect(room.post.posted.at(-1)).toMatchObject({ channelId: "deck", text: "before-start 15 (late)" });
});

test("a notice that cannot be posted either is not followed by another", async () => {
  const room = watchRoom();
  const life = room.live();
  for (const channel of ["deck", "bridge"]) room.post.breaks(channel, { outcome: "gone", code: 10_003 });
  await life.keep(KEY, dutyOf("deck", occurrence()));
  await room.pass(DAY);
  expect(room.post.calls).toBe(2);
  expect(life.counts.failed).toBe(2);
});

test("a member who takes no direct messages is told in the channel instead", async () => {
  const room = watchRoom();
  room.post.breaks("juno", { outcome: "closed", code: 50_278 });
  await room.live().keep(KEY, dutyOf("deck", occurrence({ kind: "direct", about: "juno" })));
  await room.pass(2 * HOUR);
  expect(room.post.posted.map(({ text }) => text)).toEqual(["notice closed 50278"]);
});

test("direct messages that the budget has no room for in time are told in the channel instead", async () => {
  const room = watchRoom();
  room.post.breaks("juno", { outcome: "later", afterMs: 2 * HOUR });
  await room.live().keep(KEY, dutyOf("deck", occurrence({ kind: "direct", about: "juno" })));
  await room.pass(2 * HOUR);
  expect(room.post.posted.map(({ text }) => text)).toEqual(["notice closed 0"]);
});

test("what Discord refuses as it is, is a fault of ours: counted, and not tried again", async () => {
  const room = watchRoom();
  const life = room.live();
  room.post.breaks("deck", { outcome: "rejected", code: 50_035 });
  await life.keep(KEY, dutyOf("deck", occurrence(LASTING)));
  await room.pass(DAY);
  expect(room.post.calls).toBe(1);
  expect(life.counts.failed).toBe(1);
});

test("one document that cannot be understood hinders no other", async () => {
  const room = watchRoom();
  const life = room.live();
  await life.keep(KEY, dutyOf("deck", occurrence()));
  await life.keep(dutyKey(3), dutyOf("deck", occurrence()));
  room.spoil(KEY);
  life.kill();
  const later = room.live();
  await later.loop.load();
  await room.pass(2 * HOUR);
  expect(room.post.posted).toHaveLength(1);
});
