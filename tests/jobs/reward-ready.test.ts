import { expect, test } from "vitest";
import type { Track } from "../../src/rewards/track.ts";
import { days, HOUR } from "../rewards/boards.ts";
import { rewardRoom } from "./reward-room.ts";
import { CHANNEL } from "./room.ts";

const MINUTE = 60_000;

/** An event with a cooldown, three claims of which are needed; opened some minutes past the hour. */
const often = (changes: Partial<Track> = {}): Partial<Track> => ({
  ...days({ cadence: "cooldown", length: 10, needed: 3 }),
  trackId: "t1",
  ...changes,
});
const ready = (room: ReturnType<typeof rewardRoom>) =>
  room.said().filter(({ text }) => text.includes("twenty hours are over"));

test("who asked is told when they can claim again, together with others of the same half hour, never early", async () => {
  const room = rewardRoom();
  await room.open(often({ watchers: ["100", "101", "102"] }));
  await room.claim("100");
  await room.pass(10 * MINUTE);
  await room.claim("101");
  await room.pass(3_000);
  await room.turn(20 * HOUR - 4 * MINUTE);
  expect(ready(room)).toEqual([]);
  await room.turn(30 * MINUTE);
  expect(ready(room).map(({ message }) => message.allowed_mentions.users)).toEqual([["100", "101"]]);
  await room.turn(HOUR);
  expect(ready(room)).toHaveLength(1);
});

test("each claim moves it, one taken back calls it off, and who has everything is not told", async () => {
  const room = rewardRoom();
  await room.open(often({ watchers: ["100"] }));
  for (let times = 0; times < 3; times++) {
    await room.claim("100");
    await room.pass(3_000);
    await room.turn(21 * HOUR);
    expect(ready(room)).toHaveLength(Math.min(times + 1, 2));
  }
  const other = rewardRoom();
  await other.open(often({ watchers: ["100"] }));
  await other.claim("100");
  await other.pass(3_000);
  await other.undo("100");
  await other.pass(3_000);
  await other.turn(21 * HOUR);
  expect(ready(other)).toEqual([]);
});

test("who stops being reminded, wants none, or sleeps is left out", async () => {
  const room = rewardRoom();
  await room.knows("101", { reminders: { by: "off" } });
  await room.knows("102", {
    timeZone: "UTC",
    reminders: { by: "channel", quiet: { from: "14:00", to: "15:00" } },
  });
  await room.open(often({ watchers: ["100", "101", "102"] }));
  for (const userId of ["100", "101", "102"]) await room.claim(userId);
  await room.change((track) => ({ ...track, watchers: ["101", "102"] }));
  await room.turn(20 * HOUR + 10 * MINUTE);
  expect(ready(room)).toEqual([]);
});

test("who asked for direct messages is told directly, after their quiet hours; closed ones are told in the channel", async () => {
  const room = rewardRoom();
  await room.knows("101", {
    timeZone: "UTC",
    reminders: { by: "dm", quiet: { from: "13:00", to: "16:00" } },
  });
  await room.knows("102", { reminders: { by: "dm" } });
  room.post.breaks("direct-102", { outcome: "closed", code: 50_007 });
  await room.open(often({ watchers: ["101", "102"] }));
  await room.claim("101");
  await room.claim("102");
  await room.pass(3_000);
  await room.turn(20 * HOUR + 10 * MINUTE);
  expect(ready(room).map(({ channelId }) => channelId)).toEqual([CHANNEL]);
  expect(ready(room)[0]?.message.allowed_mentions.users).toEqual(["102"]);
  await room.turn(2 * HOUR);
  expect(ready(room).map(({ channelId }) => channelId)).toEqual([CHANNEL, "direct-101"]);
});

test("a bot that was away tells it late within three hours and says so; later the board does", async () => {
  const room = rewardRoom();
  await room.open(often({ watchers: ["100"] }));
  await room.claim("100");
  await room.pass(3_000);
  await room.absence(22 * HOUR);
  expect(ready(room).map(({ text }) => text)).toEqual([expect.stringContaining("This comes late")]);
  await room.claim("100");
  await room.pass(3_000);
  await room.absence(40 * HOUR);
  expect(ready(room)).toHaveLength(1);
});

test("a hundred and twenty who become ready at once are named in three messages, each of them once", async () => {
  const room = rewardRoom();
  const watchers = Array.from({ length: 120 }, (_, at) => String(1_000 + at));
  await room.open(often({ watchers }));
  for (const userId of watchers) await room.claim(userId);
  await room.pass(3_000);
  await room.turn(21 * HOUR);
  const named = ready(room).map(({ message }) => message.allowed_mentions.users ?? []);
  expect(named.map((users) => users.length)).toEqual([50, 50, 20]);
  expect(new Set(named.flat()).size).toBe(120);
});
