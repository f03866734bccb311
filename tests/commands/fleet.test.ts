import {
  ChannelType,
  ComponentType,
  InteractionResponseType,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import { expect, test } from "vitest";
import { buttonsOf, textOf } from "../end-to-end/seen.ts";
import { guildFacts, readerOf } from "../guilds/guild-facts.ts";
import { house, isPrivate, messageOf, type Person, refusalsOf } from "../house.ts";

const NOW = Date.UTC(2026, 10, 20, 20, 14);
const ADMIRAL: Person = { userId: "5", permissions: String(PermissionFlagsBits.ManageGuild) };
const OFFICER: Person = { userId: "6", roleIds: ["20"] };
const MEMBER: Person = { userId: "7" };
const ROLE_20 = { roles: { "20": { id: "20", managed: false } } };
const RUNS = { channels: { "10": { id: "10", type: ChannelType.GuildText } } };

type House = ReturnType<typeof house>;
type Answer = Awaited<ReturnType<House["run"]>>;

function read(answer: Answer): string {
  expect(refusalsOf(answer)).toEqual([]);
  if (answer?.type === InteractionResponseType.ChannelMessageWithSource) expect(isPrivate(answer)).toBe(true);
  return textOf(messageOf(answer));
}

/** A house whose guild has an officer role. */
async function manned(options: Parameters<typeof house>[0] = {}): Promise<House> {
  const bot = house({ now: NOW, ...options });
  await bot.as(ADMIRAL).choose("v1:fleet:officer", ["20"], ROLE_20);
  return bot;
}

const DEEDS: readonly (readonly [string, (who: ReturnType<House["as"]>) => Promise<Answer>])[] = [
  ["/fleet setup", (who) => who.run("fleet setup")],
  ["/fleet doctor", (who) => who.run("fleet doctor")],
  ["/fleet export", (who) => who.run("fleet export")],
  [
    "/fleet import",
    (who) =>
      who.run("fleet import", { file: "1" }, { attachments: { "1": { url: "x", size: 1, filename: "f" } } }),
  ],
  ["/fleet override", (who) => who.run("fleet override")],
  ["the runs menu", (who) => who.choose("v1:fleet:runs", ["10"], RUNS)],
  ["the rewards menu", (who) => who.choose("v1:fleet:rewards", [], {})],
  ["the ping menu", (who) => who.choose("v1:fleet:ping", ["20"], ROLE_20)],
  ["the plots button", (who) => who.press("v1:fleet:spoilers:private")],
  ["the time zone button", (who) => who.press("v1:fleet:zone-form")],
  ["a suggested zone", (who) => who.press("v1:fleet:zone:Asia.Tokyo")],
  ["the zone form", (who) => who.submit("v1:fleet:zone", { zone: "Tokyo" })],
  ["the leads button", (who) => who.press("v1:fleet:leads-form")],
  ["the leads form", (who) => who.submit("v1:fleet:leads", { leads: "1h" })],
  ["the pings button", (who) => who.press("v1:fleet:pings-form")],
  ["the pings form", (who) => who.submit("v1:fleet:pings", { pause: "1h" })],
  ["the doctor button", (who) => who.press("v1:fleet:doctor")],
  ["an import's button", (who) => who.press("v1:fleet:import-apply:abc")],
  ["an import's cancel", (who) => who.press("v1:fleet:import-cancel:abc")],
  ["an import's undo", (who) => who.press("v1:fleet:import-undo:abc")],
  ["an override's button", (who) => who.press("v1:fleet:override-drop:home")],
  ["the list's page", (who) => who.press("v1:fleet:override-list:1")],
];

test.each(DEEDS)("%s is for officers, and a member reads who that is", async (_name, deed) => {
  const bot = await manned();
  const before = JSON.stringify(await read(await bot.as(ADMIRAL).run("fleet setup")));
  expect(read(await deed(bot.as(MEMBER)))).toContain("Only officers run the fleet's settings");
  expect(JSON.stringify(await read(await bot.as(ADMIRAL).run("fleet setup")))).toBe(before);
});

test.each(DEEDS)("%s works in a server only", async (_name, deed) => {
  const bot = house();
  expect(read(await deed(bot.as({ guildId: null })))).toContain("works in a server only");
});

test("whoever has the officer role is an officer, until the role is taken back", async () => {
  const bot = await manned();
  expect(read(await bot.as(OFFICER).run("fleet setup"))).toContain("## Fleet setup");
  await bot.as(ADMIRAL).choose("v1:fleet:officer", [], {});
  expect(read(await bot.as(OFFICER).press("v1:fleet:spoilers:private"))).toContain("Only officers");
});

test("an officer role counts in its own guild only", async () => {
  const bot = await manned();
  expect(read(await bot.as({ ...OFFICER, guildId: "3" }).run("fleet setup"))).toContain("Only officers");
});

test("only Manage Server names the officer role, also by a menu that was made for somebody else", async () => {
  const bot = await manned();
  const roles = { roles: { "21": { id: "21", managed: false } } };
  expect(read(await bot.as(OFFICER).choose("v1:fleet:officer", ["21"], roles))).toContain(
    "Only a member with **Manage Server** names the officer role",
  );
  expect(read(await bot.as(OFFICER).run("fleet setup"))).toContain("## Fleet setup");
});

test.each([
  ["@everyone", "2", { roles: { "2": { id: "2", managed: false } } }, "**@everyone** is everybody"],
  ["a managed role", "30", { roles: { "30": { id: "30", managed: true } } }, "belongs to a bot"],
  ["a role that Discord says nothing of", "31", {}, "Discord told me nothing of that role"],
  ["a role whose state is not told", "32", { roles: { "32": { id: "32" } } }, "belongs to a bot"],
])("%s is refused as officer role and as ping role", async (_name, id, resolved, sentence) => {
  const bot = house();
  for (const menu of ["officer", "ping"])
    expect(read(await bot.as(ADMIRAL).choose(`v1:fleet:${menu}`, [id], resolved))).toContain(sentence);
});

test("a ping role that nobody may mention is taken, with the switch that it needs", async () => {
  const shut = { roles: { "21": { id: "21", managed: false, mentionable: false } } };
  const name = (botPermissions: string) =>
    house()
      .as({ ...ADMIRAL, botPermissions })
      .choose("v1:fleet:ping", ["21"], shut);
  expect(read(await name("0"))).toContain("Allow anyone to @mention this role");
  expect(read(await name(String(PermissionFlagsBits.MentionEveryone)))).toContain("Runs may ping <@&21>.");
});

test("what is picked in the panel's menus is there when it is opened again", async () => {
  const bot = await manned();
  expect(read(await bot.as(OFFICER).choose("v1:fleet:runs", ["10"], RUNS))).toContain("Runs go into <#10>");
  const panel = await bot.as(OFFICER).run("fleet setup");
  expect(JSON.stringify(panel)).toContain(JSON.stringify({ id: "10", type: "channel" }).slice(1, -1));
  expect(read(await bot.as(OFFICER).choose("v1:fleet:runs", [], {}))).toContain("where they are called");
});

test("a voice channel takes no cards, and a channel that Discord says nothing of is none", async () => {
  const bot = house();
  const voice = { channels: { "10": { id: "10", type: ChannelType.GuildVoice } } };
  for (const resolved of [voice, {}])
    expect(read(await bot.as(ADMIRAL).choose("v1:fleet:runs", ["10"], resolved))).toContain(
      "Cards go into text",
    );
});

test("the officer role's menu is there for all officers, and open for who may manage the server", async () => {
  const bot = await manned();
  const menu = (answer: Answer) =>
    JSON.stringify(messageOf(answer).components).match(/"custom_id":"v1:fleet:officer"[^}]*/)?.[0];
  expect(menu(await bot.as(OFFICER).run("fleet setup"))).toContain('"disabled":true');
  expect(menu(await bot.as(ADMIRAL).run("fleet setup"))).not.toContain("disabled");
});

