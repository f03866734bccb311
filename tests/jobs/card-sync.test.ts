import { expect, test } from "vitest";
import { createCardSync } from "../../src/jobs/card-sync.ts";
import type { Place } from "../../src/jobs/kept-card.ts";
import { createLog } from "../../src/ops/log.ts";
import type { Message, Trouble } from "../../src/reminders/mail.ts";
import { handTimers } from "../reminders/hand-timers.ts";

const CARD: Place = { channelId: "runs", messageId: "1" };
const OTHER: Place = { channelId: "runs", messageId: "2" };

test("a card shows the last of many changes, with two seconds between two edits", async () => {
  const { board, timers, edits, sync } = prepared();
  for (let change = 1; change <= 500; change++) {
    board.text = `change ${change}`;
    sync.touch(CARD, board.render);
    await timers.pass(10);
  }
  await timers.pass(2_000);
  expect(edits.at(-1)?.text).toBe("change 500");
  expect(edits).toHaveLength(4);
  expect(edits.every(({ at }, index) => index === 0 || at - (edits[index - 1]?.at ?? 0) >= 2_000)).toBe(true);
});

test("a change that shows nothing new is no edit", async () => {
  const { board, timers, edits, sync } = prepared();
  sync.touch(CARD, board.render);
  await timers.pass(100);
  sync.touch(CARD, board.render);
  await timers.pass(10_000);
  expect(edits).toHaveLength(1);
});

test("two cards do not wait for each other", async () => {
  const { board, timers, edits, sync } = prepared();
  sync.touch(CARD, board.render);
  sync.touch(OTHER, board.render);
  await timers.pass(0);
  expect(edits.map(({ place }) => place.messageId)).toEqual(["1", "2"]);
});

test("a change made while an edit is on its way comes after it", async () => {
  const { board, timers, edits, sync, answers } = prepared();
  const slow = Promise.withResolvers<void>();
  answers.wait = slow.promise;
  sync.touch(CARD, board.render);
  await timers.pass(100);
  board.text = "newer";
  sync.touch(CARD, board.render);
  slow.resolve();
  await timers.pass(2_000);
  expect(edits.map(({ text }) => text)).toEqual(["first", "newer"]);
});

test("while Discord limits edits the pause grows, and the last state is shown in the end", async () => {
  const { board, timers, tries, edits, sync, answers } = prepared();
  answers.trouble = { outcome: "later", afterMs: 5_000 };
  sync.touch(CARD, board.render);
  await timers.pass(600_000);
  expect(tries.length).toBeLessThan(12);
  board.text = "last";
  sync.touch(CARD, board.render);
  answers.trouble = undefined;
  await timers.pass(300_000);
  expect(edits.map(({ text }) => text)).toEqual(["last"]);
});

test("a card that is deleted is told of once, and not edited again", async () => {
  const { board, timers, tries, lost, sync, answers } = prepared();
  answers.trouble = { outcome: "gone", code: 10_008 };
  sync.touch(CARD, board.render);
  await timers.pass(60_000);
  expect(lost).toEqual([CARD]);
  expect(tries).toHaveLength(1);
});

test("a drawing that fails is tried again, and hinders nobody", async () => {
  const { board, timers, edits, sync } = prepared();
  let failures = 2;
  sync.touch(CARD, async () => {
    failures -= 1;
    if (failures >= 0) throw new Error("the store is away");
    return board.render();
  });
  sync.touch(OTHER, board.render);
  await timers.pass(60_000);
  expect(edits.map(({ place }) => place.messageId)).toEqual(["2", "1"]);
});

test("nothing is left behind for a card that has not changed for a while, and nothing is begun after a stop", async () => {
  const { board, timers, edits, sync } = prepared();
  sync.touch(CARD, board.render);
  await timers.pass(10_000);
  await sync.stop();
  board.text = "too late";
  sync.touch(CARD, board.render);
  await timers.pass(10_000);
  expect(edits).toHaveLength(1);
});

const MINUTE = 60_000;
const LIMITED: Trouble = { outcome: "later", afterMs: 5_000 };

test("while edits are limited every press carries the card, and no edit follows it", async () => {
  const { board, timers, tries, sync, answers } = prepared();
  answers.trouble = LIMITED;
  sync.touch(CARD, board.render);
  await timers.pass(100);
  expect(tries).toHaveLength(1);
  for (let press = 1; press <= 20; press++) {
    board.text = `press ${press}`;
    sync.touch(CARD, board.render);
    expect(sync.isBehind("1")).toBe(true);
    const carried = await sync.carry("1", board.render);
    expect(carried?.message.content).toBe(`press ${press}`);
    carried?.landed("shown");
    await timers.pass(30_000);
  }
  expect(tries).toHaveLength(1);
});

test("a card whose edits run as they should is carried by nobody", async () => {
  const { board, timers, sync } = prepared();
  for (let change = 1; change <= 50; change++) {
    board.text = `change ${change}`;
    sync.touch(CARD, board.render);
    expect(sync.isBehind("1")).toBe(false);
    await timers.pass(300);
  }
  expect(sync.isBehind("2")).toBe(false);
});

test("a card whose edit has waited for longer than two turns is carried", async () => {
  const { board, timers, sync, answers } = prepared();
  answers.wait = new Promise(() => {});
  sync.touch(CARD, board.render);
  await timers.pass(3_900);
  expect(sync.isBehind("1")).toBe(false);
  await timers.pass(200);
  expect(sync.isBehind("1")).toBe(true);
});

