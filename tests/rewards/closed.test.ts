import { expect, test } from "vitest";
import { chartOf } from "../../src/rewards/chart.ts";
import { rewardBoard } from "../../src/rewards/view/board.ts";
import { correctionCard } from "../../src/rewards/view/correction.ts";
import { minePanel } from "../../src/rewards/view/mine.ts";
import { textOf } from "../end-to-end/seen.ts";
import { claimed, DAY, days, HOUR, periodsWith, STARTS_AT } from "./boards.ts";

/** Closed by an officer on its third day, and looked at a week later. */
const of = days({ closedAt: STARTS_AT + 2 * DAY + HOUR });
const all = periodsWith(days(), [claimed(STARTS_AT), claimed(STARTS_AT + DAY)]);
const now = STARTS_AT + 10 * DAY;

test("the board of a reward that was closed early ends with the day on which it was closed", () => {
  const words = textOf({ components: rewardBoard(of, all, now) });
  expect(words).toContain("Day 1 ◼◼◼◼◼◼◼◼◼◼ 1 of 1");
  expect(words).toContain("Day 3 ◻◻◻◻◻◻◻◻◻◻ 0 of 1");
  expect(words).not.toMatch(/Day (4|14|21)/);
  expect(words).not.toContain("after these");
});

test("days after the closing are not missed, not drawn and not corrected", () => {
  const mine = textOf({ components: minePanel(of, all, { userId: "100", now }) });
  expect(mine).toContain("Day 3 of 21 · missed");
  expect(mine).not.toMatch(/Day (4|10|11) of 21/);
  expect(chartOf(of, all, now).columns.map(({ label }) => label)).toEqual(["1", "2", "3"]);
  expect(chartOf(of, all, now).heading).toContain("Day 3 of 21");
  const card = JSON.stringify(correctionCard(of, all, { userId: "100", captains: [], now }));
  expect(card).toContain("Day 3 of 21 · not claimed");
  expect(card).not.toContain("Day 4 of 21");
});

test("one that was closed before it began shows its first period, and no claims", () => {
  const early = days({ closedAt: STARTS_AT - HOUR });
  expect(textOf({ components: rewardBoard(early, [], STARTS_AT) })).toContain("**Closed by an officer**");
  expect(chartOf(early, [], STARTS_AT + DAY).columns).toHaveLength(1);
});