test("the fleet's time zone is read as forgivingly as a member's own", async () => {
  const bot = house({ now: NOW });
  const admiral = bot.as(ADMIRAL);
  expect(read(await admiral.run("fleet setup", { "time-zone": "berlni" }))).toContain("**Europe/Berlin**");
  const question = await admiral.submit("v1:fleet:zone", { zone: "est" });
  expect(read(question)).toContain("Which one is the fleet's?");
  const [first] = buttonsOf(messageOf(question));
  expect(read(await admiral.press(first?.custom_id ?? "", { onPrivateCard: true }))).toContain(
    "America/New_York",
  );
  expect(read(await admiral.submit("v1:fleet:zone", { zone: "xyzzy" }))).toContain("I know no time zone");
  const form = await admiral.press("v1:fleet:zone-form");
  expect(refusalsOf(form)).toEqual([]);
  expect(JSON.stringify(form)).toContain("America/New_York");
});

test.each([
  ["24h, 15m", "1 d, 15 min before"],
  ["15m and 2 days", "2 d, 15 min before"],
  ["", "none"],
])("lead times typed as “%s” read “%s”", async (leads, shown) => {
  const bot = house();
  expect(read(await bot.as(ADMIRAL).submit("v1:fleet:leads", { leads }))).toContain(
    `**Reminders before a run** ${shown}`,
  );
  const form = await bot.as(ADMIRAL).press("v1:fleet:leads-form");
  expect(refusalsOf(form)).toEqual([]);
});

