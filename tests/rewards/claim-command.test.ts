import { expect, test } from "vitest";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { buttonId, counter, GUILD, NOON, said, whispered } from "./counter.ts";

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

/** What stands on the button of Home's first choice. */
const FIRST = "1 × Enhanced Universal Tech Upgrade";

const claim = (trackId: string) => `v1:rewards:claim:${trackId}`;
const take = (trackId: string, choice: number) => `v1:rewards:take:${trackId}:${choice}:`;

test("a member claims by typing, choice and all, and reads what it comes to", async () => {
  const bot = counter();
  await bot.opened();
  const answer = await bot.member("3").run("rewards claim", { choice: "tech upgrade" });
  expect(whispered(answer)).toContain("Noted: **Home**, week 1 of 4 – Enhanced Universal Tech Upgrade.");
  expect(said(answer)).toContain(`That makes **1 of 4**. The next opens <t:${(NOON + WEEK) / 1000}:F>`);
});

test("a second claim is refused with the time of the next, whatever it is pressed on", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  const member = bot.member("3");
  await member.press(take(trackId, 0));
  for (const again of [await member.press(claim(trackId)), await member.press(take(trackId, 1))]) {
    expect(whispered(again)).toContain("You have claimed **Home** for week 1 of 4 already");
    expect(said(again)).toContain(`<t:${(NOON + WEEK) / 1000}:F>`);
  }
  expect((await bot.kept())[0]?.claims).toHaveLength(1);
});

test("a claim one second before the boundary is the old week's, one at the boundary the new one's", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  bot.time.now = NOON + WEEK - 1_000;
  expect(said(await bot.member("3").press(take(trackId, 0)))).toContain("week 1 of 4");
  bot.time.now = NOON + WEEK;
  expect(said(await bot.member("3").press(take(trackId, 0)))).toContain("week 2 of 4");
  expect((await bot.kept()).map(({ plannedAt, claims }) => [plannedAt, claims.length])).toEqual([
    [NOON, 1],
    [NOON + WEEK, 1],
  ]);
});

test("a choice that was asked for in one week is not booked on the next", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  bot.time.now = NOON + WEEK - 1_000;
  const asked = await bot.member("3").press(`v1:rewards:claim:${trackId}`);
  bot.time.now = NOON + WEEK + 4_000;
  const pressed = await bot.member("3").press(buttonId(asked, FIRST), { onPrivateCard: true });
  expect(said(pressed)).toContain("week 1 of 4 closed before you pressed, so nothing was noted");
  expect(await bot.kept()).toEqual([]);
  expect(said(await bot.member("3").press(buttonId(pressed, FIRST), { onPrivateCard: true }))).toContain(
    "Noted: **Home**, week 2 of 4",
  );
});

test("two claims at once by one member: one is kept, the other is told so", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  const member = bot.member("3");
  const answers = await Promise.all([0, 1, 0, 1].map((choice) => member.press(take(trackId, choice))));
  const words = answers.map(whispered);
  expect(words.filter((one) => one.includes("Noted:"))).toHaveLength(1);
  expect(words.filter((one) => one.includes("already"))).toHaveLength(3);
  expect((await bot.kept())[0]?.claims).toHaveLength(1);
});

test("a claim that could not be saved is never shown as kept, and none is", async () => {
  const driver = memoryDriver();
  const broken = { is: false };
  const full = () => Promise.reject(new Error("The disk is full."));
  const bot = counter({
    driver: {
      ...driver,
      insert: (...row) => (broken.is ? full() : driver.insert(...row)),
      replace: (...row) => (broken.is ? full() : driver.replace(...row)),
    },
  });
  const { trackId } = await bot.opened();
  await bot.member("3").press(`v1:rewards:remind:${trackId}`);
  broken.is = true;
  const answer = await bot.member("3").press(take(trackId, 0));
  expect(whispered(answer)).not.toContain("Noted");
  expect(said(answer)).toMatch(/not saved|cannot tell whether/);
  broken.is = false;
  expect(await bot.kept()).toEqual([]);
});

test("a Specialization Point warns who has no captain of level 50, and does not forbid", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  const stranger = await bot.member("3").press(take(trackId, 1));
  expect(said(stranger)).toContain("can be used only from level 50, and I know no captain of yours");
  await bot.member("4").run("captain add", { name: "Zarva", faction: "klingon", level: 42 });
  expect(said(await bot.member("4").press(take(trackId, 1)))).toContain(
    "the highest captain I know of is at 42",
  );
  await bot.member("5").run("captain add", { name: "T'Rin", faction: "federation", level: 60 });
  expect(said(await bot.member("5").press(take(trackId, 1)))).not.toContain("can be used only");
  expect((await bot.kept())[0]?.claims).toHaveLength(3);
});

