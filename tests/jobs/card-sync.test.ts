import { expect, test } from "vitest";
import { createCardSync, type Place } from "../../src/jobs/card-sync.ts";
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
