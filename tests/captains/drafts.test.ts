import { expect, test } from "vitest";
import { removeOldRuns } from "../../src/jobs/old-runs.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { textOf } from "../end-to-end/seen.ts";
import { house, messageOf } from "../house.ts";

const NOON = Date.UTC(2026, 10, 20, 12);
const OFFICER = { permissions: "32" };
const begun = [
  ["a run", "lfg", { mission: "second wave", when: "saturday" }],
  ["a reward", "rewards open", { what: "home", starts: "saturday" }],
] as const;

function bot(texts: Map<string, string>) {
  return house({ now: NOON, driver: memoryDriver(texts) });
}

test.each(begun)("who only began to speak of %s is forgotten too", async (_, line, options) => {
  const texts = new Map<string, string>();
  const member = bot(texts).as(OFFICER);
  expect(textOf(messageOf(await member.run(line, options)))).toContain("names a day but no hour");
  expect([...texts.values()].join()).toContain('"userId":"3"');
  const forgotten = textOf(messageOf(await member.press("v1:me:forget-now")));
  expect(forgotten).toContain("what you had begun to say of");
  expect([...texts.values()].join()).not.toContain('"userId":"3"');
});

test.each(begun)("what was begun of %s and left is gone after the daily round", async (_, line, options) => {
  const texts = new Map<string, string>();
  const fleet = bot(texts);
  await fleet.as(OFFICER).run(line, options);
  await removeOldRuns({ store: fleet.store, clock: { now: () => NOON + 24 * 3_600_000 } });
  expect([...texts.keys()].filter((key) => key.includes("draft"))).toEqual([]);
});
