import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { checkUp } from "../../src/guilds/doctor.ts";
import { guildSettings, type Settings } from "../../src/guilds/settings.ts";
import { findingInWords } from "../../src/guilds/text/doctor.ts";
import { capabilities, inviteLink, may } from "../../src/ui/permissions.ts";
import { BOT, BOT_ROLE, channel, GUILD, guildFacts, role } from "./guild-facts.ts";

const bits = (...names: readonly (keyof typeof PermissionFlagsBits)[]) =>
  String(names.reduce((all, name) => all | PermissionFlagsBits[name], 0n));

function words(settings: Partial<Settings>, facts = guildFacts()): readonly string[] {
  return checkUp({ ...guildSettings.absent, ...settings }, facts, 0).map(findingInWords);
}

test("what is not set is no trouble, and says what then happens", () => {
  expect(words({})[0]).toBe("**Channel for runs** not set; a run goes into the channel where it is called");
});

test("a channel where open runs stand is told of only when it is in trouble, and once", () => {
  const overwrites = [{ id: BOT_ROLE, allow: "0", deny: bits("ViewChannel") }];
  const facts = guildFacts({ channels: [channel({ id: "10" }), channel({ id: "11", overwrites })] });
  const settings = { ...guildSettings.absent, runsChannelId: "10" };
  const found = checkUp(settings, facts, 0, ["10", "11", "66"]).map(findingInWords);
  expect(found.filter((line) => line.includes("<#10>"))).toHaveLength(1);
  expect(found.filter((line) => line.includes("open runs"))).toEqual([
    expect.stringContaining("**Channel with open runs** in <#11> I lack **View Channel**"),
    "**Channel with open runs** was deleted, and the cards with it. `/runs` still shows these runs.",
  ]);
  expect(checkUp(settings, facts, 0, ["10"]).map(findingInWords).join()).not.toContain("open runs");
});

test("a channel where the board of an open reward stands is looked at, too", () => {
  const overwrites = [{ id: BOT_ROLE, allow: "0", deny: bits("AttachFiles") }];
  const facts = guildFacts({ channels: [channel({ id: "10" }), channel({ id: "11", overwrites })] });
  const found = (runs: readonly string[], rewards: readonly string[]) =>
    checkUp(guildSettings.absent, facts, 0, runs, rewards).map(findingInWords);
  expect(found([], ["10", "11"]).filter((line) => line.includes("open reward"))).toEqual([
    expect.stringContaining("**Channel with an open reward** in <#11> I lack **Attach Files**"),
  ]);
  expect(found([], ["66"]).join()).toContain("was deleted, and the board with it");
  expect(found(["11"], ["11"]).filter((line) => line.includes("<#11> I lack"))).toHaveLength(1);
});

test("a channel and a role that work are fine", () => {
  const found = words({ runsChannelId: "10", pingRoleId: "20", officerRoleId: "21" });
  expect(found).toContain("**Channel for runs** <#10> is fine");
  expect(found).toContain("**Ping role** <@&20> is fine");
  expect(found).toContain("**Officer role** <@&21> is fine");
});

test.each(capabilities.filter(({ needed }) => needed !== "in-threads"))(
  "without $label in a channel, the doctor names it, the channel and where to switch it on",
  ({ permission, label }) => {
    const overwrites = [{ id: BOT_ROLE, allow: "0", deny: bits(permission) }];
    const facts = guildFacts({ channels: [channel({ id: "10", overwrites })] });
    const [line] = words({ runsChannelId: "10" }, facts);
    expect(line).toContain(`<#10> I lack **${label}**`);
    expect(line).toContain(`<#10> → Edit Channel → Permissions → <@&${BOT_ROLE}> → ${label}.`);
  },
);

test.each(capabilities.filter(({ needed }) => needed !== "in-threads"))(
  "without $label in the whole server, the doctor leads to the bot's role",
  ({ permission, label }) => {
    const rest = capabilities.filter((one) => one.permission !== permission).map((one) => one.permission);
    const roles = [role({ id: GUILD }), role({ id: BOT_ROLE, permissions: bits(...rest), botId: BOT })];
    const [line] = words({ runsChannelId: "10" }, guildFacts({ roles }));
    expect(line).toContain(`Server Settings → Roles → <@&${BOT_ROLE}> → ${label}.`);
  },
);

