import { InteractionResponseType } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { captainLimits } from "../../src/captains/captain.ts";
import type { Period } from "../../src/rewards/claims.ts";
import { periods } from "../../src/rewards/store.ts";
import { type Track, trackLimits } from "../../src/rewards/track.ts";
import { everybodyPage, rewardBoard } from "../../src/rewards/view/board.ts";
import { whichTrack } from "../../src/rewards/view/claim.ts";
import { minePanel } from "../../src/rewards/view/mine.ts";
import { settled } from "../../src/store/envelope.ts";
import { reply } from "../../src/ui/reply.ts";
import { textOf } from "../end-to-end/seen.ts";
import { messageOf, refusalsOf } from "../house.ts";
import { DAY, days, HOUR, STARTS_AT, track } from "./boards.ts";

const LONG = "*_~`|<@&1>[x](y) ".repeat(6).slice(0, 100);

/** A period in which so many members claimed, the first of them first. */
function crowd(of: Track, plannedAt: number, members: number): Period {
  const claims = Array.from({ length: members }, (_, at) => ({
    userId: String(10n ** 18n + BigInt(at)),
    at: plannedAt + at,
    choice: at % 2,
    captain: { captainId: "c1", name: LONG.slice(0, 40) },
    interactionId: String(at + 1),
  }));
  return { trackId: of.trackId, plannedAt, claims };
}

const isTaken = (components: Parameters<typeof reply>[1]) => refusalsOf(reply("public", components));

test.each([
  ["Home", track({ title: LONG })],
  ["an event of two months", days({ title: LONG, length: 62, needed: 40, choices: track().choices })],
  ["an event per captain", days({ title: LONG, per: "captain", choices: track().choices })],
  ["an event with a cooldown", days({ title: LONG, cadence: "cooldown" })],
])("the board of %s is a message that Discord takes, with nobody and with 2,000 members", (_name, of) => {
  for (const members of [0, 3, 2_000])
    for (const now of [STARTS_AT - DAY, STARTS_AT + HOUR, STARTS_AT + 400 * DAY])
      expect(isTaken(rewardBoard(of, [crowd(of, STARTS_AT, members)], now))).toEqual([]);
});

test("a board of 2,000 members shows the newest and says how many more there are", () => {
  const board = rewardBoard(track(), [crowd(track(), STARTS_AT, 2_000)], STARTS_AT + HOUR);
  const words = textOf(messageOf(reply("public", board)));
  expect(words).toContain("Week 1 ◼◼◼◼◼◼◼◼◼◼ 2000 of 2000");
  expect(words).toContain("**Claimed this time · 2,000**\n<@1000000000000001999> (Specialization Point)");
  expect(words).toMatch(/…and 1,9\d\d more/);
});

test("the board of a reward in which nobody takes part says so, not 0 of 0", () => {
  const boardAt = (now: number) => textOf(messageOf(reply("public", rewardBoard(track(), [], now))));
  const opensAt = `<t:${STARTS_AT / 1_000}:F>`;
  expect(boardAt(STARTS_AT - DAY)).toContain(`\nWeek 1 · opens ${opensAt}\nWeek 2 · opens`);
  expect(boardAt(STARTS_AT + 8 * DAY)).toContain(
    "Week 1 ◻◻◻◻◻◻◻◻◻◻ nobody\nWeek 2 ◻◻◻◻◻◻◻◻◻◻ nobody\nWeek 3 · opens",
  );
  expect(boardAt(STARTS_AT + 40 * DAY)).toContain("Week 4 ◻◻◻◻◻◻◻◻◻◻ nobody");
});

test("everybody who claimed is listed, a page at a time", () => {
  const all = [crowd(track(), STARTS_AT, 2_000)];
  for (const page of [1, 2, 20, 99, Number.NaN])
    expect(isTaken(everybodyPage(track(), all, STARTS_AT + HOUR, page))).toEqual([]);
  const last = reply("private", everybodyPage(track(), all, STARTS_AT + HOUR, 999));
  expect(textOf(messageOf(last))).toContain("2000. <@1000000000000001999>");
});

test("a member's progress through two months of days is a message that Discord takes", () => {
  const event = days({ title: LONG, length: 62, needed: 62, choices: track().choices });
  const claims = Array.from({ length: 60 }, (_, day) => ({
    ...crowd(event, STARTS_AT + day * DAY, 1),
  }));
  const look = { userId: String(10n ** 18n), now: STARTS_AT + 59 * DAY + HOUR };
  expect(isTaken(minePanel(event, claims, look))).toEqual([]);
});

test("a menu of many rewards is one that Discord takes", () => {
  const many = Array.from({ length: 40 }, (_, at) => track({ trackId: `t${at}`, title: LONG }));
  expect(reply("private", whichTrack(many, "board")).type).toBe(
    InteractionResponseType.ChannelMessageWithSource,
  );
  expect(isTaken(whichTrack(many, "board"))).toEqual([]);
});

test("a period keeps as many claims as it may, by captains with the longest of names, told of by officers", () => {
  const id = (at: number) => String(10n ** 19n + BigInt(at));
  const claims = Array.from({ length: trackLimits.claimsInPeriod }, (_, at) => ({
    userId: id(at),
    at: STARTS_AT + at,
    choice: 24,
    captain: { captainId: "c999999", name: '"'.repeat(captainLimits.name) },
    notedBy: id(at),
    interactionId: id(at),
  }));
  const { json } = settled("k", { trackId: `t${"0".repeat(23)}`, plannedAt: STARTS_AT, claims }, periods);
  expect(json.length).toBeGreaterThan(periods.most * 0.8);
});
