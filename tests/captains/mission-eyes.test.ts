import { expect, test } from "vitest";
import { idOn, textOf } from "../end-to-end/seen.ts";
import { house, messageOf, refusalsOf } from "../house.ts";

type House = ReturnType<typeof house>;
type Answer = Awaited<ReturnType<House["run"]>>;

function read(answer: Answer): string {
  expect(refusalsOf(answer)).toEqual([]);
  return textOf(messageOf(answer));
}

async function romulan(level = 45): Promise<House> {
  const bot = house();
  await bot.run("captain add", { name: "T'Rin", faction: "romulan-klingon", career: "science", level });
  return bot;
}

async function pressed(
  bot: House,
  card: Answer,
  label: string,
  person: Partial<House> = bot,
): Promise<Answer> {
  return await (person.press ?? bot.press)(idOn(messageOf(card), label));
}

test("the briefing that is posted is for everybody, whoever the asker's captain is", async () => {
  const bot = await romulan();
  const posted = read(await bot.run("mission", { name: "second wave" }));
  expect(posted).toContain("For Federation and allied captains");
  expect(posted).toContain("For Klingon and allied captains");
  expect(posted).not.toContain("Drawn for");
});

test("a private briefing is the one for the asker's captain, and says so", async () => {
  const bot = await romulan();
  const seen = read(await bot.run("mission", { name: "second wave", private: true }));
  expect(seen).toContain("Drawn for: Romulan, allied with the Klingon Empire · Science · level 45");
  expect(seen).toContain("High Council");
  expect(seen).not.toContain("Starfleet wants the captain present");
});

test("steps that cannot be the captain's are struck out with the reason, for who presses, not for who posted", async () => {
  const bot = await romulan();
  const jemhadar = bot.as({ userId: "4" });
  await jemhadar.run("captain add", { name: "Ak", faction: "jemhadar-klingon" });
  const card = await jemhadar.run("mission", { name: "home" });
  expect(read(await pressed(bot, card, "Objectives"))).toContain(
    "~~Receive hail from Loriss~~ · not for this faction: only Jem'Hadar captains",
  );
  expect(read(await pressed(bot, card, "Objectives", jemhadar))).not.toContain("~~Receive hail");
});

test("the replay row of the captain's level is marked", async () => {
  const bot = await romulan();
  const card = await bot.run("mission", { name: "shutdown" });
  expect(read(await pressed(bot, card, "Rewards"))).toMatch(/\*\*Level 40–49.*Mark X\*\* · your level/);
});

test("what is asked for in the command wins over the captain, fact by fact", async () => {
  const bot = await romulan();
  const asked = read(await bot.run("mission", { name: "shutdown rewards", level: 55, private: true }));
  expect(asked).toContain("Romulan, allied with the Klingon Empire · Science · level 55");
  const other = read(await bot.run("mission", { name: "home", faction: "tos", private: true }));
  expect(other).toContain("Drawn for: Starfleet (23rd century, Agents of Yesterday) · Science · level 45");
});

test("what was asked for on a posted card goes along to who presses its buttons", async () => {
  const bot = await romulan();
  const card = await bot.run("mission", { name: "home", faction: "jemhadar-federation" });
  expect(read(await pressed(bot, card, "Objectives"))).not.toContain("~~Receive hail");
});

test("a private card stays with the eyes it was opened with, and its buttons carry them", async () => {
  const bot = await romulan();
  const card = await bot.run("mission", { name: "home", private: true });
  await bot.run("captain remove", { captain: "T'Rin" });
  const turned = await bot.press(idOn(messageOf(card), "Objectives"), { onPrivateCard: true });
  expect(read(turned)).toContain("~~Receive hail from Loriss~~");
});

test("a recruit's step is struck out for a captain who is told to be none, and not when nobody said", async () => {
  const told = house();
  await told.run("captain add", { name: "A", faction: "jemhadar-federation", recruit: "none" });
  expect(read(await told.run("mission", { name: "home objectives", private: true }))).toContain(
    "not for this captain: only",
  );
  const unknown = house();
  await unknown.run("captain add", { name: "A", faction: "jemhadar-federation" });
  expect(read(await unknown.run("mission", { name: "home objectives", private: true }))).not.toContain(
    "not for this captain",
  );
});

test("a plot stands open only for a member who asked for it, and never on a posted card", async () => {
  const bot = house();
  await bot.press("v1:me:spoilers:open");
  const own = read(await bot.run("mission", { name: "second wave story", private: true }));
  expect(own).not.toContain("||");
  expect(read(await bot.run("mission", { name: "second wave story" }))).toContain("||");
  const other = bot.as({ userId: "4" });
  expect(read(await other.run("mission", { name: "second wave story", private: true }))).toContain("||");
});

test("a button of an older card, without a recruit type, is read as before", async () => {
  const bot = house();
  const old = read(await bot.press("v1:mission:open:home:objectives:rft50"));
  expect(old).toContain("Romulan, allied with the Federation · Tactical · level 50");
});
