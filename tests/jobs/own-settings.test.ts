import { expect, test } from "vitest";
import type { Reminders, User } from "../../src/captains/store.ts";
import type { Run } from "../../src/runs/run.ts";
import { days, DAY as REWARD_DAY } from "../rewards/boards.ts";
import { joined, run, STARTS_AT } from "../runs/crew.ts";
import { rewardRoom } from "./reward-room.ts";
import { CHANNEL } from "./room.ts";
import { runRoom } from "./run-room.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** After a change of somebody's settings everything of theirs is looked at within this time. */
const SOON = 3_000;

const dm = (leadMinutes?: number, more: Partial<Reminders> = {}): { reminders: Reminders } => ({
  reminders: { by: "dm", ...(leadMinutes === undefined ? {} : { leadMinutes }), ...more },
});
const mentions: { reminders: Reminders } = { reminders: { by: "channel" } };
const none: { reminders: Reminders } = { reminders: { by: "off" } };

type Room = ReturnType<typeof runRoom> | ReturnType<typeof rewardRoom>;
const places = (room: Room) => room.said().map(({ channelId }) => channelId);
const named = (room: Room) =>
  room.said().map(({ channelId, message }) => [channelId, message.allowed_mentions.users ?? []]);

/** Member 101 is in a run that starts in two days. */
async function signedUp(before: Partial<User>, changes: Partial<Run> = {}) {
  const room = runRoom();
  await room.knows("101", before);
  await room.gather({ signups: joined(run(), "101").signups, leadMinutes: [15], ...changes });
  await room.pass(SOON);
  return room;
}

test("direct messages that are switched on hold for a run one is in already", async () => {
  const room = await signedUp(mentions);
  await room.knows("101", dm(30));
  await room.pass(SOON);
  await room.pass(2 * DAY - 29 * MINUTE);
  expect(places(room)).toEqual(["direct-101"]);
  await room.pass(HOUR);
  expect(places(room)).toEqual(["direct-101"]);
});

test("who wants mentions again is named in the channel, although their direct message was planned later", async () => {
  const room = await signedUp(dm(5));
  await room.knows("101", mentions);
  await room.pass(2 * DAY);
  expect(named(room)).toEqual([[CHANNEL, ["101"]]]);
});

test("the change holds for what is due in the same moment", async () => {
  const room = await signedUp(dm(15));
  await room.pass(2 * DAY - 15 * MINUTE - SOON - 100);
  await room.knows("101", mentions);
  await room.pass(HOUR);
  expect(named(room)).toEqual([[CHANNEL, ["101"]]]);
});

test("who wants no reminders any more gets none", async () => {
  const room = await signedUp(dm(30));
  await room.knows("101", none);
  await room.pass(2 * DAY);
  expect(room.said()).toEqual([]);
});

test("another lead holds at once", async () => {
  const room = await signedUp(dm(60));
  await room.knows("101", dm(20));
  await room.pass(2 * DAY - 21 * MINUTE);
  expect(room.said()).toEqual([]);
  await room.pass(2 * MINUTE);
  expect(places(room)).toEqual(["direct-101"]);
});

test("a lead that is changed after the message has come brings no second one", async () => {
  const room = await signedUp(dm(60), { leadMinutes: [] });
  await room.pass(2 * DAY - 50 * MINUTE);
  expect(places(room)).toEqual(["direct-101"]);
  await room.knows("101", dm(20));
  await room.pass(SOON);
  await room.change((before) => ({ ...before, note: "told again" }));
  await room.pass(HOUR);
  expect(places(room)).toEqual(["direct-101"]);
});

test("a lead that lies behind us already leaves the message that was coming", async () => {
  const room = await signedUp(dm(15), { leadMinutes: [] });
  await room.pass(2 * DAY - 30 * MINUTE);
  await room.knows("101", dm(60));
  await room.pass(HOUR);
  expect(places(room)).toEqual(["direct-101"]);
});

test("new quiet hours hold at once, even for a message that lies in them", async () => {
  const room = await signedUp(dm(15));
  const quiet = { from: "18:00", to: "23:00" };
  await room.knows("101", { ...dm(15, { quiet }), timeZone: "Europe/Berlin" });
  await room.pass(2 * DAY);
  expect((await room.read())?.deliveries.all.filter(({ kind }) => kind === "direct")).toEqual([
    expect.objectContaining({ at: Date.UTC(2026, 10, 21, 16, 59), state: "sent" }),
  ]);
});

test("quiet hours that have begun leave the member to the channel's reminder", async () => {
  const room = await signedUp({ ...dm(10), timeZone: "UTC" });
  await room.pass(2 * DAY - 30 * MINUTE);
  await room.knows("101", dm(10, { quiet: { from: "18:20", to: "23:00" } }));
  await room.pass(HOUR);
  expect(named(room)).toEqual([[CHANNEL, ["101"]]]);
});

test("another time zone moves the quiet hours at once", async () => {
  const quiet = { from: "18:00", to: "07:00" };
  const room = await signedUp({ ...dm(30, { quiet }), timeZone: "America/New_York" });
  await room.knows("101", { timeZone: "Europe/Berlin" });
  await room.pass(2 * DAY);
  expect((await room.read())?.deliveries.all.find(({ kind }) => kind === "direct")?.at).toBe(
    Date.UTC(2026, 10, 21, 16, 59),
  );
});

test("the fleet's time zone does the same for members who named none", async () => {
  const quiet = { from: "18:00", to: "07:00" };
  const room = await signedUp(dm(30, { quiet }));
  await room.settings({ timeZone: "Asia/Tokyo" });
  await room.pass(2 * DAY);
  expect((await room.read())?.deliveries.all.find(({ kind }) => kind === "direct")?.at).toBe(
    Date.UTC(2026, 10, 21, 8, 59),
  );
});

