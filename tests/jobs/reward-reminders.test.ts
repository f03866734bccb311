import { expect, test } from "vitest";
import { DAY, days, HOUR, STARTS_AT } from "../rewards/boards.ts";
import { rewardRoom } from "./reward-room.ts";
import { CHANNEL } from "./room.ts";

const WEEK = 7 * DAY;
const firstLines = (room: ReturnType<typeof rewardRoom>) =>
  room.said().map(({ text }) => text.split("\n")[0]);

test("a board is posted once, and edited when somebody claims and when a period opens", async () => {
  const room = rewardRoom();
  expect(await room.open()).toMatchObject({ outcome: "posted" });
  expect(room.boards()).toHaveLength(1);
  await room.claim("100");
  await room.pass(3_000);
  expect(room.edits.at(-1)?.text).toContain("<@100>");
  await room.turn(WEEK);
  expect(room.edits.at(-1)?.text).toContain("Week 2 of 4");
  expect(room.boards()).toHaveLength(1);
});

test("a board whose first answer got lost shows the claim that was made before it was asked for again", async () => {
  const room = rewardRoom();
  room.post.answers("sent, but no answer");
  void room.open();
  await room.pass(20);
  await room.claim("101");
  await room.pass(60_000);
  expect(room.boards()).toHaveLength(1);
  expect(room.edits.at(-1)?.text).toContain("<@101>");
});

test("an opening and a last call are told once each, only to those who asked and have not claimed", async () => {
  const room = rewardRoom();
  await room.open({ watchers: ["100", "101"] });
  await room.claim("100");
  await room.turn(6 * DAY);
  const closesAt = (STARTS_AT + WEEK) / 1_000;
  expect(firstLines(room)).toEqual([
    `**Home**: last call for week 1 of 4. It closes <t:${closesAt}:R>, <t:${closesAt}:F>.`,
  ]);
  expect(room.said()[0]?.message.allowed_mentions).toEqual({ parse: [], users: ["101"] });
  await room.turn(DAY);
  expect(firstLines(room)[1]).toContain("**Home**: week 2 of 4 is open until");
  expect(room.said()[1]?.message.allowed_mentions.users).toEqual(["100", "101"]);
  await room.turn(HOUR);
  expect(room.said()).toHaveLength(2);
});

test("where nobody asked to be reminded, or everybody has claimed, nothing is said", async () => {
  const room = rewardRoom();
  await room.open();
  await room.turn(2 * WEEK);
  await room.change((track) => ({ ...track, watchers: ["100"] }));
  await room.claim("100");
  await room.turn(6 * DAY + HOUR);
  expect(room.said()).toEqual([]);
});

test("members in their quiet hours, and those who want no reminders, are left out", async () => {
  const room = rewardRoom();
  /** The second week opens at 18:00 by UTC. */
  await room.knows("100", {
    timeZone: "Europe/Berlin",
    reminders: { by: "channel", quiet: { from: "18:00", to: "23:00" } },
  });
  await room.knows("101", { reminders: { by: "off" } });
  await room.open({ watchers: ["100", "101", "102"] });
  await room.turn(WEEK);
  expect(room.said().map(({ message }) => message.allowed_mentions.users)).toEqual([["102"]]);
});

test("two hundred members are named in four messages, each of them once", async () => {
  const room = rewardRoom();
  const watchers = Array.from({ length: 200 }, (_, at) => String(10n ** 18n + BigInt(at)));
  await room.open({ watchers });
  await room.turn(WEEK);
  const named = room.said().map(({ message }) => message.allowed_mentions.users ?? []);
  expect(named.map((users) => users.length)).toEqual([50, 50, 50, 50]);
  expect(named.flat()).toEqual(watchers);
  for (const { text } of room.said()) expect(text.length).toBeLessThanOrEqual(2_000);
});

test("down for three weeks: one message, which says what was missed", async () => {
  const room = rewardRoom();
  await room.open({ watchers: ["100"] });
  await room.absence(3 * WEEK + HOUR);
  expect(firstLines(room)).toEqual([expect.stringContaining("week 4 of 4 is open")]);
  expect(room.said()[0]?.text).toContain("nobody was told of week 2 of 4 and week 3 of 4");
  await room.pass(HOUR);
  expect(room.said()).toHaveLength(1);
});

test("down until the last hours of a week: one message too, and it is the last call", async () => {
  const room = rewardRoom();
  await room.open({ watchers: ["100"] });
  await room.absence(3 * WEEK - HOUR);
  expect(firstLines(room)).toEqual([expect.stringContaining("last call for week 3 of 4")]);
  expect(room.said()[0]?.text).toContain("nobody was told of week 2 of 4");
});

test("an event of days tells its last call in the last quarter of each day", async () => {
  const room = rewardRoom();
  await room.open({ ...days(), trackId: "t1", watchers: ["100"] });
  await room.turn(18 * HOUR - 60_000);
  expect(room.said()).toHaveLength(1);
  expect(firstLines(room)[0]).toContain("last call for day 1 of 21");
});

