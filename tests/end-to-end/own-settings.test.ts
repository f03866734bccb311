import { existsSync, readdirSync, readFileSync, watch } from "node:fs";
import { join } from "node:path";
import type { APIMessage } from "discord-api-types/v10";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { opened, posted } from "./posted.ts";
import { press } from "./press.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { joinedRun } from "./run-card.ts";
import { textOf } from "./seen.ts";
import { messageSeen, messagesIn } from "./watching.ts";

const MINUTE = 60_000;

let rehearsal: Rehearsal;
let juno: Actor;

beforeAll(async () => {
  rehearsal = await rehearse({ rateLimits: false });
  juno = rehearsal.sandbox.as(CAST.people.juno, { channelId: CAST.fleet.channels.runs });
});
afterAll(() => rehearsal.stop());

test("what a member sets with /me holds for the runs they are in, and nothing comes twice", async () => {
  const first = startOn(await joinedRun(rehearsal.sandbox, "second-wave", "in 3 hours"));
  const second = startOn(await joinedRun(rehearsal.sandbox, "home", "in 6 hours"));

  await remindedBy("dm", "20m");
  await planned(first - 20 * MINUTE);
  await planned(second - 20 * MINUTE);
  turnTo(first - 18 * MINUTE);
  const told = await message(isDirect);
  expect(told.content).toMatch(/^\*\*Second Wave\*\* starts/);

  await remindedBy("dm", "10m");
  await planned(second - 10 * MINUTE);
  turnTo(first - 8 * MINUTE);
  const mention = await message((one) => isReminder(one, "Second Wave") && !isDirect(one));
  expect(mention.mentions.map(({ id }) => id)).toEqual([CAST.people.officer]);
  turnTo(first + MINUTE);
  await message((one) => textOf(one).includes("## Second Wave") && textOf(one).includes("Under way"));
  expect(messagesIn(rehearsal.sandbox).filter(isDirect)).toHaveLength(1);

  await remindedBy("channel", "");
  turnTo(second - 14 * MINUTE);
  const both = await message((one) => isReminder(one, "Home") && !isDirect(one));
  expect(both.mentions.map(({ id }) => id).sort()).toEqual([CAST.people.officer, CAST.people.juno].sort());
});

function startOn(card: APIMessage): number {
  return Number(/<t:(\d+):F>/.exec(textOf(card))?.[1]) * 1_000;
}

async function remindedBy(by: "dm" | "channel", lead: string): Promise<void> {
  const { message: panel } = posted(await juno.type("/me"));
  const form = opened(await press(juno, panel, "Reminders"));
  posted(await juno.submit(form, { by: [by], lead, quiet: "" }));
}

function turnTo(at: number): void {
  const { clock } = rehearsal.sandbox;
  clock.turnBy(at - clock.now());
}

/** Resolves when a message for this second is in the bot's files. */
async function planned(at: number): Promise<void> {
  const { dataDir } = rehearsal;
  const written = `"at":${at / 1_000}`;
  const isThere = () =>
    readdirSync(dataDir)
      .filter((name) => name.startsWith("away-team.sqlite"))
      .some((name) => readFileSync(join(dataDir, name)).includes(written));
  await new Promise<void>((resolve) => {
    const files = watch(dataDir, look);
    function look(): void {
      if (existsSync(dataDir) && !isThere()) return;
      files.close();
      resolve();
    }
    look();
  });
}

function isReminder({ content }: APIMessage, title: string): boolean {
  return content.startsWith(`**${title}** starts`);
}

function isDirect(one: APIMessage): boolean {
  return rehearsal.sandbox.world.channels.get(one.channel_id)?.recipientId === CAST.people.juno;
}

const message = (isIt: (one: APIMessage) => boolean) => messageSeen(rehearsal.sandbox, isIt);