test("a member whose direct messages turned out closed is named in the channel of their other runs", async () => {
  const room = await signedUp(dm(5), { leadMinutes: [] });
  await room.gather({
    runId: "r2",
    title: "Home",
    startsAt: STARTS_AT + 12 * MINUTE,
    signups: joined(run(), "101").signups,
    leadMinutes: [15],
  });
  room.post.breaks("direct-101", { outcome: "closed", code: 50_007 });
  await room.pass(2 * DAY);
  expect(room.said().map(({ channelId, text }) => [channelId, text.split(" ")[0]])).toEqual([
    [CHANNEL, "**Second"],
    [CHANNEL, "**Home**"],
  ]);
  expect(room.said()[1]?.text).not.toContain("closed");
});

test("who asks for direct messages again after they were closed is not told of the same run once more", async () => {
  const room = await signedUp(dm(30), { leadMinutes: [] });
  room.post.breaks("direct-101", { outcome: "closed", code: 50_007 });
  await room.pass(2 * DAY - 29 * MINUTE);
  expect(places(room)).toEqual([CHANNEL]);
  room.post.breaks("direct-101", undefined);
  await room.knows("101", dm(10));
  await room.pass(HOUR);
  expect(places(room)).toEqual([CHANNEL]);
});

test("a bot that dies right after the change was saved keeps to it when it is back", async () => {
  const room = await signedUp(dm(60));
  await room.knows("101", dm(20));
  await room.restart();
  await room.pass(2 * DAY - 21 * MINUTE);
  expect(room.said()).toEqual([]);
  await room.pass(2 * MINUTE);
  expect(places(room)).toEqual(["direct-101"]);
});

test("a message that is late does not come in quiet hours", async () => {
  const quiet = { from: "18:35", to: "23:00" };
  const room = await signedUp({ ...dm(60, { quiet }), timeZone: "UTC" }, { leadMinutes: [] });
  room.turn(2 * DAY - 20 * MINUTE);
  await room.pass(HOUR);
  expect(room.said()).toEqual([]);
});

const WEEK = 7 * REWARD_DAY;

/** Member 101 follows a weekly reward that is open. */
async function watching(before: Partial<User>) {
  const room = rewardRoom();
  await room.knows("101", before);
  await room.open({ watchers: ["101"], leadMinutes: 600 });
  await room.pass(SOON);
  return room;
}

test("direct messages that are switched on hold for a reward one follows already", async () => {
  const room = await watching(mentions);
  await room.knows("101", dm(120));
  await room.pass(SOON);
  await room.turn(WEEK - 3 * HOUR);
  expect(room.said()).toEqual([]);
  await room.turn(HOUR);
  expect(places(room)).toEqual(["direct-101"]);
});

test("switched off again, the channel's last call names the member of a reward", async () => {
  const room = await watching(dm(120));
  await room.knows("101", mentions);
  await room.pass(SOON);
  await room.turn(WEEK - 5 * HOUR);
  await room.turn(4 * HOUR);
  expect(named(room)).toEqual([[CHANNEL, ["101"]]]);
});

test("a shorter lead after the last call of a reward brings no second one", async () => {
  const room = await watching(dm(600));
  await room.turn(WEEK - 9 * HOUR);
  expect(places(room)).toEqual(["direct-101"]);
  await room.knows("101", dm(120));
  await room.pass(SOON);
  await room.turn(8 * HOUR);
  expect(places(room)).toEqual(["direct-101"]);
});

test("quiet hours that have begun put the last call of a reward behind them, as long as it helps then", async () => {
  const room = await watching({ ...dm(120), timeZone: "UTC" });
  await room.turn(WEEK - 3 * HOUR);
  /** It is three in the afternoon, and the week closes at six. */
  await room.knows("101", dm(120, { quiet: { from: "14:00", to: "17:00" } }));
  await room.turn(HOUR);
  expect(room.said()).toEqual([]);
  await room.turn(HOUR);
  expect(places(room)).toEqual(["direct-101"]);
});

/** Member 101 has claimed from an event with a cooldown at six in the evening: they may claim again at two. */
async function cooling(before: Partial<User>) {
  const room = rewardRoom();
  await room.knows("101", { timeZone: "UTC", ...before });
  const often = days({ cadence: "cooldown", length: 10, needed: 3 });
  await room.open({ ...often, trackId: "t1", watchers: ["101"] });
  await room.claim("101");
  await room.pass(SOON);
  return room;
}
const ready = (room: ReturnType<typeof rewardRoom>) =>
  room
    .said()
    .filter(({ text }) => text.includes("twenty hours are over"))
    .map(({ channelId }) => channelId);

test("that a cooldown is over is told as its member wants it by now", async () => {
  const room = await cooling(mentions);
  await room.knows("101", dm());
  await room.pass(2 * SOON);
  await room.knows("101", dm(undefined, { quiet: { from: "13:00", to: "16:00" } }));
  await room.pass(2 * SOON);
  await room.turn(21 * HOUR);
  expect(ready(room)).toEqual([]);
  await room.turn(HOUR);
  expect(ready(room)).toEqual(["direct-101"]);
});

test("quiet hours that are set after it was told bring it no second time", async () => {
  const room = await cooling(dm());
  await room.turn(20 * HOUR);
  expect(ready(room)).toEqual(["direct-101"]);
  await room.knows("101", dm(undefined, { quiet: { from: "13:00", to: "16:00" } }));
  await room.pass(2 * SOON);
  await room.change((track) => ({ ...track, hidden: ["101"] }));
  await room.turn(3 * HOUR);
  expect(ready(room)).toEqual(["direct-101"]);
});
