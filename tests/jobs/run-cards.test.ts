import { expect, test } from "vitest";
import { amendRun, splitRun, turnLock } from "../../src/runs/lead.ts";
import type { Run } from "../../src/runs/run.ts";
import { joinRun } from "../../src/runs/sign-up.ts";
import { most } from "../discord/most.ts";
import { joined, leader, run, STARTS_AT } from "../runs/crew.ts";
import { CHANNEL, GUILD } from "./room.ts";
import { runRoom } from "./run-room.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const in_ = (userId: string) => (before: Run) => joinRun(before, { userId }).run;

test("the card is posted once where it belongs, and its link is known at once", async () => {
  const room = runRoom();
  expect(await room.gather()).toMatchObject({
    outcome: "posted",
    link: `https://discord.com/channels/${GUILD}/${CHANNEL}/1`,
    run: { card: { channelId: CHANNEL, messageId: "1" } },
  });
  expect(room.cards()).toHaveLength(1);
  await room.pass(HOUR);
  expect(room.edits).toEqual([]);
});

test("the card shows every sign-up, the last state of many", async () => {
  const room = runRoom();
  await room.gather({ seats: 5 });
  for (const userId of ["100", "101", "102", "103"]) await room.change(in_(userId), userId);
  await room.pass(5_000);
  expect(room.edits.length).toBeLessThanOrEqual(2);
  expect(room.edits.at(-1)).toMatchObject({ messageId: "1", text: expect.stringContaining("**4 of 5**") });
});

test("after a rush of sign-ups the card agrees with the document within ten seconds, with five edits in five", async () => {
  const room = runRoom();
  await room.gather({ seats: 5 });
  for (let member = 0; member < 150; member++) await room.change(in_(`${200 + member}`), `${200 + member}`);
  const quietAt = room.timers.now();
  await room.pass(10_000);

  expect(room.edits.at(-1)?.text).toContain("**5 of 5**");
  expect(room.edits.at(-1)?.text).toContain("145 waiting");
  expect((room.edits.at(-1)?.at ?? 0) - quietAt).toBeLessThanOrEqual(10_000);
  expect(
    most(
      room.edits.map(({ at }) => at),
      5_000,
    ),
  ).toBeLessThanOrEqual(5);
});

test("for ten minutes without edits the card follows every press, and then what time makes of it", async () => {
  const room = runRoom({ starts: STARTS_AT - 9 * MINUTE });
  await room.gather({ seats: 5 });
  room.editing.trouble = { outcome: "later", afterMs: 5_000 };
  expect(await room.press(in_("101"), "101")).toBeUndefined();
  await room.pass(30_000);
  for (let at = 2; at <= 9; at++) {
    const shown = await room.press(in_(`${100 + at}`), `${100 + at}`);
    expect(shown).toContain(`**${Math.min(at, 5)} of 5**`);
    if (at > 5) expect(shown).toContain(`${at - 5} waiting`);
    await room.pass(MINUTE);
  }
  room.editing.trouble = undefined;
  await room.pass(5 * MINUTE);
  expect(room.edits.map(({ text }) => text)).toEqual([expect.stringContaining("Under way")]);
});

test("a press on another message than the card carries nothing, and neither does one of another run", async () => {
  const room = runRoom();
  await room.gather({ seats: 5 });
  room.editing.trouble = { outcome: "later", afterMs: 5_000 };
  await room.press(in_("101"), "101");
  await room.pass(5_000);
  expect(await room.press(in_("102"), "102", { messageId: "9" })).toBeUndefined();
  expect(await room.press(in_("103"), "103")).toContain("**3 of 5**");
});

test("a press of which nothing is heard leaves the card to an edit", async () => {
  const room = runRoom();
  await room.gather({ seats: 5 });
  room.editing.trouble = { outcome: "later", afterMs: 5_000 };
  await room.press(in_("101"), "101");
  await room.pass(5_000);
  expect(await room.press(in_("102"), "102", { isHeard: false })).toContain("**2 of 5**");
  room.editing.trouble = undefined;
  await room.pass(MINUTE);
  expect(room.edits.at(-1)?.text).toContain("**2 of 5**");
});

test("the card says by itself that the run has started, and when it is over", async () => {
  const room = runRoom();
  await room.gather();
  room.turn(48 * HOUR);
  await room.pass(5_000);
  expect(room.edits.at(-1)?.text).toContain("Under way");
  await room.pass(6 * HOUR + MINUTE);
  expect(room.edits.at(-1)?.text).toContain("**Over.**");
  expect((await room.read())?.state).toBe("over");
});

test("an instant call that nobody answers closes itself after an hour", async () => {
  const room = runRoom({ starts: STARTS_AT });
  await room.gather({ isInstant: true });
  await room.pass(HOUR + MINUTE);
  expect(await room.read()).toMatchObject({ state: "over", ending: "lapsed" });
  expect(room.edits.at(-1)?.text).toContain("**Over.**");
});

