import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { opened, posted, whispered } from "./posted.ts";
import { press } from "./press.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { textOf } from "./seen.ts";

const { channels, roles } = CAST.fleet;

let rehearsal: Rehearsal;
let admiral: Actor;
let juno: Actor;

beforeAll(async () => {
  rehearsal = await rehearse();
  admiral = rehearsal.sandbox.as(CAST.people.admiral, { channelId: channels.officers });
  juno = rehearsal.sandbox.as(CAST.people.juno, { channelId: channels.lounge });
});
afterAll(() => rehearsal.stop());

test("the panel's menus and forms set a fleet up, each on the same panel", async () => {
  const { message } = posted(await admiral.type("/fleet setup"));
  const runs = await admiral.select(message.id, "v1:fleet:runs", [channels.runs]);
  expect(runs.kind).toBe("update");
  expect(whispered(runs)).toContain(`Runs go into <#${channels.runs}>`);
  await admiral.select(message.id, "v1:fleet:rewards", [channels.thread]);
  await admiral.select(message.id, "v1:fleet:ping", [roles.runPing]);
  expect(whispered(await admiral.select(message.id, "v1:fleet:officer", [roles.member]))).toContain(
    `Whoever has <@&${roles.member}> is an officer now.`,
  );

  const zone = opened(await press(admiral, message, "Time zone"));
  expect(whispered(await admiral.submit(zone, { zone: "new york" }))).toContain("**America/New_York**");
  const leads = opened(await press(admiral, message, "Reminders before a run"));
  expect(whispered(await admiral.submit(leads, { leads: "2h, 10m" }))).toContain("2 h, 10 min before");
});

test("a member with the officer role may run the panel, but not name the officer role", async () => {
  const { message } = posted(await juno.type("/fleet setup"));
  expect(await juno.select(message.id, "v1:fleet:officer", [roles.runPing])).toMatchObject({
    kind: "refused",
  });
  expect(whispered(await juno.select(message.id, "v1:fleet:runs", []))).toContain("where they are called");
  await juno.select(message.id, "v1:fleet:runs", [channels.runs]);
});

test("@everyone and the bot's own role are refused", async () => {
  const { message } = posted(await admiral.type("/fleet setup"));
  expect(whispered(await admiral.select(message.id, "v1:fleet:officer", [CAST.fleet.id]))).toContain(
    "everybody",
  );
  expect(whispered(await admiral.select(message.id, "v1:fleet:officer", [roles.bot]))).toContain(
    "belongs to a bot",
  );
});

test("a member without the role is told who officers are", async () => {
  const stranger = rehearsal.sandbox.as(CAST.people.stranger, { channelId: channels.lounge });
  expect(whispered(await stranger.type("/fleet setup"))).toContain("Only officers");
});

test("the doctor finds everything in order, and then each permission that is taken away", async () => {
  const { message } = posted(await admiral.type("/fleet setup"));
  expect(whispered(await press(admiral, message, "Check everything"))).toContain(
    "Everything that is set works",
  );

  rehearsal.sandbox.admin.denyBot(channels.runs, ["SendMessages", "AttachFiles", "SendMessagesInThreads"]);
  const found = whispered(await admiral.type("/fleet doctor"));
  expect(found).toContain(`**Channel for runs** in <#${channels.runs}> I lack **Send Messages**`);
  expect(found).toContain("I lack **Attach Files**");
  expect(found).toContain(`<#${channels.thread}> I lack **Send Messages in Threads**`);
  rehearsal.sandbox.admin.denyBot(channels.runs, ["ViewChannel"]);
  expect(whispered(await admiral.type("/fleet doctor"))).toContain("I lack **View Channel**");
  rehearsal.sandbox.admin.denyBot(channels.runs, []);
  expect(whispered(await admiral.type("/fleet doctor"))).toContain("Everything that is set works");
});

test("a fleet's own words are on the briefing here, and not in another fleet", async () => {
  await admiral.run("fleet override", { mission: "home", note: "Meet at the wormhole", alias: "our home" });
  expect(textOf(posted(await juno.type("/mission our home")).message)).toContain("> Meet at the wormhole");
  const elsewhere = rehearsal.sandbox.as(CAST.people.juno, { channelId: CAST.armada.channels.lounge });
  expect(textOf(posted(await elsewhere.type("/mission home")).message)).not.toContain("wormhole");
});

test("an export is a file that the officer alone gets", async () => {
  const { message, ephemeral } = posted(await admiral.type("/fleet export"));
  expect(ephemeral).toBe(true);
  const file = await (await fetch(message.attachments[0]?.url ?? "")).json();
  expect(file).toMatchObject({
    guildId: CAST.fleet.id,
    settings: { runsChannelId: channels.runs, timeZone: "America/New_York" },
    overrides: [{ slug: "home", note: "Meet at the wormhole" }],
  });
});

test("/fleet is not offered in a direct message", async () => {
  const alone = rehearsal.sandbox.as(CAST.people.admiral);
  expect(await alone.type("/fleet setup")).toMatchObject({ kind: "refused" });
});
