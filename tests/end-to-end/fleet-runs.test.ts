import type { APIMessage } from "discord-api-types/v10";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { posted, whispered } from "./posted.ts";
import { press } from "./press.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { cardReadBy, cardsSeenBy, pressOnCard, SOON } from "./run-card.ts";
import { buttonsOf, textOf } from "./seen.ts";

const { people, fleet } = CAST;
const here = { channelId: fleet.channels.lounge };

let rehearsal: Rehearsal;
let admiral: Actor;
let juno: Actor;

beforeAll(async () => {
  rehearsal = await rehearse();
  [admiral, juno] = [rehearsal.sandbox.as(people.admiral, here), rehearsal.sandbox.as(people.juno, here)];
});
afterAll(() => rehearsal.stop());

/** What the admiral sees who presses a button. */
async function pressed(message: APIMessage, label: string): Promise<APIMessage> {
  return posted(await press(admiral, message, label)).message;
}

function said(words: string) {
  return juno.messages().filter(({ message }) => message.content.includes(words));
}

test("when the game is down, an officer moves what is near, and each crew is told once, after a restart too", async () => {
  await admiral.type("/lfg mission:second wave in 2 hours");
  await pressOnCard(juno, "Join");
  const question = posted(await admiral.type("/fleet postpone by:3 hours")).message;
  expect(textOf(question)).toContain("Second Wave");
  expect(said("has a new time")).toEqual([]);

  const { label = "" } = buttonsOf(question).find(({ style }) => style !== 2) ?? {};
  await pressed(question, label);
  await expect.poll(() => said("has a new time").length, SOON).toBe(1);
  await rehearsal.restart();
  expect(said("has a new time")).toMatchObject([{ pinged: [people.admiral, people.juno] }]);
});

test("an import brings a cancelled run back on its card, and tells nobody a second time", async () => {
  const { message: exported } = posted(await admiral.type("/fleet export"));
  const data = Buffer.from(await (await fetch(exported.attachments[0]?.url ?? "")).arrayBuffer());

  const { message: panel } = posted(await pressOnCard(admiral, "Manage"));
  await pressed(await pressed(panel, "Cancel this run"), "Yes, cancel it");
  await expect.poll(() => said("is cancelled").length, SOON).toBe(1);
  await expect.poll(() => cardReadBy(juno), SOON).toContain("**Cancelled.**");
  const before = juno.messages().filter(({ ephemeral }) => !ephemeral).length;

  const file = admiral.attach({
    filename: "fleet.json",
    contentType: "application/json",
    bytes: data,
  });
  const plan = await admiral.run("fleet import", { file });
  expect(whispered(plan)).toContain("- Runs: 1 as it was when the file was made");
  const done = await pressed(posted(plan).message, "Import it");
  await expect.poll(() => cardReadBy(juno), SOON).not.toContain("**Cancelled.**");
  expect(cardReadBy(juno)).toContain(`<@${people.juno}>`);
  expect(juno.messages().filter(({ ephemeral }) => !ephemeral)).toHaveLength(before);

  await pressed(done, "Undo the import");
  await expect.poll(() => cardReadBy(juno), SOON).toContain("**Cancelled.**");
  expect(cardsSeenBy(juno)).toHaveLength(1);
  expect(rehearsal.failures).toEqual([]);
});

test("the doctor also names a channel where an open run stands and the bot lost its rights", async () => {
  await admiral.type("/lfg mission:home in 5 hours");
  expect(whispered(await admiral.type("/fleet doctor"))).toContain("Everything that is set works");
  rehearsal.sandbox.admin.denyBot(fleet.channels.lounge, ["SendMessages"]);
  expect(whispered(await admiral.type("/fleet doctor"))).toContain(
    `**Channel with open runs** in <#${fleet.channels.lounge}> I lack **Send Messages**`,
  );
  rehearsal.sandbox.admin.denyBot(fleet.channels.lounge, []);
});