test("a card that somebody deleted is posted again with the next change, once", async () => {
  const room = runRoom();
  await room.gather();
  room.editing.trouble = { outcome: "gone", code: 10_008 };
  await room.change(in_("101"), "101");
  await room.pass(MINUTE);
  room.editing.trouble = undefined;
  expect(room.cards()).toHaveLength(2);
  expect((await room.read())?.card).toEqual({ channelId: CHANNEL, messageId: "2" });

  await room.change(in_("102"), "102");
  await room.pass(MINUTE);
  expect(room.edits.at(-1)).toMatchObject({ messageId: "2", text: expect.stringContaining("**2 of 2**") });
  expect(room.cards()).toHaveLength(2);
});

test("a channel where the bot may not post is told to who made the run", async () => {
  const room = runRoom();
  room.post.breaks(CHANNEL, { outcome: "forbidden", code: 50_013 });
  expect(await room.gather()).toEqual({ outcome: "refused", channelId: CHANNEL });
});

test("a card in a channel that the bot may not write to any more is left as it is until it may again", async () => {
  const room = runRoom();
  await room.gather();
  room.post.breaks(CHANNEL, { outcome: "forbidden", code: 50_013 });
  room.editing.trouble = { outcome: "forbidden", code: 50_013 };
  await room.change(in_("101"), "101");
  await room.pass(MINUTE);
  const refused = room.post.calls;
  for (const member of ["102", "103", "104"]) await room.change(in_(member), member);
  await room.pass(MINUTE);
  expect(room.post.calls).toBe(refused);

  room.post.breaks(CHANNEL, undefined);
  room.editing.trouble = undefined;
  await room.change(in_("105"), "105");
  await room.pass(MINUTE);
  expect(room.edits.at(-1)?.text).toContain("<@105>");
  expect(room.cards()).toHaveLength(1);
});

test.each(["unknown", "shut", "hidden"] as const)(
  "a change made while the channel looks %s is on the card soon after it is open again",
  async (sight) => {
    const room = runRoom();
    await room.gather({ seats: 1, signups: joined(run({ seats: 1 }), "100", "101").signups, nextOrder: 2 });
    room.post.answers({ outcome: "forbidden", code: 50_013 });
    await room.change((before) => amendRun(before, leader, { seats: 2 }, room.clock.now()).run);
    await room.pass(5_000);
    room.post.looks(CHANNEL, sight);
    await room.change((before) => turnLock(before, leader).run);
    await room.pass(MINUTE);
    expect(room.edits.at(-1)?.text).not.toContain("Locked");
    room.post.looks(CHANNEL, "open");
    await room.pass(2 * MINUTE);
    expect(room.edits.at(-1)?.text).toContain("Locked");
  },
);

test("who joined while the card could be neither edited nor posted anew is on the old one once it can be edited", async () => {
  const room = runRoom();
  await room.gather({ seats: 5 });
  room.editing.trouble = { outcome: "forbidden", code: 50_013 };
  room.post.breaks(CHANNEL, { outcome: "forbidden", code: 50_013 });
  await room.change(in_("101"), "101");
  await room.pass(MINUTE);
  room.editing.trouble = undefined;
  room.post.breaks(CHANNEL, undefined);
  await room.pass(2 * MINUTE);
  expect(room.edits.at(-1)).toMatchObject({ messageId: "1", text: expect.stringContaining("<@101>") });
  expect(room.cards()).toHaveLength(1);
});

test("a card that Discord keeps waiting for comes later", async () => {
  const room = runRoom();
  room.post.breaks(CHANNEL, { outcome: "later", afterMs: MINUTE });
  const posting = room.gather();
  await room.pass(2_000);
  expect(await posting).toEqual({ outcome: "later" });
  room.post.breaks(CHANNEL, undefined);
  await room.pass(MINUTE);
  expect(room.cards()).toHaveLength(1);
});

test("a card whose first answer got lost shows who joined before it was asked for again", async () => {
  const room = runRoom();
  room.post.answers("sent, but no answer");
  void room.gather({ seats: 5 });
  await room.pass(20);
  await room.change(in_("101"), "101");
  await room.pass(MINUTE);
  expect(room.cards()).toHaveLength(1);
  expect(room.edits.at(-1)).toMatchObject({ messageId: "1", text: expect.stringContaining("<@101>") });
});

test("a card that has gone stale while the bot was away is true again soon after the start", async () => {
  const room = runRoom();
  await room.gather();
  await room.pass(MINUTE);
  room.turn(48 * HOUR + MINUTE);
  await room.restart();
  await room.pass(5_000);
  expect(room.edits.at(-1)?.text).toContain("Under way");
});

test("a team that was split off before a crash is stored and posted after it, once", async () => {
  const room = runRoom();
  await room.gather({ signups: joined(run(), "100", "101", "102").signups, nextOrder: 3 });
  await room.change((before) => splitRun(before, leader, "r2", room.clock.now()).run);
  await room.restart();
  await room.restart();
  await room.pass(HOUR);
  expect(await room.read("r2")).toMatchObject({ leaderId: "102", card: { messageId: "2" } });
  expect((await room.read())?.offshoot).toBeUndefined();
  expect(room.cards()).toHaveLength(2);
});

test("a card that was owed with its run is not posted twice because somebody waits for it", async () => {
  const room = runRoom();
  const posting = await room.gather();
  expect(posting.outcome).toBe("posted");
  expect(await room.gather()).toEqual(posting);
  expect(room.cards()).toHaveLength(1);
});
