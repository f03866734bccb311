import { expect, test } from "vitest";
import { cancelRun, handOver, splitRun } from "../../src/runs/lead.ts";
import type { Run } from "../../src/runs/run.ts";
import { joinRun, leaveRun, standBy } from "../../src/runs/sign-up.ts";
import { joined, leader, run, STARTS_AT } from "../runs/crew.ts";
import { CHANNEL } from "./room.ts";
import { runRoom } from "./run-room.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const in_ = (userId: string) => (before: Run) => joinRun(before, { userId }).run;
const out = (userId: string) => (before: Run) => leaveRun(before, userId).run;

test("a run's crew is reminded a day and a quarter of an hour before, and nobody else", async () => {
  const room = runRoom();
  await room.gather();
  for (const userId of ["100", "101", "102"]) await room.change(in_(userId), userId);

  await room.pass(DAY);
  expect(room.said()).toHaveLength(1);
  expect(room.said()[0]?.text.split("\n")[0]).toBe(
    `**Second Wave** starts <t:${STARTS_AT / 1_000}:R>, <t:${STARTS_AT / 1_000}:F>.`,
  );
  expect(room.said()[0]?.message.allowed_mentions).toEqual({ parse: [], users: ["100", "101"] });
  await room.pass(DAY);
  expect(room.said()).toHaveLength(2);
  await room.pass(3 * DAY);
  expect(room.said()).toHaveLength(2);
});

test("who wants no reminders is not named in them", async () => {
  const room = runRoom();
  await room.knows("101", { reminders: { by: "off" } });
  await room.gather({ signups: joined(run(), "100", "101").signups, nextOrder: 2 });
  await room.pass(DAY);
  expect(room.said()[0]?.message.allowed_mentions).toEqual({ parse: [], users: ["100"] });
});

test("after a day away through both reminders one comes, late, and says so", async () => {
  const room = runRoom();
  await room.gather({ signups: joined(run(), "100").signups });
  room.turn(2 * DAY - 5 * MINUTE);
  await room.pass(10);
  expect(room.said().map(({ text }) => text)).toEqual([expect.stringContaining("comes late")]);
  expect(room.counts).toMatchObject({ late: 1, expired: 1 });
});

test("who moves up from the waiting line is told, and only they", async () => {
  const room = runRoom();
  await room.gather({ signups: joined(run(), "100", "101", "102").signups, nextOrder: 3 });
  await room.change(out("101"), "101");
  expect(room.said().map(({ message }) => message.allowed_mentions.users)).toEqual([["102"]]);
  expect(room.said()[0]?.text).toContain("it is yours, <@102>");
});

test("whom the leader signs up, puts on the waitlist or takes out is told, alone, because they pressed nothing", async () => {
  const room = runRoom();
  await room.gather({ signups: joined(run(), "100").signups, nextOrder: 1 });
  for (const userId of ["101", "102"])
    await room.change((now) => joinRun(now, { userId, addedBy: "100" }).run);
  await room.change(out("102"));
  expect(
    room.said().map(({ text, message }) => [text.split("\n")[0], message.allowed_mentions.users]),
  ).toEqual([
    ["**Second Wave**: <@100> signed you up, <@101>. Not yours? Press Leave.", ["101"]],
    ["**Second Wave**: <@100> put you on the waitlist as number 1, <@102>. Not yours? Press Leave.", ["102"]],
    ["**Second Wave**: you were taken out of its crew, <@102>.", ["102"]],
  ]);
});

test("who was tentative and is brought along is told; who comes and goes by themselves is not", async () => {
  const room = runRoom();
  const { run: with101 } = standBy(joined(run(), "100"), { userId: "101" });
  await room.gather({ signups: with101.signups, nextOrder: with101.nextOrder });
  await room.change(in_("102"), "102");
  await room.change(out("102"), "102");
  expect(room.said()).toEqual([]);
  await room.change((now) => joinRun(now, { userId: "101", addedBy: "100" }).run);
  expect(room.said().map(({ message }) => message.allowed_mentions.users)).toEqual([["101"]]);
});

test("who is given the lead is told; who waited and leads a team that was split off is told with the seat", async () => {
  const room = runRoom();
  const { signups, nextOrder } = joined(run(), "100", "101", "102");
  await room.gather({ signups, nextOrder });
  await room.change((now) => handOver(now, leader, "101").run);
  await room.change((now) => handOver(now, { userId: "101", isOfficer: false }, "101").run, "101");
  await room.change(
    (now) => splitRun(now, { userId: "101", isOfficer: false }, "r2", room.clock.now()).run,
    "101",
  );
  await room.pass(MINUTE);
  expect(room.said().map(({ text, message }) => [message.allowed_mentions.users, text])).toEqual([
    [["101"], expect.stringContaining("is led by you now")],
    [["102"], expect.stringContaining("You lead it")],
  ]);
});

test("a run that is cancelled tells everyone once, and reminds nobody any more", async () => {
  const room = runRoom();
  await room.gather({ signups: joined(run(), "100", "101", "102").signups, nextOrder: 3 });
  await room.change((before) => cancelRun(before, leader).run);
  await room.pass(3 * DAY);
  expect(room.said().map(({ text }) => text.split("\n")[0])).toEqual([
    expect.stringContaining("is cancelled"),
  ]);
  expect(room.said()[0]?.message.allowed_mentions.users).toEqual(["100", "101", "102"]);
});

