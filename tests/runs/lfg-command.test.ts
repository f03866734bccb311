import { expect, test } from "vitest";
import { guildSettings, settingsKey } from "../../src/guilds/settings.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { clockFace } from "../../src/time/clock-face.ts";
import { buttonId, GUILD, gathered, kept, lobby, NOON, said, TOMORROW_EVENING, whispered } from "./lobby.ts";

const HOUR = 3_600_000;

function choicesIn(answer: unknown): readonly { readonly name: string; readonly value: string }[] {
  return (answer as { readonly data: { readonly choices: [] } }).data.choices;
}

test("the longest leading words name the mission, and the rest is the time", async () => {
  const bot = lobby();
  const answer = await bot.leader.run("lfg", { mission: "second wave tomorrow 20:00" });
  expect(whispered(answer)).toContain("**Second Wave** is posted: https://discord.com/channels/2/12/77");
  expect(whispered(answer)).toContain(`I read your time as <t:${TOMORROW_EVENING / 1000}:F>`);
  expect(whispered(answer)).toContain("in UTC, because neither you nor the fleet told me a time zone");
  expect(await kept(bot)).toMatchObject([
    { slug: "second-wave", startsAt: TOMORROW_EVENING, isInstant: false, seats: 5, leaderId: "100" },
  ]);
});

test("no time means right now", async () => {
  const bot = lobby();
  const answer = await bot.leader.run("lfg", { mission: "isa" });
  expect(whispered(answer)).toContain("closes by itself after an hour");
  expect(await kept(bot)).toMatchObject([{ isInstant: true, startsAt: NOON }]);
});

test("the leader has the first seat, and a run is what was asked for", async () => {
  const run = await gathered(lobby(), {
    mission: "second-wave",
    when: "tomorrow 20:00",
    seats: 3,
    difficulty: "elite",
    note: "First time is *fine*",
    "min-level": 50,
  });
  expect(run).toMatchObject({ seats: 3, difficulty: "elite", note: "First time is *fine*", minLevel: 50 });
  expect(run.signups).toMatchObject([{ userId: "100", standing: "seated" }]);
});

test("times are read in the member's zone, else in the fleet's", async () => {
  const bot = lobby();
  await bot.store.update(settingsKey(GUILD), guildSettings, (now) => ({ ...now, timeZone: "Europe/Berlin" }));
  const fleets = await bot.leader.run("lfg", { mission: "second wave", when: "tomorrow 20:00" });
  expect(whispered(fleets)).toContain("in the fleet's time zone (Europe/Berlin");
  await bot.leader.run("me", { "time-zone": "America/New_York" });
  const own = await bot.leader.run("lfg", { mission: "isa", when: "tomorrow 20:00" });
  expect(whispered(own)).toContain("in your time zone (America/New_York)");
  expect((await kept(bot)).map(({ startsAt }) => startsAt).sort()).toEqual([
    TOMORROW_EVENING - HOUR,
    TOMORROW_EVENING + 5 * HOUR,
  ]);
});

test("the card is posted in the fleet's runs channel, if there is one", async () => {
  const bot = lobby();
  await bot.store.update(settingsKey(GUILD), guildSettings, (now) => ({ ...now, runsChannelId: "55" }));
  expect((await gathered(bot)).channelId).toBe("55");
});

test.each([
  ["yesterday 20:00", "that is over"],
  ["whenever", "could not read “whenever” as a time"],
  ["saturday", "names a day but no hour"],
  ["2031-01-01 20:00", "more than two years ahead"],
])("a time that cannot be taken posts nothing and asks: %s", async (when, expected) => {
  const bot = lobby();
  const answer = await bot.leader.run("lfg", { mission: "second wave", when, seats: 3 });
  expect(whispered(answer)).toContain(expected);
  expect(await kept(bot)).toEqual([]);

  const id = buttonId(answer, "Type another time");
  const form = await bot.leader.press(id, { onPrivateCard: true });
  expect(form).toMatchObject({ type: 9, data: { custom_id: id } });
  expect(said(await bot.leader.submit(id, { when: "tomorrow 20:00" }))).toContain("is posted");
  expect(await kept(bot)).toMatchObject([{ seats: 3, startsAt: TOMORROW_EVENING }]);
});

test("an hour that comes twice is asked about, and each press posts that one", async () => {
  const now = Date.parse("2026-10-31T12:00:00-04:00");
  const second = Date.parse("2026-11-01T01:30:00-05:00");
  const bot = lobby({ now });
  await bot.leader.run("me", { "time-zone": "America/New_York" });
  const answer = await bot.leader.run("lfg", { mission: "second wave", when: "tomorrow 1:30am" });
  expect(whispered(answer)).toContain("comes twice");
  const id = buttonId(answer, clockFace(second, "America/New_York"));
  await bot.leader.press(id, { onPrivateCard: true });
  expect(await kept(bot)).toMatchObject([{ startsAt: second }]);
});

