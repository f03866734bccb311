import { expect, test } from "vitest";
import { ledgers } from "../../src/bugs/store.ts";
import { missionSchema } from "../../src/catalog/mission.ts";
import { everyGuild } from "../../src/store/document-key.ts";
import { catalog, house, isPrivate } from "../house.ts";
import { add, handleOn, idOf, labelsOf, menuIn, OFFICER, read, STUCK, speak } from "./board.ts";

test("an officer adds a bug, and everybody in the fleet reads it on the mission", async () => {
  const bot = house();
  const officer = bot.as(OFFICER);
  const panel = await officer.press(idOf(await bot.run("bugs", { mission: "second wave" }), "For officers"));
  expect(labelsOf(panel)).toEqual(["Add a bug", "Export reports", "Back to the bug"]);
  expect(await officer.press(idOf(panel, "Add a bug"), { onPrivateCard: true })).toMatchObject({
    type: 9,
    data: { custom_id: "v1:bugs:add:second-wave", title: "A bug in Second Wave" },
  });
  expect(read(await add(officer, STUCK, "second-wave"))).toContain("Added: **The last door never opens**");

  const shown = read(await bot.run("bugs", { mission: "second wave" }));
  expect(shown).toContain("- Klingon: named by the officers\n");
  expect(shown).toContain("- Romulan: unknown\n");
  expect(shown).toContain("Found by this fleet; added on 19 November 2026");
  expect(read(await bot.run("bugs"))).toContain("**Second Wave** · The last door never opens");
});

test("a step is found by its first words, or by any of its words", async () => {
  const officer = house().as(OFFICER);
  const step = "Speak with the Jem'Hadar Soldiers";
  for (const objective of ["speak with the jemhadar", "JEM'HADAR SOLDIERS", step])
    expect(read(await add(officer, { ...STUCK, objective }))).toContain(`Objective: ${step}`);
  expect(read(await add(officer, { ...STUCK, objective: "the *lobby*" }))).toContain(
    "Objective: the \\*lobby\\*",
  );
});

test("an edit changes what it names, keeps the voices, and finds the form filled in", async () => {
  const bot = house();
  const officer = bot.as(OFFICER);
  const handle = handleOn(await add(officer));
  await speak(bot, handle, "seen", "romulan");
  const form = await officer.press(`v1:bugs:edit:${handle}`);
  expect(form).toMatchObject({ type: 9 });
  expect(JSON.stringify(form)).toContain(STUCK.summary);
  const edited = read(
    await officer.submit(`v1:bugs:edit:${handle}`, {
      summary: "The door opens late",
      workaround: "Wait a minute.",
      factions: [],
    }),
  );
  expect(edited).toContain("Changed: **The door opens late**");
  expect(edited).toContain("State: open, with a workaround");
  expect(edited).toContain("Workaround: Wait a minute.");
  expect(edited).toContain("- Romulan: seen by 1 here");
  expect(edited).toContain("- Klingon: unknown");
});

test("a bug of the data is marked fixed for this fleet, with the source's word beside it, and opened again", async () => {
  const bot = house();
  const officer = bot.as(OFFICER);
  const card = await bot.run("bugs", { mission: "home" });
  const handle = handleOn(card);
  const panel = await officer.press(idOf(card, "For officers"));
  expect(labelsOf(panel)).toEqual(["Mark fixed", "Add a bug", "Export reports", "Back to the bug"]);
  const fixed = await officer.submit(`v1:bugs:fix:${handle}`, { day: "2026-11-18" });
  expect(read(fixed)).toContain(
    "State: fixed on 18 November 2026, says this fleet; the source has it as open",
  );
  expect(read(await bot.run("bugs"))).not.toContain("**Home**");
  expect(read(await bot.as({ guildId: "99" }).run("bugs"))).toContain("**Home**");

  const reopened = await officer.press(`v1:bugs:reopen:${handle}`, { onPrivateCard: true });
  expect(read(reopened)).toContain("State: open\n");
  expect(read(await bot.run("bugs"))).toContain("**Home**");
});

test.each(["tomorrow", "2026-11-31", "2026-11-22", "18.11.2026", ""])(
  "“%s” is no day on which a bug was fixed, and nothing changes",
  async (day) => {
    const bot = house();
    const handle = handleOn(await bot.run("bugs", { mission: "home" }));
    expect(read(await bot.as(OFFICER).submit(`v1:bugs:fix:${handle}`, { day }))).toContain("could not read");
    expect(read(await bot.run("bugs", { mission: "home" }))).toContain("State: open");
  },
);

