import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { opened, posted, whispered } from "./posted.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { buttonsOf, idOn, menuOf, textOf } from "./seen.ts";

let rehearsal: Rehearsal;
let officer: Actor;
let juno: Actor;
let reyes: Actor;

beforeAll(async () => {
  rehearsal = await rehearse();
  const here = { channelId: CAST.fleet.channels.lounge };
  officer = rehearsal.sandbox.as(CAST.people.officer, here);
  juno = rehearsal.sandbox.as(CAST.people.juno, here);
  reyes = rehearsal.sandbox.as(CAST.people.reyes, here);
});
afterAll(() => rehearsal.stop());

async function press(who: Actor, { message }: ReturnType<typeof posted>, label: string) {
  return await who.click(message.id, idOn(message, label));
}

test("/bugs mission:home posts the table for everyone, and two members are counted at once", async () => {
  await juno.run("captain add", { name: "T'Rin", faction: "romulan-federation" });
  await reyes.run("captain add", { name: "Worf", faction: "klingon" });
  const card = posted(await officer.type("/bugs mission:home"));
  expect(card.ephemeral).toBe(false);
  expect(textOf(card.message)).toContain("- Romulan: confirmed by the source\n");

  const answers = await Promise.all([
    press(juno, card, "I have this too"),
    press(reyes, card, "I have this too"),
  ]);
  expect(answers.map(whispered)).toEqual([
    expect.stringContaining("Noted: you have this as Romulan."),
    expect.stringContaining("Noted: you have this as Klingon."),
  ]);
  const later = textOf(posted(await officer.type("/bugs mission:home")).message);
  expect(later).toContain("- Romulan: confirmed by the source · seen by 1 here\n");
  expect(later).toContain("- Klingon: not told by the source · seen by 1 here\n");
});

test("an officer adds a bug by a form, marks it fixed after a restart, and the list follows", async () => {
  const card = posted(await officer.type("/bugs mission:second wave"));
  const panel = posted(await press(officer, card, "For officers"));
  const form = opened(await press(officer, panel, "Add a bug"));
  const added = await officer.submit(form, {
    summary: "The last door never opens",
    factions: ["klingon", "tos"],
  });
  expect(whispered(added)).toContain("- Klingon: named by the officers\n");
  expect(textOf(posted(await juno.type("/bugs")).message)).toContain("**Second Wave** · The last door");

  await rehearsal.restart();
  const again = posted(
    await press(officer, posted(await officer.type("/bugs mission:second wave")), "For officers"),
  );
  const day = opened(await press(officer, again, "Mark fixed"));
  expect(whispered(await officer.submit(day, { day: "yesterday" }))).toContain("Fixed on ");
  expect(textOf(posted(await juno.type("/bugs")).message)).not.toContain("Second Wave");
  expect(whispered(await press(juno, card, "For officers"))).toContain("Only officers do that");
});

test("a member without a captain is asked, and the menu of the question counts", async () => {
  const asked = rehearsal.sandbox.as(CAST.people.officer, { channelId: CAST.fleet.channels.lounge });
  const card = posted(await asked.type("/bugs mission:home"));
  const question = posted(await press(asked, card, "Works for me"));
  const outcome = await asked.select(question.message.id, menuOf(question.message).custom_id, ["tos"]);
  expect(outcome.kind).toBe("update");
  expect(whispered(outcome)).toContain("as Starfleet (23rd century) it works for you");
});

test("the export comes as a file that only the officer sees", async () => {
  const card = posted(await officer.type("/bugs mission:home"));
  const panel = posted(await press(officer, card, "For officers"));
  const exported = posted(await press(officer, panel, "Export reports"));
  expect(exported.ephemeral).toBe(true);
  expect(exported.message.attachments.map(({ filename }) => filename)).toEqual(["home-bugs.json"]);
});

test("in a direct message /bugs mission:home is read-only", async () => {
  const card = posted(await rehearsal.sandbox.as(CAST.people.juno).type("/bugs mission:home"));
  expect(buttonsOf(card.message).map(({ label }) => label)).toEqual(["Briefing"]);
});

test("who follows a bug is mentioned once in that channel when an officer marks it fixed", async () => {
  const card = posted(await officer.type("/bugs mission:home"));
  expect(whispered(await press(juno, card, "Follow"))).toContain("I mention you once in this channel");
  const panel = posted(await press(officer, card, "For officers"));
  await officer.submit(opened(await press(officer, panel, "Mark fixed")), { day: "today" });
  const told = () =>
    juno.messages().filter(({ message }) => message.content.includes("a bug you follow is fixed"));
  await expect.poll(told).toHaveLength(1);
  expect(told()[0]?.message.content).toContain(`<@${CAST.people.juno}>`);
});

test("a run's card counts the bugs that its fleet knows", async () => {
  const panel = posted(
    await press(officer, posted(await officer.type("/bugs mission:second wave")), "For officers"),
  );
  const form = opened(await press(officer, panel, "Add a bug"));
  await officer.submit(form, { summary: "The lift is stuck", factions: [] });
  await officer.run("lfg", { mission: "second-wave", when: "tomorrow 8pm" });
  const cards = () =>
    juno
      .messages()
      .map(({ message }) => textOf(message))
      .filter((text) => text.includes("1 known bug** (Brief me tells)"));
  await expect.poll(cards).toHaveLength(1);
});