test("what changed while a press carried the card is edited behind it", async () => {
  const { board, timers, edits, sync, answers } = prepared();
  answers.trouble = LIMITED;
  sync.touch(CARD, board.render);
  await timers.pass(100);
  const carried = await sync.carry("1", board.render);
  board.text = "newer";
  sync.touch(CARD, board.render);
  answers.trouble = undefined;
  carried?.landed("shown");
  await timers.pass(10_000);
  expect(edits.map(({ text }) => text)).toEqual(["newer"]);
});

test("nothing is edited while a press carries the card", async () => {
  const { board, timers, tries, sync, answers } = prepared();
  answers.trouble = LIMITED;
  sync.touch(CARD, board.render);
  await timers.pass(100);
  answers.trouble = undefined;
  const carried = await sync.carry("1", board.render);
  await timers.pass(8_000);
  expect(tries).toHaveLength(1);
  carried?.landed("shown");
  await timers.pass(8_000);
  expect(tries).toHaveLength(1);
});

test.each([
  ["shown", "shown"],
  ["unknown", "shown"],
  ["shown", "unknown"],
] as const)("two presses at once, %s and %s: an edit settles which of the two it is", async (one, other) => {
  const { board, timers, edits, sync, answers } = prepared();
  answers.trouble = LIMITED;
  sync.touch(CARD, board.render);
  await timers.pass(100);
  board.text = "one";
  const first = await sync.carry("1", board.render);
  board.text = "two";
  sync.touch(CARD, board.render);
  const second = await sync.carry("1", board.render);
  second?.landed(other);
  first?.landed(one);
  answers.trouble = undefined;
  await timers.pass(MINUTE);
  expect(edits.map(({ text }) => text)).toEqual(["two"]);
});

test("two presses at once that carried the same need no edit, nor does one beside another that was refused", async () => {
  for (const how of ["shown", "not-shown"] as const) {
    const { board, timers, edits, sync, answers } = prepared();
    answers.trouble = LIMITED;
    sync.touch(CARD, board.render);
    await timers.pass(100);
    const [first, second] = [await sync.carry("1", board.render), await sync.carry("1", board.render)];
    first?.landed(how);
    second?.landed("shown");
    answers.trouble = undefined;
    await timers.pass(MINUTE);
    expect(edits).toEqual([]);
  }
});

test("a card that Discord did not take from a press is not carried by the next ones for a minute", async () => {
  const { board, timers, sync, answers } = prepared();
  answers.trouble = LIMITED;
  sync.touch(CARD, board.render);
  await timers.pass(100);
  (await sync.carry("1", board.render))?.landed("not-shown");
  expect(sync.isBehind("1")).toBe(false);
  await timers.pass(59_000);
  expect(sync.isBehind("1")).toBe(false);
  await timers.pass(2_000);
  expect(sync.isBehind("1")).toBe(true);
});

test("a press of which nothing is heard any more holds no edit up", async () => {
  const { board, timers, edits, sync, answers } = prepared();
  answers.trouble = LIMITED;
  sync.touch(CARD, board.render);
  await timers.pass(100);
  answers.trouble = undefined;
  const carried = await sync.carry("1", board.render);
  await timers.pass(MINUTE);
  expect(edits).toHaveLength(1);
  carried?.landed("shown");
  await timers.pass(MINUTE);
  expect(edits).toHaveLength(1);
});

test("an edit that may have been done is not trusted: the state before it is edited again", async () => {
  const { board, timers, edits, sync, answers } = prepared();
  sync.touch(CARD, board.render);
  await timers.pass(5_000);
  answers.trouble = { outcome: "unreachable" };
  board.text = "second";
  sync.touch(CARD, board.render);
  await timers.pass(100);
  answers.trouble = undefined;
  board.text = "first";
  await timers.pass(MINUTE);
  expect(edits.map(({ text }) => text)).toEqual(["first", "first"]);
});

test("once edits are taken again presses carry nothing more", async () => {
  const { board, timers, sync, answers } = prepared();
  answers.trouble = LIMITED;
  sync.touch(CARD, board.render);
  await timers.pass(100);
  answers.trouble = undefined;
  await timers.pass(MINUTE);
  board.text = "newer";
  sync.touch(CARD, board.render);
  expect(sync.isBehind("1")).toBe(false);
});

test("changes without a press are edited even while presses carry the card", async () => {
  const { board, timers, edits, sync, answers } = prepared();
  answers.trouble = LIMITED;
  sync.touch(CARD, board.render);
  await timers.pass(100);
  (await sync.carry("1", board.render))?.landed("shown");
  answers.trouble = undefined;
  await timers.pass(MINUTE);
  for (let change = 1; change <= 10; change++) {
    board.text = `change ${change}`;
    sync.touch(CARD, board.render);
    await timers.pass(1_000);
  }
  expect(edits.length).toBeGreaterThanOrEqual(3);
});

function prepared() {
  const timers = handTimers();
  const board = { text: "first", render: async (): Promise<Message> => saying(board.text) };
  const answers: { trouble: Trouble | undefined; wait: Promise<void> | undefined } = {
    trouble: undefined,
    wait: undefined,
  };
  const edits: { place: Place; text: string; at: number }[] = [];
  const tries: number[] = [];
  const lost: Place[] = [];
  const sync = createCardSync({
    timers,
    log: createLog("silent"),
    edit: async (place, message) => {
      const at = timers.now();
      tries.push(at);
      await answers.wait;
      if (answers.trouble !== undefined) return answers.trouble;
      edits.push({ place, text: message.content ?? "", at });
      return { outcome: "edited" };
    },
    onLost: (place) => lost.push(place),
  });
  return { board, timers, edits, tries, lost, sync, answers };
}

function saying(content: string): Message {
  return { content, allowed_mentions: { parse: [] } };
}