test("an hour that the clocks leave out is not taken; the nearest one is a press away", async () => {
  const bot = lobby({ now: Date.parse("2027-03-13T12:00:00-05:00") });
  await bot.leader.run("me", { "time-zone": "America/New_York" });
  const answer = await bot.leader.run("lfg", { mission: "second wave tomorrow 2:30am" });
  expect(whispered(answer)).toContain("does not exist");
  const nearest = Date.parse("2027-03-14T03:30:00-04:00");
  await bot.leader.press(buttonId(answer, clockFace(nearest, "America/New_York")), { onPrivateCard: true });
  expect(await kept(bot)).toMatchObject([{ startsAt: nearest }]);
});

test.each([
  [{ mission: "xqzzwv" }, "Type `/lfg` again"],
  [{ mission: "second wave sat 20:00", when: "sun 20:00" }, "Leave one of the two out"],
  [{ mission: "second wave", roles: "a bard" }, "could not read those roles"],
  [{ mission: "second wave", roles: "1 tank", seats: 3 }, "add up to 1 place, but there are 3 seats"],
])("what cannot be is refused, and nothing is kept: %o", async (options, expected) => {
  const bot = lobby();
  expect(whispered(await bot.leader.run("lfg", options))).toContain(expected);
  expect(await kept(bot)).toEqual([]);
});

test.each([0, 51, -3])("%i seats are refused, even past Discord's own check", async (seats) => {
  const bot = lobby();
  const answer = await bot.leader.run("lfg", { mission: "second wave", seats });
  expect(whispered(answer)).toContain("A run has from 1 to 50 seats");
  expect(await kept(bot)).toEqual([]);
});

test("one like it within the hour is pointed out before anything is posted", async () => {
  const bot = lobby();
  const first = await gathered(bot);
  const again = await bot.member("7").run("lfg", { mission: "second wave tomorrow 20:30" });
  expect(whispered(again)).toContain("There is a run for **Second Wave**");
  expect(whispered(again)).toContain(`https://discord.com/channels/2/${first.channelId}/77`);
  expect(await kept(bot)).toHaveLength(1);
  const joined = await bot.member("7").press(buttonId(again, "Join that one"), { onPrivateCard: true });
  expect(said(joined)).toContain("You are in: seat 2 of 5");
  await bot.member("7").press(buttonId(again, "Post it anyway"), { onPrivateCard: true });
  expect(await kept(bot)).toHaveLength(2);
});

test("a question that is answered twice at once posts one run", async () => {
  const bot = lobby();
  await gathered(bot);
  const again = await bot.member("7").run("lfg", { mission: "second wave tomorrow 20:30" });
  const id = buttonId(again, "Post it anyway");
  const answers = await Promise.all([0, 1].map(() => bot.member("7").press(id, { onPrivateCard: true })));
  expect(await kept(bot)).toHaveLength(2);
  expect(answers.map((one) => buttonId(one, "Change")).every((one, _, [first]) => one === first)).toBe(true);
});

test("a sixth open run of one leader is refused", async () => {
  const bot = lobby();
  for (const day of [1, 2, 3, 4, 5])
    await gathered(bot, { mission: "second wave", when: `2026-12-0${day} 20:00` });
  const sixth = await bot.leader.run("lfg", { mission: "second wave", when: "2026-12-06 20:00" });
  expect(whispered(sixth)).toContain("You lead five open runs already");
  expect(await kept(bot)).toHaveLength(5);
});

test("a leader whose captains cannot play it is told why", async () => {
  const bot = lobby();
  await bot.leader.run("captain add", { name: "Nog", faction: "federation", level: 12 });
  const refused = await bot.leader.run("lfg", { mission: "second wave", "min-level": 50 });
  expect(whispered(refused)).toContain("You cannot lead this one yourself: it takes level 45.");
  await bot.leader.run("captain edit", { captain: "Nog", level: 45 });
  const still = await bot.leader.run("lfg", { mission: "second wave", "min-level": 50 });
  expect(whispered(still)).toContain("this crew asks for level 50.");
});

test("where I may not post, the permission and the channel are named before anything is saved", async () => {
  const bot = lobby();
  const answer = await bot
    .as({ userId: "100", botPermissions: "1024" })
    .run("lfg", { mission: "second wave" });
  expect(whispered(answer)).toContain("I lack the permission **Send Messages** in <#12>");
  expect(await kept(bot)).toEqual([]);
});