test("a claim is taken back or changed within ten minutes, and not by a button of somebody else's", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  const answer = await bot.member("3").press(take(trackId, 1));
  const [undo, change] = [
    buttonId(answer, "Undo"),
    buttonId(answer, "Change to 1 × Enhanced Universal Tech Upgrade"),
  ];
  bot.time.now += 9 * MINUTE;
  expect(said(await bot.member("3").press(change))).toContain("Changed: **Home**, week 1 of 4 – Enhanced");
  expect(said(await bot.member("4").press(undo))).toContain("not there any more");
  expect(said(await bot.member("3").press(undo))).toContain("Taken back");
  expect((await bot.kept())[0]?.claims).toEqual([]);

  const later = await bot.member("3").press(take(trackId, 1));
  bot.time.now += 11 * MINUTE;
  expect(said(await bot.member("3").press(buttonId(later, "Undo")))).toContain("only an officer");
});

test("before it opens and after it is over nothing can be claimed", async () => {
  const bot = counter();
  const { trackId } = await bot.opened({ what: "home", starts: "in 48 hours" });
  expect(whispered(await bot.member("3").press(claim(trackId)))).toContain("Come back then");
  bot.time.now = NOON + 40 * 24 * 60 * MINUTE;
  expect(whispered(await bot.member("3").press(claim(trackId)))).toContain("ended <t:");
  expect(await bot.kept()).toEqual([]);
});

test("where captains count, it asks whose claim it is", async () => {
  const bot = counter();
  const { trackId } = await bot.opened({ what: "Crystalline Event", weeks: 2, per: "captain" });
  const member = bot.member("3");
  await member.run("captain add", { name: "Zarva", faction: "klingon" });
  await member.run("captain add", { name: "T'Rin", faction: "federation" });
  expect(said(await member.press(claim(trackId)))).toContain("Whose claim is it?");
  expect(said(await member.pick(`v1:rewards:for:${trackId}`, "c2"))).toContain("for T'Rin");
  expect(said(await member.run("rewards claim", { captain: "zarva" }))).toContain("for Zarva");
  expect(said(await member.run("rewards claim", { captain: "zarva" }))).toContain("already");
  expect((await bot.kept())[0]?.claims).toHaveLength(2);
});

test("who has all that is needed reads that the days after it are not", async () => {
  const bot = counter();
  const { trackId } = await bot.opened({ what: "Winter Event", days: 4, needed: 2 });
  for (const day of [0, 1]) {
    bot.time.now = NOON + day * 24 * 60 * MINUTE;
    await bot.member("3").press(claim(trackId));
  }
  bot.time.now = NOON + 3 * 24 * 60 * MINUTE;
  const mine = said(await bot.member("3").press(`v1:rewards:mine:${trackId}`));
  expect(mine).toContain("◻ Day 4 of 4 · not needed\n◻ Day 3 of 4 · not needed\n◼ Day 2 of 4");
  expect(mine).not.toContain("missed");
});

test("where captains count, a Specialization Point warns by the level of the captain who takes it", async () => {
  const bot = counter();
  await bot.opened({ what: "home", per: "captain" });
  const member = bot.member("3");
  await member.run("captain add", { name: "Zarva", faction: "klingon", level: 60 });
  await member.run("captain add", { name: "T'Rin", faction: "federation", level: 42 });
  await member.run("captain add", { name: "Kel", faction: "federation" });
  const take = (captain: string) => member.run("rewards claim", { captain, choice: "specialization" });
  expect(said(await take("zarva"))).not.toContain("can be used only");
  expect(said(await take("t'rin"))).toContain("only from level 50, and T'Rin is at 42.");
  expect(said(await take("kel"))).toContain("I do not know the level of Kel.");
});

test("an event with a cooldown is opened without a word of periods", async () => {
  const bot = counter();
  const answer = await bot.officer.run("rewards open", { what: "Red Alerts", days: 5, cadence: "cooldown" });
  expect(said(answer)).toContain("It starts now; claims count from twenty hours after the one before.");
});

test("what was claimed with another guild's button, or a made-up one, changes nothing", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  const elsewhere = bot.member("3", "9");
  for (const id of [claim(trackId), take(trackId, 0), claim("t999"), claim("__proto__"), take(trackId, 7)])
    expect(whispered(await elsewhere.press(id))).toMatch(/do not know that reward|not among the choices/);
  expect(whispered(await bot.member("3").press(take(trackId, 7)))).toContain("not among the choices");
  expect([...(await bot.kept()), ...(await bot.kept("9"))]).toEqual([]);
  expect(bot.failures).toEqual([]);
});

test("who asks to be forgotten is gone from the claims, and the counts follow", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  for (const userId of ["3", "4"]) {
    await bot.member(userId).press(take(trackId, 0));
    await bot.member(userId).press(`v1:rewards:remind:${trackId}`);
  }
  expect(said(await bot.member("4").run("rewards board"))).toContain("Week 1 ◼◼◼◼◼◼◼◼◼◼ 2 of 2");
  await bot.member("3").press("v1:me:forget-now", { onPrivateCard: true });
  const board = said(await bot.member("4").run("rewards board"));
  expect(board).toContain("Week 1 ◼◼◼◼◼◼◼◼◼◼ 1 of 1");
  expect(board).not.toContain("<@3>");
  expect(JSON.stringify(await bot.kept(GUILD))).not.toContain('"3"');
});
