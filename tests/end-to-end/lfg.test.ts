import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import type { SeenMessage } from "../../src/sandbox/people/protocol.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { opened, posted, whispered } from "./posted.ts";
import { press } from "./press.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { cardReadBy, cardSeenBy, pressOnCard, SOON } from "./run-card.ts";
import { textOf } from "./seen.ts";

const { people, fleet } = CAST;
const here = { channelId: fleet.channels.lounge };

let rehearsal: Rehearsal;
let officer: Actor;
let juno: Actor;
let reyes: Actor;
let kvorrah: Actor;

beforeAll(async () => {
  rehearsal = await rehearse();
  const as = (userId: string) => rehearsal.sandbox.as(userId, here);
  [officer, juno, reyes, kvorrah] = [
    as(people.officer),
    as(people.juno),
    as(people.reyes),
    as(people.kvorrah),
  ];
});
afterAll(() => rehearsal.stop());

function everyMenu(message: SeenMessage["message"]): string[] {
  return [...JSON.stringify(message.components).matchAll(/"custom_id":"([^"]+)"/g)].map(([, id = ""]) => id);
}

/** The card as everybody sees it once it says this. */
async function untilCardSays(words: string): Promise<void> {
  await expect.poll(() => cardReadBy(juno), SOON).toContain(words);
}

test("/lfg posts a card for everyone and tells the leader alone how the time was read", async () => {
  const note = await officer.run("lfg", { mission: "second wave tomorrow 20:00", seats: 2 });
  expect(whispered(note)).toContain("**Second Wave** is posted: https://discord.com/channels/");
  expect(whispered(note)).toContain("I read your time as <t:");

  const { message, ephemeral, pinged } = cardSeenBy(juno);
  expect(ephemeral).toBe(false);
  expect(pinged).toEqual([]);
  expect(textOf(message)).toContain("## Second Wave");
  expect(textOf(message)).toContain("**1 of 2** ◼◻");
  expect(textOf(message)).toContain(`1. <@${people.officer}>`);
});

test("everybody's private answer says seat or waitlist, and the card follows", async () => {
  expect(whispered(await pressOnCard(juno, "Join"))).toContain("You are in: seat 2 of 2");
  expect(whispered(await pressOnCard(reyes, "Join"))).toContain("You are number 1 on the waitlist");
  expect(whispered(await pressOnCard(kvorrah, "Tentative"))).toContain("down as tentative");
  await untilCardSays("1 tentative");
  const text = cardReadBy(juno);
  expect(text).toContain(`2. <@${people.juno}>`);
  expect(text).toContain(`**Waiting, in this order**\n1. <@${people.reyes}>`);
  expect(text).toContain(`Tentative: <@${people.kvorrah}>`);
});

test("who waited gets the freed seat, and is told with a ping, alone", async () => {
  expect(whispered(await pressOnCard(juno, "Leave"))).toContain("You are out of **Second Wave**");
  await untilCardSays(`2. <@${people.reyes}>`);
  const word = () =>
    reyes.messages().find(({ message }) => message.content.includes("a seat has become free"));
  await expect.poll(word, SOON).toMatchObject({ pinged: [people.reyes] });
});

test("Brief me opens the mission for who pressed alone", async () => {
  expect(whispered(await pressOnCard(juno, "Brief me"))).toContain("## Second Wave");
});

test("Manage is for the leader: the form raises the seats, and who waits moves up", async () => {
  await pressOnCard(juno, "Join");
  expect(whispered(await pressOnCard(kvorrah, "Manage"))).toContain(
    "Only the leader of this run and officers",
  );

  const panel = posted(await pressOnCard(officer, "Manage"));
  const form = opened(await press(officer, panel.message, "Edit"));
  const saved = await officer.submit(form, { when: "", seats: "3", note: "bring kits" });
  expect(textOf(posted(saved).message)).toContain("The card shows it in a moment.");
  await untilCardSays("**3 of 3**");
  expect(cardReadBy(juno)).toContain("> bring kits");
});

test("/runs shows what is coming up, and opens a run whose buttons work", async () => {
  const list = posted(await juno.type("/runs mine:True"));
  expect(textOf(list.message)).toContain("**Second Wave**");
  expect(textOf(list.message)).toContain("**you are in**");
});

test("a button pressed after a restart acts on the same run, and the card follows it", async () => {
  await rehearsal.restart();
  expect(whispered(await pressOnCard(kvorrah, "Join"))).toContain("You are number 1 on the waitlist");
  await untilCardSays("1 waiting");
});

test("cancelling asks first, tells everyone once, and the card says so", async () => {
  const panel = posted(await pressOnCard(officer, "Manage"));
  const question = posted(await press(officer, panel.message, "Cancel this run"));
  expect(textOf(question.message)).toContain("The 3 others who signed up are told, once.");
  await press(officer, question.message, "Yes, cancel it");
  await untilCardSays("**Cancelled.**");
  const words = () => juno.messages().filter(({ message }) => message.content.includes("is cancelled"));
  await expect.poll(() => words().length, SOON).toBe(1);
  expect(rehearsal.failures).toEqual([]);
});

test("a run that asks for it pings the fleet's role, and nobody else, once", async () => {
  const { as } = rehearsal.sandbox;
  const panel = posted(await as(people.admiral, here).type("/fleet setup"));
  const roles = everyMenu(panel.message).find((id) => id.includes("ping"));
  await as(people.admiral, here).select(panel.message.id, roles ?? "", [fleet.roles.runPing]);
  await officer.run("lfg", { mission: "isa", ping: true });
  const call = () => juno.messages().find(({ message }) => message.content.includes("a crew is gathering"));
  await expect.poll(() => call()?.message.mention_roles, SOON).toEqual([fleet.roles.runPing]);
  expect(call()?.message.mentions).toEqual([]);
});

test("Gather a crew on a mission's card opens a form, and posts the run", async () => {
  const briefing = posted(await juno.type("/mission home"));
  const form = opened(await press(juno, briefing.message, "Gather a crew"));
  const note = await juno.submit(form, {
    when: "tomorrow 21:00",
    seats: "4",
    difficulty: ["any"],
    roles: "",
    note: "",
  });
  expect(whispered(note)).toContain("**Home** is posted");
  expect(cardReadBy(juno)).toContain("**1 of 4**");
});

test("where the bot may not post, it names the permission before anything is saved", async () => {
  rehearsal.sandbox.admin.denyBot(fleet.channels.lounge, ["SendMessages"]);
  const refused = whispered(await officer.type("/lfg second wave"));
  expect(refused).toContain(`I lack the permission **Send Messages** in <#${fleet.channels.lounge}>`);
  rehearsal.sandbox.admin.denyBot(fleet.channels.lounge, []);
  expect(whispered(await officer.type("/runs"))).not.toContain("Second Wave");
});
