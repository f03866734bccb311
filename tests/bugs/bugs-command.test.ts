import { expect, test } from "vitest";
import { buttonsOf } from "../end-to-end/seen.ts";
import { house, isPrivate, messageOf } from "../house.ts";
import { idOf, labelsOf, menuIn, read } from "./board.ts";

test.each(["home", "Home", "home please"])(
  "“/bugs %s” shows the known bugs of Home for everyone",
  async (mission) => {
    const answer = await house().run("bugs", { mission });
    expect(isPrivate(answer)).toBe(false);
    const shown = read(answer);
    expect(shown).toContain("## Home · Known bugs");
    expect(shown).toContain("Objective: Speak with the Jem'Hadar Soldiers");
    expect(shown).toContain("State: open");
    expect(shown).toContain("Workaround: none known");
    expect(shown).toContain("- Romulan: confirmed by the source\n");
    expect(shown.match(/^- .*: unknown$/gm)).toHaveLength(5);
    expect(shown).toContain("Source: STOWiki: Home");
  },
);

test("words behind the name are shown back, and before anything is typed missions with open bugs are offered", async () => {
  const bot = house();
  expect(read(await bot.run("bugs", { mission: "home *please*" }))).toContain(
    "could not read “\\*please\\*”",
  );
  expect(await bot.complete("bugs", "mission", "")).toMatchObject({
    data: { choices: [{ value: "home", name: "Home · Gamma Quadrant" }] },
  });
});

test("in a direct message it can be read, and there is no fleet to speak for", async () => {
  const alone = house().as({ guildId: null });
  const answer = await alone.run("bugs", { mission: "home" });
  expect(read(answer)).toContain("confirmed by the source");
  expect(labelsOf(answer)).toEqual(["Briefing"]);
  expect(read(await alone.run("bugs"))).toContain("## Open bugs");
});

test("a button of a fleet's card pressed from a direct message tells where it works", async () => {
  const bot = house();
  const id = idOf(await bot.run("bugs", { mission: "home" }), "I have this too");
  expect(read(await bot.as({ guildId: null }).press(id))).toContain("Only a fleet can count that");
});

test("a mission without bugs says so, and that nobody may have looked", async () => {
  expect(read(await house().run("bugs", { mission: "second wave" }))).toContain("No bug is recorded");
});

test("a name that is none is answered privately with what is near it", async () => {
  const bot = house();
  const answer = await bot.run("bugs", { mission: "secnd wave" });
  expect(isPrivate(answer)).toBe(true);
  expect(read(answer)).toContain("I know no mission called “secnd wave”");
  const chosen = await bot.press(buttonsOf(messageOf(answer))[0]?.custom_id ?? "");
  expect(isPrivate(chosen)).toBe(false);
  expect(read(chosen)).toContain("## Second Wave · Known bugs");
});

test("somebody without a captain is asked for the faction, and counted with it", async () => {
  const bot = house();
  const card = await bot.run("bugs", { mission: "home" });
  const question = await bot.press(idOf(card, "I have this too"));
  expect(isPrivate(question)).toBe(true);
  expect(read(question)).toContain("/captain add");
  const answer = await bot.pick(menuIn(question).custom_id, "klingon");
  expect(read(answer)).toContain("Noted: you have this as Klingon.");
  expect(read(answer)).toContain("- **Klingon: not told by the source · seen by 1 here** · you have it");
  expect(read(await bot.run("bugs", { mission: "home" }))).toContain(
    "- Klingon: not told by the source · seen by 1 here\n",
  );
});

test("the captain's faction is taken without asking, and the source's word stays beside the count", async () => {
  const bot = house();
  await bot.run("captain add", { name: "T'Rin", faction: "romulan-klingon" });
  const card = await bot.run("bugs", { mission: "home" });
  expect(read(await bot.press(idOf(card, "I have this too")))).toContain(
    "- **Romulan: confirmed by the source · seen by 1 here** · you have it",
  );
  const changed = read(await bot.press(idOf(card, "Works for me")));
  expect(changed).toContain("confirmed by the source · works for 1 here** · works for you");
  expect(read(await bot.press(idOf(card, "Works for me")))).toContain("You count once");
});