test("a removal asks first, and then the bug and what was said of it are gone", async () => {
  const bot = house();
  const officer = bot.as(OFFICER);
  const handle = handleOn(await add(officer));
  await speak(bot, handle, "seen", "romulan");
  const question = await officer.press(`v1:bugs:remove:${handle}`);
  expect(read(question)).toContain("and what one member said of it");
  const removed = await officer.press(idOf(question, "Remove for good"), { onPrivateCard: true });
  expect(read(removed)).toContain("Removed: **The last door never opens**");
  expect(read(await bot.press(`v1:bugs:voice:${handle}:seen`))).toContain("I know no such bug here");
});

test("a bug of the data can be neither edited nor removed", async () => {
  const bot = house();
  const handle = handleOn(await bot.run("bugs", { mission: "home" }));
  for (const id of [`v1:bugs:edit:${handle}`, `v1:bugs:remove-now:${handle}`])
    expect(read(await bot.as(OFFICER).press(id))).toContain("no such bug of its own");
});

test.each([
  "officers:home:",
  "add:home",
  "edit:H",
  "fix:H",
  "reopen:H",
  "remove:H",
  "remove-now:H",
  "export:home",
])("whoever is no officer is refused: %s", async (deed) => {
  const bot = house();
  const handle = handleOn(await add(bot.as(OFFICER)));
  const answer = await bot.press(`v1:bugs:${deed.replace("H", handle)}`);
  expect(isPrivate(answer)).toBe(true);
  expect(read(answer)).toContain("Only officers do that");
  for (const form of ["add:home", `edit:${handle}`, `fix:${handle}`])
    expect(read(await bot.submit(`v1:bugs:${form}`, { ...STUCK, day: "today" }))).toContain("Only officers");
  expect(bot.failures).toEqual([]);
});

test("another fleet's own bug cannot be seen, spoken of or changed, even by its officers", async () => {
  const bot = house();
  const handle = handleOn(await add(bot.as(OFFICER)));
  const other = bot.as({ ...OFFICER, guildId: "99" });
  for (const deed of ["show", "edit", "fix", "reopen", "remove", "remove-now", "voice"])
    expect(read(await other.press(`v1:bugs:${deed}:${handle}:seen`))).toContain("no such bug");
  expect(read(await speak(other, handle, "seen", "tos"))).toContain("no such bug");
  expect(read(await other.submit(`v1:bugs:edit:${handle}`, STUCK))).toContain("no such bug");
  expect(read(await other.run("bugs", { mission: "home" }))).not.toContain(STUCK.summary);
  expect(read(await bot.run("bugs", { mission: "home" }))).not.toContain("seen by");
});

test("one form that Discord delivers twice adds one bug", async () => {
  const bot = house();
  const twice = {
    id: "1234567890123456789",
    token: "t",
    guild_id: "2",
    member: { user: { id: "70" }, roles: [], permissions: "32" },
    type: 5,
    data: {
      custom_id: "v1:bugs:add:second-wave",
      components: [{ type: 18, component: { custom_id: "summary", value: "Stuck" } }],
    },
    message: { flags: 64 },
  };
  await Promise.all([bot.dispatch(twice), bot.dispatch(twice)]);
  expect(read(await bot.run("bugs", { mission: "second wave" }))).toContain("1 known bug, open");
});

