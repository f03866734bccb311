import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { whispered } from "./posted.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { buttonsOf, textOf } from "./seen.ts";

const { people, fleet } = CAST;
const here = { channelId: fleet.channels.lounge };
const SOON = { timeout: 8_000, interval: 20 };

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

function card() {
  const found = officer.messages().findLast(({ message }) => idOn(message, "Manage") !== undefined)?.message;
  if (found === undefined) throw new Error("No card stands here.");
  return found;
}

function idOn(message: Parameters<typeof buttonsOf>[0], label: string): string | undefined {
  return buttonsOf(message).find((button) => button.label === label)?.custom_id;
}

function press(actor: Actor, label: string) {
  return actor.click(card().id, idOn(card(), label) ?? "");
}

/** What somebody was told in private, the last of it. */
function lastTold(actor: Actor): string {
  return textOf(actor.messages().findLast(({ ephemeral }) => ephemeral)?.message ?? {});
}

function editsTried(messageId = card().id): number {
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
  await press(juno, "Join");
  await expect.poll(() => editsTried(), SOON).toBe(1);
  expect(textOf(card())).toContain("**1 of 5**");

  const presses = [
    [reyes, "Join", "You are in: seat 3 of 5", "**3 of 5**"],
    [kvorrah, "Tentative", "down as tentative", "1 tentative"],
    [juno, "Leave", "You are out of", "**2 of 5**"],
    [kvorrah, "Join", "You are in: seat 3 of 5", "**3 of 5**"],
    [juno, "Tentative", "down as tentative", "1 tentative"],
  ] as const;
  for (const [who, label, words, figures] of presses) {
    expect(await press(who, label)).toMatchObject({ kind: "update" });
    expect(textOf(card())).toContain(figures);
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
  const cards = () => leader.messages().filter(({ message }) => idOn(message, "Manage") !== undefined);
  await leader.type("/lfg mission:home tomorrow 21:00");
  const old = cards()[0]?.message;
  const edits = { method: "PATCH", path: `/channels/${there.channelId}/messages/` };
  rehearsal.sandbox.faults.clear();
  rehearsal.sandbox.faults.add({ ...edits, mishap: { kind: "status", status: 404, code: 10_008 } });
  await juno.click(old?.id ?? "", idOn(old ?? card(), "Join") ?? "");
  await expect.poll(() => cards().length, SOON).toBe(2);
  const current = cards()[1]?.message;
  const before = textOf(old ?? {});

  rehearsal.sandbox.faults.add({
    ...edits,
    times: 1_000,
    mishap: { kind: "status", status: 429, code: 30_046 },
  });
  await juno.click(current?.id ?? "", idOn(current ?? card(), "Tentative") ?? "");
  await expect.poll(() => editsTried(current?.id), SOON).toBe(1);
  const pressed = await juno.click(old?.id ?? "", idOn(old ?? card(), "Leave") ?? "");
  expect(whispered(pressed)).toContain(`/${there.channelId}/${current?.id}`);
  expect(textOf(cards()[0]?.message ?? {})).toBe(before);
  await juno.click(current?.id ?? "", idOn(current ?? card(), "Leave") ?? "");
  expect(textOf(cards()[1]?.message ?? {})).toContain("**1 of 5**");
  expect(cards()).toHaveLength(2);
  expect(rehearsal.failures).toEqual([]);
});