test("a card that Discord does not take leaves no run behind", async () => {
  const bot = lobby({ refuses: true });
  const answer = await bot.leader.run("lfg", { mission: "second wave" });
  expect(whispered(answer)).toContain("I cannot post in <#12>");
  expect(await kept(bot)).toEqual([]);
});

test("the ping role is told once in half an hour, only when asked for, and only if there is one", async () => {
  let now = NOON;
  const bot = lobby({ now: () => now });
  const call = (when: string, ping: boolean) => bot.leader.run("lfg", { mission: "second wave", when, ping });
  expect(whispered(await call("2026-12-01 20:00", true))).toContain("named no ping role");
  await bot.store.update(settingsKey(GUILD), guildSettings, (one) => ({ ...one, pingRoleId: "66" }));
  expect(whispered(await call("2026-12-02 20:00", false))).not.toContain("<@&66>");
  expect(whispered(await call("2026-12-03 20:00", true))).toContain("<@&66> is told.");
  now += 29 * 60_000;
  expect(whispered(await call("2026-12-04 20:00", true))).toContain("left in peace");
  now += 60_000;
  expect(whispered(await call("2026-12-05 20:00", true))).toContain("<@&66> is told.");
  const calls = (await kept(bot)).map(({ deliveries }) =>
    deliveries.all.filter(({ kind }) => kind === "open-call"),
  );
  expect(calls.flat()).toMatchObject([{ about: "66" }, { about: "66" }]);
});

test("a fleet that wants a longer pause between pings has it", async () => {
  let now = NOON;
  const bot = lobby({ now: () => now });
  await bot.store.update(settingsKey(GUILD), guildSettings, (one) => ({
    ...one,
    pingRoleId: "66",
    pingMinutes: 120,
  }));
  const call = (when: string) => bot.leader.run("lfg", { mission: "second wave", when, ping: true });
  expect(whispered(await call("2026-12-01 20:00"))).toContain("<@&66> is told.");
  now += 119 * 60_000;
  expect(whispered(await call("2026-12-02 20:00"))).toContain("left in peace");
  now += 60_000;
  expect(whispered(await call("2026-12-03 20:00"))).toContain("<@&66> is told.");
});

test("a run that is not posted leaves the ping to the next one", async () => {
  const driver = memoryDriver();
  const asked = { mission: "second wave", when: "2026-12-01 20:00", ping: true };
  const [shut, open] = [lobby({ driver, refuses: true }), lobby({ driver })];
  await open.store.update(settingsKey(GUILD), guildSettings, (one) => ({ ...one, pingRoleId: "66" }));
  expect(whispered(await shut.leader.run("lfg", asked))).toContain("I cannot post in <#12>");
  expect(whispered(await open.leader.run("lfg", asked))).toContain("<@&66> is told.");
  const [run] = await kept(open);
  expect(run?.deliveries.all.filter(({ kind }) => kind === "open-call")).toHaveLength(1);
});

test("a draft is the asker's own and lasts a quarter of an hour", async () => {
  const bot = lobby();
  const answer = await bot.leader.run("lfg", { mission: "second wave", when: "saturday" });
  const id = buttonId(answer, "Type another time");
  expect(whispered(await bot.member("7").press(id))).toContain("That question is too old to answer");
  expect(whispered(await bot.as({ userId: "100", guildId: "9" }).press(id))).toContain("too old");
});

test("a mission and a time together come first on the list, so that Enter keeps both", async () => {
  const { leader } = lobby();
  expect(choicesIn(await leader.complete("lfg", "mission", "second wave tomorrow 20:00"))[0]).toEqual({
    name: "Second Wave · Sat, 21 Nov 2026, 20:00 UTC",
    value: "second wave tomorrow 20:00",
  });
  const unread = choicesIn(await leader.complete("lfg", "mission", "second wave whenever"));
  expect(unread[0]?.name).toBe("Second Wave · whenever");
  expect(choicesIn(await leader.complete("lfg", "mission", "")).length).toBeGreaterThan(5);
});

test("what the fleet says of a mission holds for its runs, unless the leader says otherwise", async () => {
  const bot = lobby();
  const officer = bot.as({ userId: "8", permissions: "32" });
  await officer.run("fleet override", { mission: "second-wave", level: 60, difficulty: "elite" });
  expect(await gathered(bot)).toMatchObject({ minLevel: 60, difficulty: "elite" });
  const own = await gathered(bot, { mission: "second wave", when: "2026-12-01 20:00", "min-level": 50 });
  expect(own).toMatchObject({ minLevel: 50, difficulty: "elite" });
});

test("names complete while they are typed, without what was removed", async () => {
  const answer = await lobby().leader.complete("lfg", "mission", "second wav");
  expect(answer).toMatchObject({ data: { choices: [{ value: "second-wave" }] } });
});