test("what officers type never becomes markdown, a mention or a link, and an empty summary is refused", async () => {
  const officer = house().as(OFFICER);
  const summary = "@everyone [x](http://e.vil) `a` ||b|| **c** <@3>\n# big";
  const shown = read(await add(officer, { ...STUCK, summary, objective: summary, workaround: summary }));
  expect(shown.replace(/<t:\d+:R>/, "")).not.toMatch(/(?<!\\)(?:[@[`|<]|\](?=\())/);
  expect(read(await add(officer, { ...STUCK, summary: "\u200b \n" }))).toContain("needs a summary");
});

test("twenty bugs of one mission, all as long as they may be and met by all, stay within Discord's limits", async () => {
  const bot = house();
  const officer = bot.as(OFFICER);
  const long = (length: number) => "*".repeat(length);
  const factions = ["federation", "klingon", "romulan", "jemhadar", "tos", "discovery"];
  const told = { summary: long(200), objective: long(200), workaround: long(300), factions };
  for (let number = 0; number < 20; number++)
    await add(officer, { ...told, summary: `${number}${long(197)}` });
  expect(read(await add(officer, told))).toContain("This mission has 20 bugs of this fleet's own");

  const card = await bot.run("bugs", { mission: "home" });
  expect(read(card)).toContain("Bug 1 of 21 · 21 open");
  for (const { value } of menuIn(card).options) {
    for (const faction of factions) await speak(bot, value, "seen", faction);
    const shown = read(await bot.pick("v1:bugs:pick", value));
    expect(shown.match(/seen by 1 here/g)).toHaveLength(6);
    expect(read(await officer.press(`v1:bugs:officers:home:${value}`))).toContain("For officers");
    expect(read(await officer.press(`v1:bugs:remove:${value}`))).not.toBe("");
  }
  for (const page of ["1", "2", "3", "4"])
    expect(read(await bot.press(`v1:bugs:list:all:${page}`))).not.toBe("");
});

test("a fleet's own bugs stay within its quota", async () => {
  const bot = house();
  const officer = bot.as(OFFICER);
  const slugs = [...catalog.missions.keys()].slice(0, 6);
  for (const slug of slugs.slice(0, 5))
    for (let number = 0; number < 20; number++) await add(officer, { summary: `Bug ${number}` }, slug);
  expect(read(await add(officer, { summary: "One more" }, slugs[5]))).toContain("This fleet has 100 bugs");
});

test("a fleet's reports are exported as a change of the record that the data's own check takes", async () => {
  const bot = house();
  const officer = bot.as(OFFICER);
  await add(officer, { ...STUCK, workaround: "Beam out and in again." });
  await add(officer);
  const handle = handleOn(await bot.run("bugs", { mission: "home" }));
  for (const userId of ["900001", "900002"]) await speak(bot.as({ userId }), handle, "seen", "klingon");
  await speak(bot.as({ userId: "900003" }), handle, "works", "tos");

  const answer = await officer.press("v1:bugs:export:home");
  expect(isPrivate(answer)).toBe(true);
  const [file] = bot.files;
  expect(file?.name).toBe("home-bugs.json");
  expect(file?.data).not.toMatch(/90000\d|\b70\b/);
  const change = JSON.parse(file?.data ?? "");
  const record = catalog.missions.get("home");
  const { bugs = [] } = missionSchema.parse({ ...record, bugs: change.bugs });
  expect(bugs.map(({ id }) => id)).toEqual([
    "unreachable-soldier",
    "the-last-door-never-opens",
    "the-last-door-never-opens-2",
  ]);
  expect(bugs[0]?.factions).toEqual({ klingon: "confirmed", romulan: "confirmed", tos: "not-affected" });
  expect(bugs[0]?.source).toEqual(record?.bugs?.[0]?.source);
  expect(bugs[0]?.note).toContain("Klingon seen by 2, works for 0");
  expect(bugs[1]).toMatchObject({ state: "workaround", workaround: "Beam out and in again." });
  expect(change.reports["unreachable-soldier"]).toEqual({
    klingon: { seen: 2, works: 0 },
    tos: { seen: 0, works: 1 },
  });
});

test("a fleet that said nothing has nothing to export", async () => {
  expect(read(await house().as(OFFICER).press("v1:bugs:export:home"))).toContain("nothing to export");
});

test("whoever wants to be forgotten takes their voices along, in every fleet, and the counts follow", async () => {
  const bot = house();
  const handle = handleOn(await bot.run("bugs", { mission: "home" }));
  const own = handleOn(await add(bot.as(OFFICER)));
  for (const guildId of ["2", "99"]) {
    await speak(bot.as({ guildId }), handle, "seen", "klingon");
    await speak(bot.as({ guildId }), handle, "works", "tos");
    await speak(bot.as({ guildId, userId: "4" }), handle, "seen", "klingon");
  }
  await speak(bot, own, "seen", "romulan");
  await bot.press("v1:me:export");
  expect(bot.files.at(-1)?.data).toContain('"says": "seen"');

  expect(read(await bot.press("v1:me:forget-now"))).toContain("what you told fleets of bugs");
  for (const guildId of ["2", "99"]) {
    const shown = read(await bot.as({ guildId, userId: "4" }).press(`v1:bugs:show:${handle}`));
    expect(shown).toContain("- **Klingon: not told by the source · seen by 1 here** · you have it\n");
    expect(shown).not.toContain("works for");
  }
  expect(JSON.stringify(await bot.store.list(everyGuild, ledgers))).not.toContain('"userId":"3"');
});
