import type { APIMessage } from "discord-api-types/v10";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { opened, posted, whispered } from "./posted.ts";
import { press } from "./press.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { textOf } from "./seen.ts";
import { messageSeen, messagesIn } from "./watching.ts";

const DAY = 24 * 3_600_000;
const WEEK = 7 * DAY;
const { lounge } = CAST.fleet.channels;

let rehearsal: Rehearsal;
let officer: Actor;
let juno: Actor;
let reyes: Actor;

beforeAll(async () => {
  rehearsal = await rehearse({ rateLimits: false });
  const as = (userId: string) => rehearsal.sandbox.as(userId, { channelId: lounge });
  [officer, juno, reyes] = [as(CAST.people.officer), as(CAST.people.juno), as(CAST.people.reyes)];
});
afterAll(() => rehearsal.stop());

test("/rewards open home posts a board: period 1 of 4, with Home's choice", async () => {
  const note = whispered(await officer.type("/rewards open home"));
  expect(note).toContain("**Home** is open: https://discord.com/channels/");
  const words = textOf(await board());
  expect(words).toContain("**Week 1 of 4** · closes <t:");
  expect(words).toContain(
    "Take one: 1 × Enhanced Universal Tech Upgrade *or* 1 × Specialization Point (usable from level 50)",
  );
});

test("a member claims once: the board shows it, and a second claim is refused with the time of the next", async () => {
  const card = await board();
  const asked = await press(juno, card, "Claim");
  expect(whispered(asked)).toContain("which reward did you take?");
  if (asked.kind !== "message") throw new Error("No question came.");
  const answer = await press(juno, asked.message, "1 × Specialization Point");
  expect(whispered(answer)).toContain("Noted: **Home**, week 1 of 4 – Specialization Point.");

  await board((one) => textOf(one).includes(`<@${CAST.people.juno}> (Specialization Point)`));
  const again = whispered(await juno.type("/rewards claim"));
  expect(again).toContain("You have claimed **Home** for week 1 of 4 already");
  expect(again).toContain("The next opens <t:");
});

test("a member asks to be reminded, sees their own progress alone, and keeps out of the officers' list", async () => {
  const card = await board();
  const asked = await press(reyes, card, "Remind me");
  expect(whispered(asked)).toContain("You will be told when a new period of **Home** opens");
  const mine = await press(juno, card, "My progress");
  expect(whispered(mine)).toContain("**1 of 4** ◼◼◻◻◻◻◻◻◻◻");
  const { message: panel } = posted(mine);
  const hidden = await press(juno, panel, "Hide me from the officers' list");
  expect(textOf(posted(hidden).message)).toContain("Officers do not see you");
});

test("the clock is turned to the next week: one message names who asked, and its button claims", async () => {
  turn(WEEK);
  const call = await message((one) => one.content.startsWith("**Home**: week 2 of 4 is open until"));
  expect(call.content).toContain(`<@${CAST.people.reyes}>`);
  expect(call.content).not.toContain(`<@${CAST.people.juno}>`);
  expect(call.attachments).toMatchObject([
    {
      filename: "progress.png",
      description: "After week 1 of 4 · 2 members take part. Claims: week 1 1, week 2 0.",
    },
  ]);
  await board((one) => textOf(one).includes("**Week 2 of 4**"));

  const claimed = await press(reyes, call, "Claim");
  const { message: question } = posted(claimed);
  const done = await press(reyes, question, "1 × Enhanced Universal Tech Upgrade");
  expect(textOf(posted(done).message)).toContain("Noted: **Home**, week 2 of 4");
});

test("the last call comes a day before the end, to who has not claimed by then", async () => {
  await press(juno, await board(), "Remind me");
  turn(6 * DAY);
  const call = await message((one) => one.content.startsWith("**Home**: last call for week 2 of 4."));
  expect(call.content).toContain(`<@${CAST.people.juno}>`);
  expect(call.content).not.toContain(`<@${CAST.people.reyes}>`);
  const stopped = await press(juno, call, "Stop reminding me");
  expect(whispered(stopped)).toContain("You are not reminded of **Home** any more.");
});

