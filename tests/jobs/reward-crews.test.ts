import { expect, test } from "vitest";
import { joined, run } from "../runs/crew.ts";
import { rewardRoom } from "./reward-room.ts";
import { CHANNEL, GUILD } from "./room.ts";

const CARD = { channelId: "55", messageId: "77" };

test("a crew that is gathered for a reward names who asked and still needs it, where its card stands, once", async () => {
  const room = rewardRoom();
  await room.open({ watchers: ["101", "102", "103"], hidden: ["103"] });
  await room.claim("101");
  await room.claim("104");
  await room.gather({ card: CARD });
  expect(room.said()).toHaveLength(1);
  const [letter] = room.said();
  expect(letter?.channelId).toBe("55");
  expect(letter?.text).toContain(`https://discord.com/channels/${GUILD}/55/77`);
  expect(letter?.message.allowed_mentions).toEqual({ parse: [], users: ["102"] });
  expect(letter?.text).not.toMatch(/<@(101|103|104)>/);
});

test("quiet hours, the wish for no reminders, and a seat in the run keep a member out of it", async () => {
  const room = rewardRoom();
  await room.knows("101", {
    timeZone: "UTC",
    reminders: { by: "channel", quiet: { from: "17:00", to: "19:00" } },
  });
  await room.knows("102", { reminders: { by: "off" } });
  await room.open({ watchers: ["101", "102", "103"] });
  await room.gather({ ...joined(run({ slug: "home" }), "103"), startsAt: room.clock.now() + 60_000 });
  expect(room.said()).toEqual([]);
});

test("who asked for direct messages is told directly, and not by closed ones in the channel", async () => {
  const room = rewardRoom();
  for (const userId of ["101", "102"]) await room.knows(userId, { reminders: { by: "dm" } });
  room.post.breaks("direct-102", { outcome: "closed", code: 50_007 });
  await room.open({ watchers: ["100", "101", "102"] });
  await room.gather({ leaderId: "7" }, ["101", "102"]);
  expect(room.said().map(({ channelId }) => channelId)).toEqual([CHANNEL, "direct-101"]);
  expect(room.said()[0]?.message.allowed_mentions.users).toEqual(["100"]);
});

test("a run that was cancelled before anybody could be told is told to nobody", async () => {
  const room = rewardRoom();
  await room.open({ watchers: ["101"] });
  await room.gather({ state: "over", ending: "cancelled" });
  expect(room.said()).toEqual([]);
});

test("however many asked for direct messages, each of them is told", async () => {
  const room = rewardRoom();
  const all = Array.from({ length: 55 }, (_, at) => String(1_000 + at));
  for (const userId of all) await room.knows(userId, { reminders: { by: "dm" } });
  await room.open({ watchers: all });
  await room.gather({}, all);
  await room.pass(60_000);
  const told = room.said().map(({ channelId }) => channelId);
  expect(told).toEqual(all.map((userId) => `direct-${userId}`));
});

test("however many asked for mentions, each of them is named once", async () => {
  const room = rewardRoom();
  const all = Array.from({ length: 120 }, (_, at) => String(1_000 + at));
  await room.open({ watchers: all });
  await room.gather({});
  await room.pass(60_000);
  const named = room.said().map(({ message }) => message.allowed_mentions.users ?? []);
  expect(named.map(({ length }) => length)).toEqual([50, 50, 20]);
  expect(named.flat().toSorted()).toEqual(all);
});
