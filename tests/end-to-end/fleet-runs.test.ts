import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { posted, whispered } from "./posted.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { buttonsOf, textOf } from "./seen.ts";

const { people, fleet } = CAST;
const here = { channelId: fleet.channels.lounge };
const SOON = { timeout: 8_000, interval: 20 };

let rehearsal: Rehearsal;
let admiral: Actor;
let juno: Actor;

beforeAll(async () => {
  rehearsal = await rehearse();
  [admiral, juno] = [rehearsal.sandbox.as(people.admiral, here), rehearsal.sandbox.as(people.juno, here)];
});
afterAll(() => rehearsal.stop());

type Seen = Parameters<typeof buttonsOf>[0] & { readonly id: string };

async function press(actor: Actor, message: Seen, label: string) {
  const id = buttonsOf(message).find((button) => button.label === label)?.custom_id;
  return posted(await actor.click(message.id, id ?? label)).message;
}

function cards(): Seen[] {
  return juno
    .messages()
    .map(({ message }) => message)
    .filter((message) => buttonsOf(message).some(({ label }) => label === "Manage"));
}

function said(words: string) {
  return juno.messages().filter(({ message }) => message.content.includes(words));
}

test("when the game is down, an officer moves what is near, and each crew is told once, after a restart too", async () => {
  await admiral.type("/lfg mission:second wave in 2 hours");
  await juno.click(cards()[0]?.id ?? "", idOf("Join"));
  const question = posted(await admiral.type("/fleet postpone by:3 hours")).message;
  expect(textOf(question)).toContain("Second Wave");
  expect(said("has a new time")).toEqual([]);

  const { label } = buttonsOf(question).find(({ style }) => style !== 2) ?? {};
  await press(admiral, question, label ?? "");
  await expect.poll(() => said("has a new time").length, SOON).toBe(1);
  await rehearsal.restart();
  expect(said("has a new time")).toMatchObject([{ pinged: [people.admiral, people.juno] }]);
});

test("an import brings a cancelled run back on its card, and tells nobody a second time", async () => {
  const { message: exported } = posted(await admiral.type("/fleet export"));
  const data = Buffer.from(await (await fetch(exported.attachments[0]?.url ?? "")).arrayBuffer());

  const panel = await press(admiral, cards()[0] ?? exported, "Manage");
  await press(admiral, await press(admiral, panel, "Cancel this run"), "Yes, cancel it");
  await expect.poll(() => said("is cancelled").length, SOON).toBe(1);
  await expect.poll(() => textOf(cards()[0] ?? exported), SOON).toContain("**Cancelled.**");
  const before = juno.messages().filter(({ ephemeral }) => !ephemeral).length;

  const file = admiral.attach({
    filename: "fleet.json",
    contentType: "application/json",
    bytes: data,
  });
  const plan = await admiral.run("fleet import", { file });
  expect(whispered(plan)).toContain("- Runs: 1 as it was when the file was made");
  const done = await press(admiral, posted(plan).message, "Import it");
  await expect.poll(() => textOf(cards()[0] ?? exported), SOON).not.toContain("**Cancelled.**");
  expect(textOf(cards()[0] ?? exported)).toContain(`<@${people.juno}>`);
  expect(juno.messages().filter(({ ephemeral }) => !ephemeral)).toHaveLength(before);

  await press(admiral, done, "Undo the import");
  await expect.poll(() => textOf(cards()[0] ?? exported), SOON).toContain("**Cancelled.**");
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

function idOf(label: string): string {
  return buttonsOf(cards()[0] ?? {}).find((button) => button.label === label)?.custom_id ?? label;
}
