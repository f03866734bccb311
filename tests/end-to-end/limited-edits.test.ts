import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { whispered } from "./posted.ts";
import { press } from "./press.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { cardReadBy, cardSeenBy, cardsSeenBy, pressOnCard, SOON } from "./run-card.ts";
import { textOf } from "./seen.ts";

const { people, fleet } = CAST;
const here = { channelId: fleet.channels.lounge };

let rehearsal: Rehearsal;
let officer: Actor;
let crew: readonly Actor[];

beforeAll(async () => {
  rehearsal = await rehearse();
  officer = rehearsal.sandbox.as(people.officer, here);
  crew = [people.juno, people.reyes, people.kvorrah].map((id) => rehearsal.sandbox.as(id, here));
  await officer.type("/lfg mission:second wave tomorrow 20:00");
});
afterAll(() => rehearsal.stop());

/** What somebody was told in private, the last of it. */
function lastTold(actor: Actor): string {
  return textOf(actor.messages().findLast(({ ephemeral }) => ephemeral)?.message ?? {});
}

function editsTried(messageId = cardSeenBy(officer).message.id): number {
  const path = `/messages/${messageId}`;
  return rehearsal.sandbox.traffic
    .entries()
    .filter((one) => one.kind === "rest" && one.method === "PATCH" && one.path.endsWith(path)).length;
}

/** Discord takes no more edits of a message that is older than an hour. */
function limitEdits(mishap: { readonly status: number; readonly code: number }): void {
  rehearsal.sandbox.faults.add({
    method: "PATCH",
    path: `/channels/${here.channelId}/messages/`,
    times: 1_000,
    mishap: { kind: "status", message: "Maximum number of edits reached.", ...mishap },
  });
}

test("while Discord takes no edits the card follows every press, and each is answered in private", async () => {
  limitEdits({ status: 429, code: 30_046 });
  const [juno, reyes, kvorrah] = crew as [Actor, Actor, Actor];
  await pressOnCard(juno, "Join");
  await expect.poll(() => editsTried(), SOON).toBe(1);
  expect(cardReadBy(officer)).toContain("**1 of 5**");

  const presses = [
    [reyes, "Join", "You are in: seat 3 of 5", "**3 of 5**"],
    [kvorrah, "Tentative", "down as tentative", "1 tentative"],
    [juno, "Leave", "You are out of", "**2 of 5**"],
    [kvorrah, "Join", "You are in: seat 3 of 5", "**3 of 5**"],
    [juno, "Tentative", "down as tentative", "1 tentative"],
  ] as const;
  for (const [who, label, words, figures] of presses) {
    expect(await pressOnCard(who, label)).toMatchObject({ kind: "update" });
    expect(cardReadBy(officer)).toContain(figures);
    await expect.poll(() => lastTold(who), SOON).toContain(words);
  }
  expect(editsTried()).toBe(1);
});

test("an older copy of a card is no second card: it stays as it is, and links the one that counts", async () => {
  const there = { channelId: fleet.channels.runs };
  const [leader, juno] = [
    rehearsal.sandbox.as(people.officer, there),
    rehearsal.sandbox.as(people.juno, there),
  ];
  const words = () => cardsSeenBy(leader).map(({ message }) => textOf(message));
  await leader.type("/lfg mission:home tomorrow 21:00");
  const { message: old } = cardSeenBy(leader);
  const edits = { method: "PATCH", path: `/channels/${there.channelId}/messages/` };
  rehearsal.sandbox.faults.clear();
  rehearsal.sandbox.faults.add({ ...edits, mishap: { kind: "status", status: 404, code: 10_008 } });
  await press(juno, old, "Join");
  await expect.poll(() => words().length, SOON).toBe(2);
  const { message: current } = cardSeenBy(leader);
  const before = textOf(old);

  rehearsal.sandbox.faults.add({
    ...edits,
    times: 1_000,
    mishap: { kind: "status", status: 429, code: 30_046 },
  });
  await press(juno, current, "Tentative");
  await expect.poll(() => editsTried(current.id), SOON).toBe(1);
  const pressed = await press(juno, old, "Leave");
  expect(whispered(pressed)).toContain(`/${there.channelId}/${current.id}`);
  expect(words()[0]).toBe(before);
  await press(juno, current, "Leave");
  expect(words()[1]).toContain("**1 of 5**");
  expect(words()).toHaveLength(2);
  expect(rehearsal.failures).toEqual([]);
});