test("a channel that the bot cannot see is one trouble, not six", () => {
  const overwrites = [{ id: GUILD, allow: "0", deny: bits("ViewChannel") }];
  const found = words({ runsChannelId: "10" }, guildFacts({ channels: [channel({ id: "10", overwrites })] }));
  expect(found.filter((line) => line.includes("I lack"))).toHaveLength(1);
  expect(found[0]).toContain("add my role there, or change @everyone");
});

test("a role's allowance lifts what @everyone is denied, and the bot's own denial beats all roles", () => {
  const overwrites = [
    { id: GUILD, allow: "0", deny: bits("ViewChannel", "SendMessages") },
    { id: BOT_ROLE, allow: bits("ViewChannel", "SendMessages"), deny: "0" },
  ];
  const lifted = guildFacts({ channels: [channel({ id: "10", overwrites })] });
  expect(words({ runsChannelId: "10" }, lifted)[0]).toContain("is fine");
  const own = [...overwrites, { id: BOT, allow: "0", deny: bits("SendMessages") }];
  const denied = guildFacts({ channels: [channel({ id: "10", overwrites: own })] });
  expect(words({ runsChannelId: "10" }, denied)[0]).toContain("my own entry → Send Messages.");
});

test("a thread needs its own permission, by the rights of the channel above it", () => {
  const parent = channel({
    id: "10",
    overwrites: [{ id: BOT_ROLE, allow: "0", deny: bits("SendMessagesInThreads") }],
  });
  const thread = channel({ id: "15", type: ChannelType.PublicThread, parentId: "10" });
  const [line] = words({ runsChannelId: "15" }, guildFacts({ channels: [parent, thread] }));
  expect(line).toContain("<#15> I lack **Send Messages in Threads**");
  expect(line).toContain("<#10> → Edit Channel");
});

test("a thread that is locked, a channel that takes no cards and one that is gone are told apart", () => {
  const thread = channel({ id: "15", type: ChannelType.PublicThread, parentId: "10", isLocked: true });
  const voice = channel({ id: "16", type: ChannelType.GuildVoice });
  const facts = guildFacts({ channels: [channel({ id: "10" }), thread, voice] });
  expect(words({ runsChannelId: "15" }, facts)[0]).toContain("is locked");
  expect(words({ runsChannelId: "16" }, facts)[0]).toContain("takes no cards");
  expect(words({ runsChannelId: "17" }, facts)[0]).toContain("was deleted");
});

test("a ping role that cannot be mentioned tells nobody", () => {
  const roles = [
    ...guildFacts().roles,
    role({ id: "25", isMentionable: false }),
    role({ id: "26", isManaged: true }),
  ];
  expect(words({ pingRoleId: "25" }, guildFacts({ roles })).join()).toContain("cannot be mentioned");
  const mayPing = role({ id: BOT_ROLE, permissions: bits("MentionEveryone"), botId: BOT });
  expect(words({ pingRoleId: "25" }, guildFacts({ roles: [...roles, mayPing] })).join()).toContain(
    "<@&25> is fine",
  );
  expect(words({ pingRoleId: "26" }, guildFacts({ roles })).join()).toContain("belongs to a bot");
  expect(words({ officerRoleId: "27" }, guildFacts({ roles })).join()).toContain(
    "**Officer role** was deleted",
  );
});

test("an administrator lacks nothing, whatever a channel says", () => {
  const roles = [role({ id: GUILD }), role({ id: BOT_ROLE, permissions: bits("Administrator"), botId: BOT })];
  const overwrites = [{ id: GUILD, allow: "0", deny: bits("ViewChannel", "SendMessages") }];
  const facts = guildFacts({ roles, channels: [channel({ id: "10", overwrites })] });
  expect(words({ runsChannelId: "10" }, facts)[0]).toContain("is fine");
});

test("a bot that is timed out says so first, and only while it lasts", () => {
  expect(words({}, guildFacts({ timedOutUntil: 1 }))[0]).toContain("I am timed out");
  expect(words({}, guildFacts({ timedOutUntil: 0 }))[0]).not.toContain("I am timed out");
});

test("the invite link asks for the table's permissions and nothing more", () => {
  const asked = new URL(inviteLink("123")).searchParams.get("permissions") ?? "0";
  for (const { permission } of capabilities) expect(may(asked, permission)).toBe(true);
  expect(BigInt(asked).toString(2).replaceAll("0", "")).toHaveLength(capabilities.length);
});
