import { afterAll, beforeAll, expect, test } from "vitest";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { posted, whispered } from "./posted.ts";
import { press } from "./press.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { cardsSeenBy, SOON } from "./run-card.ts";
import { hasButton, textOf } from "./seen.ts";

const { people, fleet } = CAST;
const here = { channelId: fleet.channels.lounge };
const HOUR = 3_600_000;

let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await rehearse();
});
afterAll(() => rehearsal.stop());

function cards() {
  return cardsSeenBy(rehearsal.sandbox.as(people.juno, here)).map(({ message }) => message);
}

test("a daily run posts its next card when it starts, and the old card says that it is under way", async () => {
  const officer = rehearsal.sandbox.as(people.officer, here);
  const first = await officer.run("lfg", { mission: "second wave", when: "in 3 hours", repeat: "daily" });
  const warned = posted(first).message;
  const agree = "Post it like this";
  const note = hasButton(warned, agree) ? await press(officer, warned, agree) : first;
  expect(whispered(note)).toContain("It repeats every day");
  await expect.poll(() => cards().length, SOON).toBe(1);

  rehearsal.sandbox.clock.turnBy(3 * HOUR + 60_000);
  await expect.poll(() => cards().length, SOON).toBe(2);
  const [old, next] = cards();
  await expect.poll(() => textOf(cards()[0] ?? {}), SOON).toContain("Under way");
  expect(old?.id).not.toBe(next?.id);
  expect(textOf(next ?? {})).toContain("**1 of 5**");
  expect(textOf(next ?? {})).toContain("repeats every day");
  expect(rehearsal.failures).toEqual([]);
});