test("who asked for direct messages gets them by their own lead, and is not named in the channel", async () => {
  const room = rewardRoom();
  await room.knows("101", { reminders: { by: "dm", leadMinutes: 120 } });
  await room.open({ watchers: ["100", "101"] });
  await room.turn(6 * DAY);
  expect(room.said().map(({ channelId }) => channelId)).toEqual([CHANNEL]);
  await room.turn(22 * HOUR);
  expect(room.said().map(({ channelId }) => channelId)).toEqual([CHANNEL, "direct-101"]);
  expect(room.said()[0]?.message.allowed_mentions.users).toEqual(["100"]);
  expect(room.said()[1]?.text).toContain("Claim on the board: https://discord.com/channels/2/12/");
});

test("closed direct messages are told in the channel, and remembered", async () => {
  const room = rewardRoom();
  await room.knows("101", { reminders: { by: "dm", leadMinutes: 120 } });
  room.post.breaks("direct-101", { outcome: "closed", code: 50_007 });
  await room.open({ watchers: ["101"] });
  await room.pass(3_000);
  await room.turn(7 * DAY - 2 * HOUR);
  expect(room.said().map(({ text }) => text)).toEqual([
    expect.stringContaining("direct messages are closed"),
  ]);
  expect((await room.userOf("101")).reminders.by).toBe("channel");
});

test("a finished run of the mission offers the claim to those who were there, once, and pings nobody", async () => {
  const room = rewardRoom();
  await room.open();
  await room.claim("101");
  await room.finish({ present: ["100", "101"] });
  await room.finish({ present: ["100", "101"], note: "told again" });
  expect(firstLines(room)).toEqual(["**Home** is done. It counts for week 1 of 4:"]);
  expect(room.said()[0]?.text).toContain("<@100>");
  expect(room.said()[0]?.text).not.toContain("<@101>");
  expect(room.said()[0]?.message.allowed_mentions).toEqual({ parse: [], users: [] });
});

test("a run of another mission, or one that was cancelled, offers nothing", async () => {
  const room = rewardRoom();
  await room.open();
  await room.finish({ slug: "second-wave", present: ["100"] });
  await room.finish({ runId: "r2", ending: "cancelled", present: ["100"] });
  expect(room.said()).toEqual([]);
});

test("a run that was played before the week turned does not offer the week after it", async () => {
  const room = rewardRoom();
  await room.open();
  await room.turn(WEEK + HOUR);
  const played = room.clock.now() - 2 * HOUR;
  await room.finish({ startsAt: played, startedAt: played, present: ["100"] });
  expect(room.said()).toEqual([]);
  await room.finish({ runId: "r2", present: ["100"] });
  expect(firstLines(room)).toEqual(["**Home** is done. It counts for week 2 of 4:"]);
});

test("a closed reward reminds nobody", async () => {
  const room = rewardRoom();
  await room.open({ watchers: ["100"] });
  await room.change((track) => ({ ...track, closedAt: room.clock.now() }));
  await room.turn(WEEK);
  expect(room.said()).toEqual([]);
  expect(room.edits.at(-1)?.text).toContain("Closed by an officer");
});

test("a board that somebody deleted is posted again", async () => {
  const room = rewardRoom();
  await room.open();
  room.deleted();
  await room.claim("100");
  await room.pass(5_000);
  expect(room.boards()).toHaveLength(2);
});

test("a board whose channel is gone moves with all its reminders to the channel that the fleet sets anew", async () => {
  const room = rewardRoom();
  await room.open({ watchers: ["100"] });
  room.post.breaks(CHANNEL, { outcome: "gone", code: 10_003 });
  await room.turn(WEEK);
  expect(room.said()).toEqual([]);
  await room.settings({ rewardsChannelId: "50" });
  await room.turn(WEEK);
  expect(room.said().map(({ channelId, text }) => [channelId, text.split("\n")[0]])).toEqual([
    ["50", expect.stringContaining("**Home**")],
  ]);
  await room.claim("100");
  await room.pass(5_000);
  expect(room.boards().map(({ channelId }) => channelId)).toEqual([CHANNEL, "50"]);
});

test("a channel that the bot may not post in is told of once in the fleet's", async () => {
  const room = rewardRoom();
  await room.settings({ rewardsChannelId: "50" });
  await room.open({ watchers: ["100"] });
  room.post.breaks(CHANNEL, { outcome: "forbidden", code: 50_013 });
  await room.turn(WEEK);
  await room.turn(WEEK);
  expect(room.said().map(({ channelId, text }) => [channelId, text.split("\n")[0]])).toEqual([
    ["50", `I may not post in <#${CHANNEL}>, so nobody was told of **Home** there.`],
  ]);
});
