import { expect, test } from "vitest";
import { menuOf, textOf } from "../end-to-end/seen.ts";
import { house, isPrivate, messageOf, refusalsOf } from "../house.ts";

const TRIN = { name: "T'Rin", faction: "romulan-federation" };

type Answer = Awaited<ReturnType<ReturnType<typeof house>["run"]>>;

function read(answer: Answer): string {
  expect(refusalsOf(answer)).toEqual([]);
  expect(isPrivate(answer)).toBe(true);
  return textOf(messageOf(answer));
}

test("the first captain is the default, and a later one only when told so", async () => {
  const bot = house();
  expect(read(await bot.run("captain add", TRIN))).toContain("now drawn for **T'Rin**");
  expect(read(await bot.run("captain add", { name: "Worf", faction: "klingon" }))).not.toContain("now drawn");
  const third = read(await bot.run("captain add", { name: "Kirk", faction: "tos", default: true }));
  expect(third).toContain("**Kirk** · Starfleet (23rd century, Agents of Yesterday) · *default*");
});

test("every fact is kept and shown in words", async () => {
  const bot = house();
  const facts = { career: "engineering", level: 65, recruit: "delta-recruit", platform: "xbox" };
  expect(read(await bot.run("captain add", { ...TRIN, ...facts }))).toContain(
    "Romulan, allied with the Federation · Engineering · level 65 · Delta recruit · Xbox · *default*",
  );
});

test.each(["t'rin", "T'RIN", " T'Rin ", "T'Rin\u200b", "Ｔ'Rin"])(
  "“%s” is T'Rin again, and is refused",
  async (name) => {
    const bot = house();
    await bot.run("captain add", TRIN);
    expect(read(await bot.run("captain add", { ...TRIN, name }))).toContain("already have a captain called");
    expect(
      (await bot.run("captain list")) && read(await bot.run("captain list")).match(/^- /gm),
    ).toHaveLength(1);
  },
);

test("two members may have a captain of the same name", async () => {
  const bot = house();
  await bot.run("captain add", TRIN);
  expect(read(await bot.as({ userId: "4" }).run("captain add", TRIN))).toContain("is on your list");
});

test("a name that cannot be seen is no name", async () => {
  expect(read(await house().run("captain add", { ...TRIN, name: "\u200b\u202e" }))).toContain("no letters");
});

test("the twenty-first captain is refused with the limit, and the twenty stay", async () => {
  const bot = house();
  for (let number = 1; number <= 20; number++)
    await bot.run("captain add", { ...TRIN, name: `${"W".repeat(36)} ${number}` });
  expect(read(await bot.run("captain add", { ...TRIN, name: "One more" }))).toContain("You have 20 captains");
  const list = await bot.run("captain list");
  expect(read(list).match(/^- /gm)).toHaveLength(20);
  expect(menuOf(messageOf(list)).options).toHaveLength(20);
});

test("an edit changes what it names and nothing else, also the name", async () => {
  const bot = house();
  await bot.run("captain add", { ...TRIN, career: "science", level: 12 });
  const edited = read(await bot.run("captain edit", { captain: "t'rin", name: "T'Rinna", level: 13 }));
  expect(edited).toContain("**T'Rinna** · Romulan, allied with the Federation · Science · level 13");
});

test("an edit to another captain's name is refused; to a captain's own name in other letters it is not", async () => {
  const bot = house();
  await bot.run("captain add", TRIN);
  await bot.run("captain add", { name: "Worf", faction: "klingon" });
  expect(read(await bot.run("captain edit", { captain: "Worf", name: "t'rin" }))).toContain("already have");
  expect(read(await bot.run("captain edit", { captain: "Worf", name: "WORF" }))).toContain("**WORF**");
});

test("an edit that names nothing says so", async () => {
  const bot = house();
  await bot.run("captain add", TRIN);
  expect(read(await bot.run("captain edit", { captain: "T'Rin" }))).toContain("You named nothing to change");
});

test.each(["captain edit", "captain remove"])(
  "/%s of a captain that is not there says where to look",
  async (line) => {
    expect(read(await house().run(line, { captain: "Nobody", level: 3 }))).toContain(
      "no captain of that name",
    );
  },
);

test("when the default goes, the first of the others takes over", async () => {
  const bot = house();
  await bot.run("captain add", TRIN);
  await bot.run("captain add", { name: "Worf", faction: "klingon" });
  expect(read(await bot.run("captain remove", { captain: "T'Rin" }))).toContain(
    "**T'Rin** is forgotten. **Worf** is your default captain now.",
  );
  expect(read(await bot.run("captain remove", { captain: "Worf" }))).toContain("You have no captain left");
});

test("the menu of an older list does not bring back a captain that is gone", async () => {
  const bot = house();
  await bot.run("captain add", TRIN);
  await bot.run("captain add", { name: "Worf", faction: "klingon" });
  const menu = menuOf(messageOf(await bot.run("captain list")));
  await bot.run("captain remove", { captain: "Worf" });
  expect(read(await bot.pick(menu.custom_id, "c2"))).toContain("no captain of that name");
});

test("what a member types into a name never becomes markdown, a mention or a link", async () => {
  const bot = house();
  const name = "@everyone [x](http://e.vil) `a` ||b|| **c**".slice(0, 40);
  expect(read(await bot.run("captain add", { ...TRIN, name }))).not.toMatch(/(?<!\\)(?:[@[`|]|\](?=\())/);
});

test.each([
  { name: "x".repeat(41), faction: "klingon" },
  { name: "Worf", faction: "ferengi" },
  { name: 7, faction: "klingon" },
  { faction: "klingon" },
])("options that Discord would never send are answered politely: %j", async (options) => {
  const bot = house();
  expect(read(await bot.run("captain add", options as never))).toContain("could not read that command");
  expect(bot.failures).toEqual([]);
});

test.each(["captain", "captain fire", "captain constructor"])("“/%s” is answered politely", async (line) => {
  expect(read(await house().run(line))).toContain("could not read that command");
});

test("two captains told in the same moment are both kept", async () => {
  const bot = house();
  const names = Array.from({ length: 20 }, (_, at) => `Captain ${at}`);
  await Promise.all(names.map((name) => bot.run("captain add", { name, faction: "klingon" })));
  expect(read(await bot.run("captain list")).match(/^- \*\*Captain/gm)).toHaveLength(20);
});
