import { expect, test } from "vitest";
import { textOf } from "../end-to-end/seen.ts";
import { messageOf, refusalsOf } from "../house.ts";
import { rewardRoom } from "../jobs/reward-room.ts";
import { DAY } from "./boards.ts";
import { counter, whispered } from "./counter.ts";

const MINUTE = 60_000;

test("while Discord holds up the board's edits, a claim that is pressed on it brings it along", async () => {
  const bot = counter({ isBehind: true });
  const { trackId } = await bot.opened({ what: "Winter Event", days: 5 });
  const claimed = await bot.member("3").press(`v1:rewards:claim:${trackId}`);
  expect(whispered(claimed)).toContain("Noted: **Winter Event**");
  const [board] = bot.carried;
  expect(board).toMatchObject({ type: 7 });
  expect(refusalsOf(board)).toEqual([]);
  expect(textOf(messageOf(board))).toContain("<@3>");
});

test("a claim pressed on an older copy of the board, or typed, changes no message", async () => {
  const bot = counter({ isBehind: true });
  const { trackId } = await bot.opened({ what: "Winter Event", days: 5 });
  await bot.member("3").press(`v1:rewards:claim:${trackId}`, { messageId: "55" });
  await bot.member("4").run("rewards claim");
  expect(bot.carried).toEqual([]);
});

test("for ten minutes without edits the board follows the claims that are pressed on it", async () => {
  const room = rewardRoom();
  await room.open({ choices: [], length: 4 });
  await room.pass(MINUTE);
  room.editing.trouble = { outcome: "later", afterMs: 5_000 };
  for (let at = 0; at <= 9; at++) {
    await room.pass(MINUTE);
    await room.claim(`${100 + at}`);
    const carried = await room.life().boards.carry("2", "t1", "1");
    expect(JSON.stringify(carried?.message)).toContain(`<@${100 + at}>`);
    carried?.landed("shown");
  }
  room.editing.trouble = undefined;
  await room.pass(10 * MINUTE);
  expect(room.edits).toEqual([]);
  await room.pass(7 * DAY);
  expect(room.edits.length).toBeGreaterThan(0);
});
