import { expect, test } from "vitest";
import { NOBODY } from "../../src/runs/run.ts";
import { addedLetter, callLetter, promotedLetter } from "../../src/runs/view/letters.ts";
import { joined, LEADER, run, STARTS_AT } from "./crew.ts";

const QUARTER = 900_000;

test("who gets a seat of a run under way reads when it began, not that it starts in the past", () => {
  const crew = joined(run({ state: "started", startedAt: STARTS_AT + QUARTER }), LEADER, "1");
  for (const { content } of [promotedLetter(crew, "1"), callLetter(crew, ["1"], LEADER)]) {
    expect(content).toContain(
      `**Second Wave** began <t:${(STARTS_AT + QUARTER) / 1_000}:R> and is under way.`,
    );
    expect(content).not.toContain("starts");
  }
});

test("a call names who calls, an officer too", () => {
  expect(callLetter(run(), [LEADER], "7").content).toContain("<@7> calls the crew.");
});

test("where who signed somebody up asked to be forgotten, nobody is named", () => {
  const [signup] = joined(run(), { userId: "1" }).signups;
  if (signup === undefined) throw new Error("Nobody signed up.");
  const { content } = addedLetter(run({ leaderId: NOBODY }), signup);
  expect(content).toContain("an officer signed you up, <@1>.");
  expect(content).not.toContain("<@0>");
});
