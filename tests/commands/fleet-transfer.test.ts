import { ChannelType, MessageFlags, PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import type { Click } from "../../src/bot/command.ts";
import { idOn, textOf } from "../end-to-end/seen.ts";
import { guildFacts, readerOf } from "../guilds/guild-facts.ts";
import { house, messageOf, type Person, refusalsOf } from "../house.ts";

const ADMIRAL: Person = { userId: "5", permissions: String(PermissionFlagsBits.ManageGuild) };
const OFFICER: Person = { userId: "6", roleIds: ["20"] };
const URL_OF_FILE = "https://cdn.discordapp.com/attachments/1/2/fleet.json";
const ROLE = (id: string) => ({ roles: { [id]: { id, managed: false } } });
const RUNS = { channels: { "10": { id: "10", type: ChannelType.GuildText } } };

type House = ReturnType<typeof house>;
type Answer = Awaited<ReturnType<House["run"]>>;

function read(answer: Answer, bot?: House): string {
  expect(refusalsOf(answer, bot?.files.slice(-1))).toEqual([]);
  return textOf(messageOf(answer));
}

/** What a fleet exports that has set everything. */
async function exported(): Promise<string> {
  const bot = house();
  const admiral = bot.as(ADMIRAL);
  await admiral.choose("v1:fleet:officer", ["20"], ROLE("20"));
  await admiral.choose("v1:fleet:ping", ["21"], ROLE("21"));
  await admiral.choose("v1:fleet:runs", ["10"], RUNS);
  await admiral.run("fleet setup", { "time-zone": "Tokyo" });
  await admiral.run("fleet override", { mission: "home", note: "Meet on DS9" });
  read(await admiral.run("fleet export"), bot);
  return bot.files[0]?.data ?? "";
}

function importing(bot: House, who: Person, size = 1_000): Promise<Answer> {
  const attachments = { "1": { url: URL_OF_FILE, size, filename: "fleet.json" } };
  return bot.as(who).run("fleet import", { file: "1" }, { attachments });
}

function houseWith(file: string, facts = guildFacts()): House {
  return house({ reader: readerOf(facts, { [URL_OF_FILE]: file }) });
}

function press(bot: House, who: Person, card: Answer, label: string): Promise<Answer> {
  return bot.as(who).press(idOn(messageOf(card), label), { onPrivateCard: true });
}

test("an export names no member", async () => {
  const file = await exported();
  expect(JSON.parse(file)).toMatchObject({
    format: "away-team-fleet",
    version: 1,
    settings: { timeZone: "Asia/Tokyo" },
  });
  expect(file).not.toContain("setBy");
});

test("an import shows what will change, changes nothing before it is told to, and can be taken back", async () => {
  const bot = houseWith(await exported());
  await bot.as(ADMIRAL).run("fleet override", { mission: "shutdown", note: "Old words" });

  const plan = await importing(bot, ADMIRAL);
  expect(read(plan)).toContain("- Set: the channel for runs, the ping role, the officer role, the time zone");
  expect(read(plan)).toContain("- New words on: Home");
  expect(read(plan)).toContain("- Removed words on: Shutdown");
  expect(read(await bot.as(ADMIRAL).run("fleet setup"))).toContain("**Time zone** not set");

  const done = await press(bot, ADMIRAL, plan, "Import it");
  expect(read(done)).toContain("It is imported");
  expect(read(await bot.as(ADMIRAL).run("fleet setup"))).toContain("Asia/Tokyo");
  expect(read(await bot.as(OFFICER).run("fleet override"))).toContain("Meet on DS9");

  expect(read(await press(bot, ADMIRAL, done, "Undo the import"))).toContain("taken back");
  expect(read(await bot.as(ADMIRAL).run("fleet setup"))).toContain("**Time zone** not set");
  expect(read(await bot.as(ADMIRAL).run("fleet override"))).toContain("Old words");
});

test("an import is carried out, left and taken back in two steps, privately", async () => {
  const bot = houseWith(await exported());
  const plan = await importing(bot, ADMIRAL);
  const fleet = bot.commands.find(({ name }) => name === "fleet");
  const pressed = async (action: string) =>
    await fleet?.actions[action]?.({
      asker: { ...ADMIRAL, guildId: "2" },
      args: [idOn(messageOf(plan), "Import it").split(":").at(-1)],
      onPrivateCard: true,
    } as unknown as Click);
  const waits = { first: { type: 5, data: { flags: MessageFlags.Ephemeral } } };
  expect(await pressed("import-apply")).toMatchObject(waits);
  expect(await pressed("import-undo")).toMatchObject(waits);
  expect(await pressed("import-cancel")).toMatchObject(waits);
  expect(read(await bot.as(ADMIRAL).run("fleet setup"))).toContain("**Time zone** not set");
});

test("a button pressed twice, an import that was replaced and one that was taken back are over", async () => {
  const bot = houseWith(await exported());
  const plan = await importing(bot, ADMIRAL);
  const done = await press(bot, ADMIRAL, plan, "Import it");
  expect(read(await press(bot, ADMIRAL, plan, "Import it"))).toContain("no longer waiting");
  await press(bot, ADMIRAL, done, "Undo the import");
  expect(read(await press(bot, ADMIRAL, done, "Undo the import"))).toContain("no longer waiting");
});

test("an import that was cancelled is not carried out by its other button", async () => {
  const bot = houseWith(await exported());
  const plan = await importing(bot, ADMIRAL);
  expect(read(await press(bot, ADMIRAL, plan, "Leave all as it is"))).toContain("Nothing was changed");
  expect(read(await press(bot, ADMIRAL, plan, "Import it"))).toContain("no longer waiting");
});

test("another guild's import is not there", async () => {
  const bot = houseWith(await exported());
  const plan = await importing(bot, ADMIRAL);
  expect(read(await press(bot, { ...ADMIRAL, guildId: "3" }, plan, "Import it"))).toContain(
    "no longer waiting",
  );
  expect(read(await bot.as({ ...ADMIRAL, guildId: "3" }).run("fleet setup"))).toContain("not set");
});

test("channels and roles that are not here stay as they are, and the import says so", async () => {
  const bot = houseWith(await exported(), guildFacts({ channels: [], roles: [] }));
  const plan = read(await importing(bot, ADMIRAL));
  expect(plan).toContain("Its channel for runs is not in this server; yours stays.");
  expect(plan).toContain("Its ping role is not in this server");
  expect(plan).toContain("Its officer role is not in this server");
  expect(plan).toContain("- Set: the time zone");
});

test("an officer's import leaves the officer role alone", async () => {
  const file = (await exported()).replace('"officerRoleId":"20"', '"officerRoleId":"21"');
  const bot = houseWith(file);
  await bot.as(ADMIRAL).choose("v1:fleet:officer", ["20"], ROLE("20"));
  const plan = await importing(bot, OFFICER);
  expect(read(plan)).toContain("only a member with Manage Server names that");
  await press(bot, OFFICER, plan, "Import it");
  expect(read(await bot.as(OFFICER).run("fleet setup"))).toContain("## Fleet setup");
});

test("an import that changes the officer role is carried out and taken back only by who may name it", async () => {
  const file = (await exported()).replace('"officerRoleId":"20"', '"officerRoleId":"21"');
  const bot = houseWith(file);
  await bot.as(ADMIRAL).choose("v1:fleet:officer", ["20"], ROLE("20"));
  const plan = await importing(bot, ADMIRAL);
  expect(read(await press(bot, OFFICER, plan, "Import it"))).toContain(
    "Only a member with **Manage Server**",
  );
  const done = await press(bot, ADMIRAL, plan, "Import it");
  const promoted = { userId: "8", roleIds: ["21"] };
  expect(read(await press(bot, promoted, done, "Undo the import"))).toContain(
    "Only a member with **Manage Server**",
  );
});

test("an import older than fifteen minutes is over", async () => {
  const file = await exported();
  const clock = { at: 0 };
  const bot = house({ reader: readerOf(guildFacts(), { [URL_OF_FILE]: file }), now: () => clock.at });
  const plan = await importing(bot, ADMIRAL);
  clock.at += 15 * 60_000 + 1;
  expect(read(await press(bot, ADMIRAL, plan, "Import it"))).toContain("no longer waiting");
});

test("an export taken in where it came from would change nothing", async () => {
  const bot = houseWith(await exported());
  await press(bot, ADMIRAL, await importing(bot, ADMIRAL), "Import it");
  expect(read(await importing(bot, ADMIRAL))).toContain("Everything in that file is so already");
});

test.each([
  ["no JSON", "hello"],
  ["another JSON", '{"format":"other"}'],
  ["a list", "[]"],
  [
    "a role that is no id",
    '{"format":"away-team-fleet","version":1,"exportedAt":"","guildId":"1","settings":{"officerRoleId":"x","leadMinutes":[],"spoilers":"hidden"},"overrides":[]}',
  ],
  [
    "one mission twice",
    '{"format":"away-team-fleet","version":1,"exportedAt":"","guildId":"1","settings":{"leadMinutes":[],"spoilers":"hidden"},"overrides":[{"slug":"home","aliases":[]},{"slug":"home","aliases":[]}]}',
  ],
  ["a trap for objects", '{"__proto__":{"format":"away-team-fleet"}}'],
])("%s is no export", async (_name, file) => {
  const bot = houseWith(file);
  expect(read(await importing(bot, ADMIRAL))).toContain("I could not read that file");
  expect(bot.failures).toEqual([]);
});

test("a file that is too large is not even fetched, and one that is not Discord's is none", async () => {
  const bot = houseWith(await exported());
  expect(read(await importing(bot, ADMIRAL, 11 * 1024 * 1024))).toContain("larger than any export");
  const attachments = { "1": { url: "https://e.vil/x", size: 10, filename: "f" } };
  expect(read(await bot.as(ADMIRAL).run("fleet import", { file: "1" }, { attachments }))).toContain(
    "I could not read that file",
  );
});

test("who said a word that an import leaves as it is still stands there, and an import names nobody", async () => {
  const bot = houseWith(await exported());
  await bot.as(ADMIRAL).run("fleet override", { mission: "home", note: "Meet on DS9" });
  await press(bot, ADMIRAL, await importing(bot, ADMIRAL), "Import it");
  expect(read(await bot.as(ADMIRAL).run("fleet override", { mission: "home" }))).toContain(
    "Said last by <@5>",
  );
});