test.each(["soon", "8 days", "1h,2h,3h,4h", "1h,,2h"])(
  "lead times typed as “%s” change nothing",
  async (leads) => {
    const bot = house();
    expect(read(await bot.as(ADMIRAL).submit("v1:fleet:leads", { leads }))).toContain("I could not read");
    expect(read(await bot.as(ADMIRAL).run("fleet setup"))).toContain("1 d, 15 min before");
  },
);

test.each([
  ["2h", "at most one in 2 h"],
  ["", "at most one in 30 min"],
])("a pause between pings typed as “%s” reads “%s”", async (pause, shown) => {
  const bot = house();
  expect(read(await bot.as(ADMIRAL).submit("v1:fleet:pings", { pause }))).toContain(
    `**Pings for runs** ${shown}`,
  );
  expect(refusalsOf(await bot.as(ADMIRAL).press("v1:fleet:pings-form"))).toEqual([]);
});

test.each(["never", "8 days", "0"])("a pause typed as “%s” changes nothing", async (pause) => {
  const bot = house();
  expect(read(await bot.as(ADMIRAL).submit("v1:fleet:pings", { pause }))).toContain("I could not read");
  expect(read(await bot.as(ADMIRAL).run("fleet setup"))).toContain("at most one in 30 min");
});

test("a fleet that never posts plots shows them to who asks", async () => {
  const bot = await manned();
  await bot.as(OFFICER).press("v1:fleet:spoilers:private");
  expect(isPrivate(await bot.as(MEMBER).run("mission", { name: "home story" }))).toBe(true);
  expect(isPrivate(await bot.as({ ...MEMBER, guildId: "3" }).run("mission", { name: "home story" }))).toBe(
    false,
  );
  expect(isPrivate(await bot.as(MEMBER).run("mission", { name: "home" }))).toBe(false);
});

test("the doctor answers in two steps, privately", async () => {
  const bot = await manned({ reader: readerOf(guildFacts({ channels: [] })) });
  await bot.as(OFFICER).choose("v1:fleet:runs", ["10"], RUNS);
  const found = read(await bot.as(OFFICER).run("fleet doctor"));
  expect(found).toContain("One thing needs a hand");
  expect(found).toContain("**Channel for runs** was deleted");
});

test("a Discord that does not answer the doctor is one apology, with a reference", async () => {
  const bot = await manned();
  expect(read(await bot.as(OFFICER).run("fleet doctor"))).toMatch(/Something went wrong.*reference \*\*/);
  expect(bot.failures).toHaveLength(1);
});

test("what no setting of the fleet's menus is stays in the fleet's own guild", async () => {
  const bot = await manned();
  await bot.as(OFFICER).choose("v1:fleet:runs", ["10"], RUNS);
  const other = await bot.as({ ...ADMIRAL, guildId: "3" }).run("fleet setup");
  expect(JSON.stringify(other)).not.toContain('"10"');
  expect(JSON.stringify(other)).toContain(`"type":${ComponentType.ChannelSelect}`);
});

test("two officers who set different things in the same moment are both heard", async () => {
  const bot = await manned();
  await Promise.all([
    bot.as(OFFICER).choose("v1:fleet:runs", ["10"], RUNS),
    bot.as(ADMIRAL).submit("v1:fleet:zone", { zone: "Tokyo" }),
    bot.as(ADMIRAL).submit("v1:fleet:leads", { leads: "7m" }),
    bot.as(OFFICER).press("v1:fleet:spoilers:private"),
  ]);
  const panel = await bot.as(OFFICER).run("fleet setup");
  for (const words of ["Asia/Tokyo", "7 min before", "never posted"]) expect(read(panel)).toContain(words);
  expect(JSON.stringify(panel)).toContain('"id":"10"');
});