test("captains of several factions are asked about, those of one are not", async () => {
  const bot = house();
  await bot.run("captain add", { name: "T'Rin", faction: "romulan-klingon" });
  await bot.run("captain add", { name: "Tal", faction: "romulan-federation" });
  const card = await bot.run("bugs", { mission: "home" });
  expect(read(await bot.press(idOf(card, "Works for me")))).toContain("as Romulan it works for you");
  await bot.run("captain add", { name: "Worf", faction: "klingon", default: true });
  const question = await bot.press(idOf(card, "Works for me"));
  expect(menuIn(question).options).toEqual([
    { label: "Klingon", value: "klingon", description: "Worf" },
    { label: "Romulan", value: "romulan", description: "T'Rin, Tal" },
  ]);
});

test("a voice can be taken back, and the count follows", async () => {
  const bot = house();
  await bot.run("captain add", { name: "T'Rin", faction: "romulan-klingon" });
  const card = await bot.run("bugs", { mission: "home" });
  const own = await bot.press(idOf(card, "I have this too"));
  const back = await bot.press(idOf(own, "Take back: Romulan"), { onPrivateCard: true });
  expect(read(back)).toContain("Taken back");
  expect(read(back)).toContain("- Romulan: confirmed by the source\n");
});

test("a hundred members who report at once are all counted", async () => {
  const bot = house();
  const card = await bot.run("bugs", { mission: "home" });
  const speak = idOf(card, "I have this too").replace(":voice:", ":speak:");
  const members = Array.from({ length: 100 }, (_, at) => String(1_000 + at));
  await Promise.all(members.map((userId) => bot.as({ userId }).pick(speak, "tos")));
  expect(read(await bot.run("bugs", { mission: "home" }))).toContain("seen by 100 here");
});

test("what one fleet has seen stays in that fleet", async () => {
  const bot = house();
  const speak = idOf(await bot.run("bugs", { mission: "home" }), "I have this too").replace(
    ":voice:",
    ":speak:",
  );
  await bot.pick(speak, "tos");
  const other = bot.as({ guildId: "99" });
  expect(read(await other.run("bugs", { mission: "home" }))).not.toContain("seen by");
  expect(read(await other.run("bugs"))).not.toContain("seen by");
});

test("the list names what is open, and leaves out missions that are gone from the game", async () => {
  const list = read(await house().run("bugs"));
  expect(list).toContain("**Home** · The optional goal");
  expect(list).toContain("open · Romulan (source)");
  expect(list).not.toContain("Shutdown");
});

test("the list narrows to what captains of a faction are known to meet", async () => {
  const bot = house();
  expect(read(await bot.run("bugs", { faction: "romulan" }))).toContain(
    "## Open bugs that Romulan captains meet",
  );
  const klingon = await bot.run("bugs", { faction: "klingon" });
  expect(read(klingon)).toContain("No open bug is known to be met by Klingon captains");
  const all = await bot.pick(menuIn(klingon).custom_id, "all");
  expect(read(all)).toContain("**Home**");
});

test("the menu of the list opens a bug", async () => {
  const bot = house();
  const menu = menuIn(await bot.run("bugs"));
  expect(read(await bot.pick(menu.custom_id, menu.options[0]?.value ?? ""))).toContain(
    "## Home · Known bugs",
  );
});

test.each([
  "v1:bugs:voice",
  "v1:bugs:voice:nothing:seen",
  "v1:bugs:voice:Fabc:seen",
  "v1:bugs:speak:Fabc:seen",
  "v1:bugs:take-back:x:y",
  "v1:bugs:show:constructor",
  "v1:bugs:mission:gone",
  "v1:bugs:list:x:NaN",
])("a button that leads nowhere is answered politely: %s", async (id) => {
  const bot = house();
  expect(read(await bot.press(id))).not.toBe("");
  expect(bot.failures).toEqual([]);
});
