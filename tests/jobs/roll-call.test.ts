import { expect, test } from "vitest";
import { NOBODY, type Run, seated } from "../../src/runs/run.ts";
import { joinRun } from "../../src/runs/sign-up.ts";
import { joined, names, run, STARTS_AT } from "../runs/crew.ts";
import { GUILD } from "./room.ts";
import { runRoom } from "./run-room.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Two seats of which the second is 101's; 102 and 103 wait. The crew is reminded a quarter of an hour before. */
async function crew(changes: Partial<Run> = {}) {
  const room = runRoom({ starts: STARTS_AT - 2 * HOUR });
  const { signups, nextOrder } = joined(run(), "100", "101", "102", "103");
  await room.gather({ signups, nextOrder, leadMinutes: [15], ...changes });
  const sitting = async () => names(seated((await room.read()) ?? run()));
  return { room, sitting };
}

test("who left the server frees the seat before the crew is reminded, and who waited first is told and reminded", async () => {
  const { room, sitting } = await crew();
  room.post.departs("101");
  await room.pass(HOUR);
  expect(await sitting()).toEqual(["100", "101"]);

  await room.pass(45 * MINUTE);
  expect(await sitting()).toEqual(["100", "102"]);
  expect(await room.read()).toMatchObject({ departed: 1 });
  const [promoted, reminder] = room.said();
  expect(promoted?.message.allowed_mentions.users).toEqual(["102"]);
  expect(reminder?.message.allowed_mentions.users).toEqual(["100", "102"]);
  expect(room.edits.at(-1)?.text).toContain("1 member left the server");
});

test("who would move up and has left too is passed over", async () => {
  const { room, sitting } = await crew();
  for (const userId of ["101", "102"]) room.post.departs(userId);
  await room.pass(2 * HOUR - MINUTE);
  expect(await sitting()).toEqual(["100", "103"]);
});

test("a run whose leader left the server is led by officers", async () => {
  const { room, sitting } = await crew();
  room.post.departs("100");
  await room.pass(2 * HOUR - MINUTE);
  expect(await sitting()).toEqual(["101", "102"]);
  expect(await room.read()).toMatchObject({ leaderId: NOBODY });
});

test.each([
  ["does not answer", { outcome: "unreachable" }],
  ["lets the bot see nobody", { outcome: "forbidden", code: 50_001 }],
  ["knows the guild no more", { outcome: "gone", code: 10_004 }],
  ["finds fault with the question", { outcome: "rejected", code: 50_035 }],
] as const)("while Discord %s nobody loses a seat", async (_, trouble) => {
  const { room, sitting } = await crew();
  room.post.departs("101");
  room.post.breaks(GUILD, trouble);
  await room.pass(2 * HOUR - MINUTE);
  expect(await sitting()).toEqual(["100", "101"]);
});

test("what Discord asks to wait for is asked again", async () => {
  const { room, sitting } = await crew();
  room.post.departs("101");
  room.post.breaks(GUILD, { outcome: "later", afterMs: 5_000 });
  await room.pass(2 * HOUR - 28 * MINUTE);
  room.post.breaks(GUILD, undefined);
  await room.pass(MINUTE);
  room.post.breaks(GUILD, undefined);
  await room.pass(27 * MINUTE);
  expect(await sitting()).toEqual(["100", "102"]);
});

test("a crew larger than what Discord answers at once is asked for to its last member, each of them once", async () => {
  const ten = Array.from({ length: 10 }, (_, at) => String(100 + at));
  const { signups, nextOrder } = joined(run({ seats: 10 }), ...ten);
  const { room, sitting } = await crew({ seats: 10, signups, nextOrder });
  room.post.departs("109");
  room.post.rations(GUILD, 4);
  const before = room.post.calls;
  room.callRoll("r1");
  await room.pass(MINUTE);
  expect(await sitting()).toEqual(ten.slice(0, 9));
  expect(room.post.calls - before).toBe(ten.length + 2);
});

test("Discord that asks to wait for no time at all is asked once in a second", async () => {
  const { room } = await crew();
  room.post.breaks(GUILD, { outcome: "later", afterMs: 0 });
  const before = room.post.calls;
  room.callRoll("r1");
  await room.pass(10_000);
  expect(room.post.calls - before).toBeLessThanOrEqual(11);
});

test("a restart in between changes nothing about it, and what was missed is done at the start", async () => {
  const { room, sitting } = await crew();
  await room.restart();
  room.post.departs("101");
  room.turn(HOUR + 40 * MINUTE);
  await room.restart();
  await room.pass(MINUTE);
  expect(await sitting()).toEqual(["100", "102"]);
  await room.restart();
  await room.pass(HOUR);
  expect(await room.read()).toMatchObject({ departed: 1 });
});

test("each of a crew is asked for once before a reminder, however often the run changes", async () => {
  const { room } = await crew({ seats: 50 });
  await room.pass(HOUR + 20 * MINUTE);
  const before = room.post.calls;
  await room.pass(19 * MINUTE);
  for (const userId of ["201", "202", "203"])
    await room.change((now) => joinRun(now, { userId }).run, userId);
  expect(room.post.calls - before).toBe(4);
});

test("the leader's look at the run has the crew looked up at once, and not again for ten minutes", async () => {
  const { room, sitting } = await crew();
  room.post.departs("101");
  room.callRoll("r1");
  await room.pass(10);
  expect(await sitting()).toEqual(["100", "102"]);
  const before = room.post.calls;
  room.callRoll("r1");
  await room.pass(10);
  expect(room.post.calls).toBe(before);
});

test.each([10_013, 50_278])(
  "a direct message that ends in %i has the crew looked up at once",
  async (code) => {
    const { room, sitting } = await crew();
    await room.knows("101", { reminders: { by: "dm", leadMinutes: 90 } });
    await room.pass(10 * MINUTE);
    room.post.departs("101");
    room.post.breaks("direct-101", { outcome: "closed", code });
    await room.pass(30 * MINUTE);
    expect(await sitting()).toEqual(["100", "102"]);
  },
);

test("a run that is over, or that nobody knows, is not looked through", async () => {
  const { room } = await crew({ state: "over", ending: "cancelled" });
  const before = room.post.calls;
  room.callRoll("r1");
  room.callRoll("r9");
  await room.pass(2 * HOUR);
  expect(room.post.calls).toBe(before);
});
