import { expect, test } from "vitest";
import { missedNotes } from "../../src/rewards/calls.ts";
import { NAMED_AT_ONCE } from "../../src/rewards/debts.ts";
import { spansOf } from "../../src/rewards/periods.ts";
import { letterTexts } from "../../src/rewards/text/letters.ts";
import type { Track } from "../../src/rewards/track.ts";
import { callLetter, crewLetter, offerLetter, readyLetter } from "../../src/rewards/view/letters.ts";
import { limits } from "../../src/ui/limits.ts";
import { buttonsOf } from "../end-to-end/seen.ts";
import { days, STARTS_AT, track } from "./boards.ts";

/** Twice as long once it is escaped. */
const LONG = "*_~`|<@&1>[x](y) ".repeat(6).slice(0, 100);
const MEMBERS = Array.from({ length: NAMED_AT_ONCE }, (_, at) => String(10n ** 19n + BigInt(at)));

const firstSpan = (of: Track) => spansOf(of)[0];

test("the longest call there can be is one that Discord takes", () => {
  const of = days({ title: LONG, length: 62, needed: 62 });
  const spans = spansOf(of);
  const expired = spans.slice(1, 61).map(({ plannedAt, closesAt }) => ({
    kind: "call",
    about: `${plannedAt}.opened.0`,
    at: plannedAt,
    until: closesAt,
    state: "expired" as const,
  }));
  const missing = { ...of, deliveries: { all: expired, refusals: [] } };
  const last = spans.at(-1);
  const missed = missedNotes(missing, { plannedAt: last?.plannedAt ?? 0, sort: "opened", part: 0 }, true);
  expect(missed).toEqual([expect.stringContaining("day 2 of 62 to day 61 of 62 (60 periods)")]);
  const notes = [
    letterTexts.went("day 61 of 62", 5_000, 5_000),
    letterTexts.noFiles(`<#${"9".repeat(20)}>`),
    ...missed,
  ];
  for (const sort of ["opened", "last"] as const)
    expect(callLetter(of, last ?? firstSpan(of), sort, MEMBERS, notes).content?.length).toBeLessThanOrEqual(
      limits.contentText,
    );
});

test("the longest words about a crew, a cooldown and a finished run are ones that Discord takes", () => {
  const of = track({ title: LONG });
  const link = `https://discord.com/channels/${"9".repeat(20)}/${"9".repeat(20)}/${"9".repeat(20)}`;
  const crew = crewLetter(of, { runId: "r1", startsAt: STARTS_AT, link }, MEMBERS);
  const ready = readyLetter(of, firstSpan(of), MEMBERS, [letterTexts.late]);
  const offer = offerLetter(of, firstSpan(of), MEMBERS);
  for (const { content } of [crew, ready, offer])
    expect(content?.length).toBeLessThanOrEqual(limits.contentText);
});

test("a finished run offers each choice with one press, and asks only where captains count", () => {
  const labels = (of: Track) =>
    buttonsOf(offerLetter(of, firstSpan(of), ["1"])).map((button) => button.label);
  expect(labels(track())).toEqual([
    "Claim 1 × Enhanced Universal Tech Upgrade",
    "Claim 1 × Specialization Point",
    "My progress",
  ]);
  expect(labels(days())).toEqual(["Claim", "My progress"]);
  expect(labels(track({ per: "captain" }))).toEqual(["Claim", "My progress"]);
});