test("ninety who signed up are all told of a new time and of the end, in two messages each", async () => {
  const room = runRoom();
  const crew = Array.from({ length: 90 }, (_, at) => String(10n ** 19n + BigInt(at)));
  const { signups, nextOrder } = joined(run({ seats: 50 }), ...crew);
  await room.gather({ seats: 50, signups, nextOrder });
  const toldOf = (words: string) => room.said().filter(({ text }) => text.includes(words));
  const named = (words: string) => toldOf(words).flatMap(({ message }) => message.allowed_mentions.users);

  await room.change((before) => ({ ...before, startsAt: STARTS_AT + DAY }));
  await room.pass(MINUTE);
  await room.change((before) => cancelRun(before, leader).run);
  await room.pass(MINUTE);
  for (const words of ["has a new time", "is cancelled"]) {
    expect(toldOf(words)).toHaveLength(2);
    expect(named(words)).toEqual(crew);
  }
  for (const { text } of room.said()) expect(text.length).toBeLessThanOrEqual(2_000);
});

test("a run that is moved says so once, and is reminded of at its new time", async () => {
  const room = runRoom();
  await room.gather({ signups: joined(run(), "100", "101").signups, nextOrder: 2, leadMinutes: [15] });
  await room.change((before) => ({ ...before, startsAt: STARTS_AT + DAY }));
  expect(room.said().map(({ text }) => text.split("\n")[0])).toEqual([
    expect.stringContaining("has a new time"),
  ]);
  await room.pass(2 * DAY);
  expect(room.said()).toHaveLength(1);
  await room.pass(DAY);
  expect(room.said()).toHaveLength(2);
});

test("who asked for a direct message gets one by their own lead, and is not named in the channel", async () => {
  const room = runRoom();
  await room.knows("101", { reminders: { by: "dm", leadMinutes: 30 } });
  await room.gather({ signups: joined(run(), "100", "101").signups, nextOrder: 2, leadMinutes: [15] });
  await room.pass(2 * DAY - 31 * MINUTE);
  expect(room.said()).toEqual([]);
  await room.pass(2 * MINUTE);
  expect(room.said().map(({ channelId }) => channelId)).toEqual(["direct-101"]);
  await room.pass(20 * MINUTE);
  expect(room.said()[1]).toMatchObject({
    channelId: CHANNEL,
    message: { allowed_mentions: { users: ["100"] } },
  });
});

test("a direct message that would come in quiet hours comes before them", async () => {
  const room = runRoom();
  await room.knows("101", {
    timeZone: "Europe/Berlin",
    reminders: { by: "dm", leadMinutes: 30, quiet: { from: "18:00", to: "07:00" } },
  });
  await room.gather({ signups: joined(run(), "101").signups, leadMinutes: [] });
  await room.pass(2 * DAY);
  expect((await room.read())?.deliveries.all.find(({ kind }) => kind === "direct")).toMatchObject({
    at: Date.UTC(2026, 10, 21, 16, 59),
    state: "sent",
  });
});

test("closed direct messages are told in the channel, and remembered", async () => {
  const room = runRoom();
  await room.knows("101", { reminders: { by: "dm", leadMinutes: 30 } });
  room.post.breaks("direct-101", { outcome: "closed", code: 50_007 });
  await room.gather({ signups: joined(run(), "101").signups, leadMinutes: [] });
  await room.pass(2 * DAY);
  expect(room.said().map(({ text }) => text)).toEqual([
    expect.stringContaining("direct messages are closed"),
  ]);
  expect((await room.userOf("101")).reminders.by).toBe("channel");
});

test("a channel that the bot may not post in is told of once in the fleet's channel", async () => {
  const room = runRoom();
  await room.settings({ runsChannelId: "50" });
  await room.gather({ signups: joined(run(), "100").signups });
  room.post.breaks(CHANNEL, { outcome: "forbidden", code: 50_013 });
  await room.pass(3 * DAY);
  expect(room.said().map(({ channelId, text }) => [channelId, text.split("\n")[0]])).toEqual([
    ["50", `I may not post in <#${CHANNEL}>, so nobody was told of **Second Wave** there.`],
  ]);
});

test("a channel that many runs are in is told of once for all of them", async () => {
  const room = runRoom();
  await room.settings({ runsChannelId: "50" });
  for (const runId of ["r1", "r2", "r3"]) await room.gather({ runId, signups: joined(run(), "100").signups });
  room.post.breaks(CHANNEL, { outcome: "forbidden", code: 50_013 });
  await room.pass(3 * DAY);
  expect(room.said().map(({ channelId }) => channelId)).toEqual(["50"]);
});

test("eighty sign-ups and a restart in between change nothing about what is told", async () => {
  const room = runRoom();
  await room.gather({ seats: 50 });
  for (let member = 0; member < 80; member++) await room.change(in_(`${200 + member}`), `${200 + member}`);
  await room.pass(DAY - HOUR);
  await room.restart();
  await room.pass(2 * HOUR);
  expect(room.said()).toHaveLength(1);
  expect(room.said()[0]?.message.allowed_mentions.users).toHaveLength(50);
  expect((room.said()[0]?.text ?? "").length).toBeLessThanOrEqual(2_000);
});
