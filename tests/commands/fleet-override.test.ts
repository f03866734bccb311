import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { buttonsOf, textOf } from "../end-to-end/seen.ts";
import { house, isPrivate, messageOf, type Person, refusalsOf } from "../house.ts";

const ADMIRAL: Person = { userId: "5", permissions: String(PermissionFlagsBits.ManageGuild) };

type House = ReturnType<typeof house>;
type Answer = Awaited<ReturnType<House["run"]>>;

function read(answer: Answer): string {
  expect(refusalsOf(answer)).toEqual([]);
  return textOf(messageOf(answer));
}

const override = (bot: House, options: Record<string, string | number>) =>
  bot.as(ADMIRAL).run("fleet override", options);

test("what a fleet says of a mission stands on its briefing, marked as the fleet's own", async () => {
  const bot = house();
  await override(bot, { mission: "home", difficulty: "elite", level: 50, note: "Meet on DS9" });
  const card = read(await bot.run("mission", { name: "home" }));
  expect(card).toContain("**Your fleet says** · difficulty Elite · from level 50\n> Meet on DS9");
  expect(card).toContain("This is the fleet's own; no source says so.");
});

test("it stands there for this fleet alone, and not in a direct message", async () => {
  const bot = house();
  await override(bot, { mission: "home", note: "Meet on DS9" });
  expect(read(await bot.as({ guildId: "3" }).run("mission", { name: "home" }))).not.toContain(
    "Your fleet says",
  );
  expect(read(await bot.as({ guildId: null }).run("mission", { name: "home" }))).not.toContain(
    "Your fleet says",
  );
});

test("it stands on task forces too", async () => {
  const bot = house();
  await override(bot, { mission: "isa", difficulty: "advanced" });
  expect(read(await bot.run("mission", { name: "isa" }))).toContain(
    "**Your fleet says** · difficulty Advanced",
  );
});

test("a fleet's own name finds the mission here, first on the list and whatever its case", async () => {
  const bot = house();
  await override(bot, { mission: "home", alias: "Fun Run" });
  expect(read(await bot.run("mission", { name: "fun run" }))).toContain("## Home");
  const list = await bot.complete("mission", "name", "fun");
  const { choices } = (list as { readonly data: { readonly choices: readonly object[] } }).data;
  expect(choices[0]).toEqual({ name: expect.stringContaining("Fun Run (your fleet) · Home"), value: "home" });
  expect(isPrivate(await bot.as({ guildId: "3" }).run("mission", { name: "fun run" }))).toBe(true);
});

test("a name that leads to another mission already is refused, whoever gave it", async () => {
  const bot = house();
  expect(read(await override(bot, { mission: "home", alias: "Second Wave" }))).toContain(
    "“Second Wave” already leads to **Second Wave**",
  );
  await override(bot, { mission: "home", alias: "fun run" });
  expect(read(await override(bot, { mission: "second-wave", alias: "FUN RUN" }))).toContain(
    "“FUN RUN” already leads to **Home**",
  );
});

test("what is added later joins what was said before, and the same name twice is one", async () => {
  const bot = house();
  await override(bot, { mission: "home", difficulty: "elite", alias: "fun" });
  const said = read(await override(bot, { mission: "home", alias: "FUN", note: "Bring tea" }));
  expect(said).toContain("**Difficulty** Elite\n**Also called** fun\n**Note** Bring tea");
  expect(said).toContain("Said last by <@5>");
});

test("an officer sees the list of all, one of them, and takes one back", async () => {
  const bot = house();
  const admiral = bot.as(ADMIRAL);
  expect(read(await admiral.run("fleet override"))).toContain("nothing to say of its own yet");
  await override(bot, { mission: "home", note: "Meet on DS9" });
  expect(read(await admiral.run("fleet override"))).toContain("- **Home** · **Note** Meet on DS9");
  const one = await admiral.run("fleet override", { mission: "home" });
  expect(read(one)).toContain("**Note** Meet on DS9");
  const [drop] = buttonsOf(messageOf(one));
  expect(read(await admiral.press(drop?.custom_id ?? "", { onPrivateCard: true }))).toContain("any more");
  expect(read(await bot.run("mission", { name: "home" }))).not.toContain("Your fleet says");
});

test.each([
  [{ mission: "no such thing", note: "x" }, "I know no mission called “no such thing”"],
  [{ mission: "home", note: "\u200b" }, "no letters that can be shown"],
  [{ mission: "home", alias: "\u202e" }, "no letters that can be shown"],
  [{ mission: "home", level: 66 }, "Your fleet says nothing of its own"],
])("%j changes nothing", async (options, sentence) => {
  const bot = house();
  expect(read(await override(bot, options as Record<string, string>))).toContain(sentence);
  expect(read(await bot.run("mission", { name: "home" }))).not.toContain("Your fleet says");
});

test("a sixth name for one mission is refused with the limit", async () => {
  const bot = house();
  for (const alias of ["a1", "a2", "a3", "a4", "a5"]) await override(bot, { mission: "home", alias });
  expect(read(await override(bot, { mission: "home", alias: "a6" }))).toContain("has 5 names of your fleet");
});

test("the longest words a fleet can say keep every card and the list within Discord's limits", async () => {
  const bot = house();
  const note = "*".repeat(300);
  const slugs = ["home", "second-wave", "shutdown"];
  for (const slug of slugs) {
    for (const at of [1, 2, 3, 4, 5])
      await override(bot, { mission: slug, alias: `${slug}${"_".repeat(40)}${at}` });
    read(await override(bot, { mission: slug, note, difficulty: "elite", level: 65 }));
    read(await bot.run("mission", { name: slug }));
  }
  read(await bot.as(ADMIRAL).run("fleet override"));
  read(await bot.as(ADMIRAL).press("v1:fleet:override-list:2", { onPrivateCard: true }));
});

test("what an officer types never becomes markdown, a mention or a link on a posted card", async () => {
  const bot = house();
  await override(bot, { mission: "home", note: "@everyone [x](http://e.vil) ||s||", alias: "<@1>" });
  const card = read(await bot.run("mission", { name: "home" }));
  const line = card
    .split("\n")
    .filter((one) => one.includes("e.vil") || one.includes("also called"))
    .join("\n");
  expect(line).not.toMatch(/(?<!\\)[@[|<]/);
});

test("an officer who is forgotten leaves the words behind, without their name", async () => {
  const bot = house();
  const admiral = bot.as(ADMIRAL);
  await override(bot, { mission: "home", note: "Meet on DS9" });
  await admiral.press("v1:me:export");
  expect(bot.files[0]?.data).toContain("Meet on DS9");
  expect(read(await admiral.press("v1:me:forget-now"))).toContain("your name on a fleet's corrections");
  const one = read(await admiral.run("fleet override", { mission: "home" }));
  expect(one).toContain("Meet on DS9");
  expect(one).not.toContain("Said last by");
});
