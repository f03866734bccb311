import { expect, test } from "vitest";
import { DAY, days, HOUR } from "../rewards/boards.ts";
import { rewardRoom } from "./reward-room.ts";
import { CHANNEL } from "./room.ts";

const WEEK = 7 * DAY;

/** Every message in plain words: its first line, and what its picture says. */
const shown = (room: ReturnType<typeof rewardRoom>) =>
  room.said().map(({ text, message }) => [text.split("\n")[0], message.files?.[0]?.words]);

test("the message of an opening brings the picture of the week before, once, with its words", async () => {
  const room = rewardRoom();
  await room.open({ watchers: ["100"] });
  await room.claim("101");
  await room.turn(WEEK);
  await room.turn(HOUR);
  expect(shown(room)).toEqual([
    [
      expect.stringContaining("**Home**: week 2 of 4 is open until"),
      "After week 1 of 4 · 2 members take part. Claims: week 1 1, week 2 0.",
    ],
  ]);
  expect(room.said()[0]?.text).toContain("Week 1 of 4: 1 of 2 members claimed.");
  expect(room.said()[0]?.message.allowed_mentions).toEqual({ parse: [], users: ["100"] });
  expect(room.counts).toMatchObject({ sent: 2 });
});

test("where nobody is to be named the picture comes for itself and pings nobody", async () => {
  const room = rewardRoom();
  await room.open();
  await room.claim("101");
  await room.turn(WEEK);
  expect(room.said()).toHaveLength(1);
  expect(room.said()[0]?.message.files).toHaveLength(1);
  expect(room.said()[0]?.message.allowed_mentions).toEqual({ parse: [], users: [] });
  await room.turn(WEEK);
  expect(room.said()).toHaveLength(1);
});

test("an event of days brings a picture with each message, and one for itself at most once a week", async () => {
  const room = rewardRoom();
  await room.open({ ...days(), trackId: "t1" });
  for (let day = 0; day < 15; day++) {
    await room.claim("101");
    await room.turn(DAY);
  }
  expect(room.said().map(({ message }) => message.files?.[0]?.words.split(" · ")[0])).toEqual([
    "After day 7 of 21",
    "After day 14 of 21",
  ]);
});

test("the end of a reward is told with its picture, unless nobody ever claimed", async () => {
  const room = rewardRoom();
  await room.open({ length: 1, needed: 1 });
  await room.claim("101");
  await room.turn(WEEK);
  expect(shown(room)).toEqual([
    ["**Home** is over: 1 of 1 member completed it.", expect.stringContaining("After week 1 of 1")],
  ]);
  const other = rewardRoom();
  await other.open({ length: 1, needed: 1, watchers: ["100"] });
  await other.turn(WEEK);
  expect(other.said()).toEqual([]);
});

test("an event with a cooldown tells its end with a picture, too", async () => {
  const room = rewardRoom();
  await room.open({ ...days({ cadence: "cooldown", length: 5, needed: 3 }), trackId: "t1" });
  await room.claim("101");
  await room.turn(5 * DAY);
  expect(shown(room)).toEqual([
    ["**Red Alerts** is over: 0 of 1 member completed it.", expect.stringContaining("day 1 1, day 2 0")],
  ]);
});

test("down from the end of a week until the last call of the next: that call brings the picture, and no later one", async () => {
  const room = rewardRoom();
  await room.open({ watchers: ["100"] });
  await room.claim("101");
  await room.absence(2 * WEEK - HOUR);
  await room.turn(HOUR);
  expect(shown(room)).toEqual([
    [
      expect.stringContaining("last call for week 2 of 4"),
      "After week 1 of 4 · 2 members take part. Claims: week 1 1, week 2 0.",
    ],
    [expect.stringContaining("week 3 of 4 is open until"), undefined],
  ]);
  expect(room.said()[0]?.text).toContain("Week 1 of 4: 1 of 2 members claimed.");
});

test("down for whole weeks: the next opening brings the picture of the last week that somebody claimed", async () => {
  const room = rewardRoom();
  await room.open({ watchers: ["100"] });
  await room.claim("101");
  await room.absence(3 * WEEK + HOUR);
  expect(shown(room)).toEqual([
    [expect.stringContaining("week 4 of 4 is open until"), expect.stringContaining("After week 1 of 4")],
  ]);
});

test("a last call that would name nobody is not made for a picture; the next opening brings it", async () => {
  const room = rewardRoom();
  await room.open();
  await room.claim("101");
  await room.absence(2 * WEEK - HOUR);
  expect(room.said()).toEqual([]);
  await room.turn(HOUR);
  expect(shown(room)).toEqual([
    [expect.stringContaining("week 3 of 4 is open until"), expect.stringContaining("After week 1 of 4")],
  ]);
});

test("a picture that cannot be drawn keeps no message back", async () => {
  const room = rewardRoom();
  room.easel.isBroken = true;
  await room.open({ watchers: ["100"] });
  await room.claim("101");
  await room.turn(WEEK);
  expect(shown(room)).toEqual([[expect.stringContaining("week 2 of 4 is open"), undefined]]);
  expect(room.said()[0]?.text).not.toContain("Attach Files");
});

test("where no files may be attached the message names the permission once, and no picture is tried again", async () => {
  const room = rewardRoom();
  room.post.bars(CHANNEL);
  await room.open({ watchers: ["100"] });
  for (let week = 0; week < 2; week++) {
    await room.claim("101");
    await room.turn(WEEK);
  }
  const [first, second] = room.said().map(({ text }) => text);
  expect(first).toContain(`I lack **Attach Files** in <#${CHANNEL}>`);
  expect(second).not.toContain("Attach Files");
  expect(room.post.posted.some(({ message }) => message.files !== undefined)).toBe(false);
  expect(room.post.calls).toBe(4);
  expect(await room.read()).toMatchObject({ pictures: "refused" });
});

test("an officer who wants no pictures gets none", async () => {
  const room = rewardRoom();
  await room.open({ watchers: ["100"], pictures: "off" });
  await room.claim("101");
  await room.turn(4 * WEEK);
  expect(room.said().every(({ message }) => message.files === undefined)).toBe(true);
  expect(room.said().every(({ text }) => !text.includes("is over"))).toBe(true);
});

test("killed between a send and its note, the picture comes once", async () => {
  const room = rewardRoom();
  await room.open({ watchers: ["100"] });
  await room.claim("101");
  room.post.answers("sent, but no answer");
  await room.turn(WEEK);
  await room.absence(60_000);
  expect(room.said()).toHaveLength(1);
});