test("an officer gathers a crew from the standings: who still needs it and asked is told, and joins from there", async () => {
  const { message: panel } = posted(await press(juno, await board(), "Remind me"));
  await press(juno, panel, "Show me in the officers' list");
  const { message: standings } = posted(await officer.type("/rewards standings"));
  const form = opened(await press(officer, standings, "Gather a crew"));
  const note = await officer.submit(form, { when: "in 3 hours", difficulty: ["any"] });
  expect(whispered(note)).toContain(
    "1 member who still needs **Home** and asked to be reminded is told of it",
  );
  const call = await message((one) => one.content.startsWith("**Home**: a crew is gathering for <t:"));
  expect(call.mentions.map(({ id }) => id)).toEqual([CAST.people.juno]);
  expect(whispered(await press(juno, call, "Join"))).toContain("You are in: seat 2 of");
  await press(juno, call, "Stop reminding me");
});

test("after an absence over a whole week one message says what was missed", async () => {
  await rehearsal.restart(() => turn(8 * DAY));
  const call = await message((one) => one.content.startsWith("**Home**: week 4 of 4 is open until"));
  expect(call.content).toContain("nobody was told of week 3 of 4");
  expect(
    messagesIn(rehearsal.sandbox, lounge).filter(({ content }) =>
      /^\*\*Home\*\*: (week|last call)/.test(content),
    ).length,
  ).toBe(3);
  await board((one) => textOf(one).includes("**Week 4 of 4**"));
});

test("a finished run offers the claim to who was there: one press claims it, another takes it back", async () => {
  await officer.type("/lfg home in 5 hours");
  const card = await message((one) => textOf(one).includes("**1 of 5**"));
  await press(reyes, card, "Join");
  const { message: panel } = posted(await press(officer, card, "Manage"));
  const { message: begun } = posted(await press(officer, panel, "Start now"));
  const { message: asked } = posted(await press(officer, begun, "Finish"));
  await press(officer, asked, "All were there");
  const offer = await message((one) =>
    one.content.startsWith("**Home** is done. It counts for week 4 of 4:"),
  );
  expect(offer.content).toContain(`<@${CAST.people.reyes}>`);
  expect(offer.mentions).toEqual([]);
  const claimed = await press(reyes, offer, "Claim 1 × Specialization Point");
  expect(whispered(claimed)).toContain("Noted: **Home**, week 4 of 4 – Specialization Point.");
  const { message: noted } = posted(claimed);
  expect(textOf(posted(await press(reyes, noted, "Undo")).message)).toContain("Taken back");
});

test("an officer sees who still needs it, and closes the reward: the board says so", async () => {
  expect(whispered(await officer.type("/rewards standings"))).toContain(`<@${CAST.people.reyes}> 1/4`);
  const { message: question } = posted(await officer.type("/rewards close"));
  await press(officer, question, "Close it now");
  await board((one) => textOf(one).includes("**Closed by an officer**"));
  expect(whispered(await juno.type("/rewards claim"))).toContain("No reward is open");
  expect(rehearsal.failures).toEqual([]);
});

test("where no files may be attached the message comes all the same, and says what is missing", async () => {
  await officer.type("/rewards open what:Winter Event days:5 needed:3");
  const card = await message((one) => textOf(one).includes("## Winter Event"));
  await press(reyes, card, "Claim");
  await press(juno, card, "Remind me");
  rehearsal.sandbox.admin.denyBot(lounge, ["AttachFiles"]);
  turn(DAY);
  const call = await message((one) => one.content.startsWith("**Winter Event**: day 2 of 5 is open until"));
  expect(call.content).toContain("Day 1 of 5: 1 of 2 members claimed.");
  expect(call.content).toContain("I lack **Attach Files** in <#");
  expect(call.attachments).toEqual([]);
  expect(rehearsal.failures).toEqual([]);
});

/** Turns the clock, far enough for what fleets are spread over. */
function turn(byMs: number): void {
  rehearsal.sandbox.clock.turnBy(byMs + 3 * 60_000);
}

/** The board, as soon as it is like this. */
function board(isIt: (message: APIMessage) => boolean = () => true): Promise<APIMessage> {
  return message((one) => textOf(one).includes("## Home") && isIt(one));
}

const message = (isIt: (one: APIMessage) => boolean) => messageSeen(rehearsal.sandbox, isIt, lounge);
