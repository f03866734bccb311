import { expect, test } from "vitest";
import { tracksOf } from "../../src/rewards/store.ts";
import { catalog } from "../house.ts";
import { buttonId, counter, GUILD, NOON, optionIn, said, whispered } from "./counter.ts";

const DAY = 24 * 3_600_000;

test("Home opens with its own rule, four weeks from now, by STO's clock", async () => {
  const bot = counter();
  const answer = await bot.officer.run("rewards open", { what: "home" });
  expect(whispered(answer)).toContain("**Home** is open: https://discord.com/channels/2/12/77");
  expect(said(answer)).toContain("It starts now");
  const track = await bot.opened({ what: "the vault" });
  expect(track).toMatchObject({ slug: "the-vault", cadence: "weekly", length: 1, startsAt: NOON });
});

test("an event of the fleet's own needs a length, and says how many days may be missed", async () => {
  const bot = counter();
  const asked = await bot.officer.run("rewards open", { what: "Winter *Event*" });
  expect(whispered(asked)).toContain("No record tells how long **Winter \\*Event\\*** lasts");
  const slip = await bot.officer.run("rewards open", { what: "hoem" });
  expect(whispered(slip)).toContain("Did you mean **Home**?");
  await bot.opened({ what: "Winter *Event*", days: 21, needed: 14 });
  const board = said(await bot.run("rewards board"));
  expect(board).toContain("## Winter \\*Event\\*");
  expect(board).toContain("21 days left · whoever begins now may miss 7 · latest safe start <t:");
  expect(board).toContain("14 of 21 days, once per account and day");
});

test("a task force has no rule of its own, and keeps its name", async () => {
  const bot = counter();
  const [force] = catalog.taskForces.values();
  if (force === undefined) throw new Error("There is no task force.");
  expect(await bot.opened({ what: force.title, days: 21, needed: 14 })).toMatchObject({
    slug: force.slug,
    title: force.title,
    choices: [],
  });
});

test("the start is read as people type it; a past one is asked about, and may be taken", async () => {
  const bot = counter();
  const asked = await bot.officer.run("rewards open", { what: "home", starts: "2026-11-12 10:00" });
  expect(whispered(asked)).toContain("Did it start then?");
  expect(await bot.kept()).toEqual([]);
  const at = Date.UTC(2026, 10, 12, 10);
  const press = await bot.officer.press(`v1:rewards:start-at:${draftIn(asked)}:${at}`, {
    onPrivateCard: true,
  });
  expect(said(press)).toContain("**Home** is open");
  expect(said(await bot.run("rewards board"))).toContain("**Week 2 of 4** · closes");
});

test("a start that cannot be read is asked for again with a form, and what was typed stays", async () => {
  const bot = counter();
  const asked = await bot.officer.run("rewards open", {
    what: "Red Alerts",
    days: 7,
    needed: 5,
    starts: "soonish",
  });
  expect(whispered(asked)).toContain("I could not read “soonish” as a time.");
  const id = buttonId(asked, "Type another time");
  expect((await bot.officer.press(id))?.type).toBe(9);
  expect(said(await bot.officer.submit(id, { starts: "tomorrow 8am" }))).toContain("**Red Alerts** is open");
  const others = await bot.as({ userId: "101", permissions: "32" }).submit(id, { starts: "tomorrow 8am" });
  expect(whispered(others)).toContain("too old to answer, or it was asked of somebody else");
});

test("as long as it has not begun, its start can be changed; afterwards it stays", async () => {
  const bot = counter();
  const answer = await bot.officer.run("rewards open", { what: "home", starts: "in 48 hours" });
  const id = buttonId(answer, "Change the start");
  expect((await bot.officer.press(id))?.type).toBe(9);
  const moved = await bot.officer.submit(id, { starts: "in 3 hours" });
  expect(said(moved)).toContain(`**Home** starts <t:${(NOON + DAY / 8) / 1000}:F>`);
  expect(whispered(await bot.officer.submit(id, { starts: "soonish" }))).toContain(
    "The start stands as it was",
  );
  expect(whispered(await bot.member("3").submit(id, { starts: "in 1 hour" }))).toContain("Only officers");
  bot.time.now += DAY / 8;
  expect(whispered(await bot.officer.submit(id, { starts: "in 2 hours" }))).toContain("**Home** has begun");
  expect(said(await bot.run("rewards board"))).toContain("**Week 1 of 4** · closes");
  bot.time.now += 60 * DAY;
  expect(whispered(await bot.officer.press(id))).toContain("**Home** is over, so its start stays");
});

test("the start of one that was closed before it began stays, and nobody reads that it has begun", async () => {
  const bot = counter();
  const answer = await bot.officer.run("rewards open", { what: "home", starts: "in 48 hours" });
  const id = buttonId(answer, "Change the start");
  const [made] = await tracksOf(bot.store, GUILD);
  await bot.officer.press(`v1:rewards:close-now:${made?.trackId}`);
  for (const again of [await bot.officer.press(id), await bot.officer.submit(id, { starts: "in 3 hours" })]) {
    expect(whispered(again)).toContain("**Home** was closed, so its start stays. Open it anew");
    expect(said(again)).not.toContain("begun");
  }
  expect(await tracksOf(bot.store, GUILD)).toMatchObject([{ startsAt: NOON + 2 * DAY }]);
});

test("only officers open, close and see who still needs it", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  const member = bot.member("3");
  const answers = [
    await member.run("rewards open", { what: "home" }),
    await member.run("rewards close"),
    await member.run("rewards standings"),
    await member.press(`v1:rewards:close-now:${trackId}`),
    await member.press(`v1:rewards:csv:${trackId}`),
    await member.pick(`v1:rewards:correct:${trackId}`, "3"),
    await member.pick(`v1:rewards:turn:${trackId}:3`, String(NOON)),
  ];
  for (const answer of answers) expect(whispered(answer)).toContain("Only officers do this");
  expect(await bot.kept()).toEqual([]);
});

test("what is open already is not opened twice, and a removed mission not at all", async () => {
  const bot = counter();
  await bot.opened();
  expect(whispered(await bot.officer.run("rewards open", { what: "HOME" }))).toContain(
    "is open already: https://",
  );
  const removed = [...catalog.missions.values()].find(({ state }) => state === "removed");
  expect(whispered(await bot.officer.run("rewards open", { what: removed?.slug ?? "", weeks: 2 }))).toContain(
    "was removed from the game",
  );
});

test.each([
  [{ weeks: 2, days: 3 }, "not both"],
  [{ weeks: 2, needed: 5 }, "only 2 claims are possible"],
  [{ days: 3, cadence: "weekly" }, "some `weeks`"],
  [{ weeks: 3, "time-zone": "Atlantis" }, "I know no time zone “Atlantis”"],
  [{ weeks: 1, starts: "2036-01-01 10:00" }, "more than two years ahead"],
])("opening an event with %j is refused", async (wish, words) => {
  const bot = counter();
  expect(whispered(await bot.officer.run("rewards open", { what: "Event", ...wish }))).toContain(words);
});

test("where the bot may not post, nothing is kept", async () => {
  const bot = counter();
  const mute = bot.as({ userId: "100", permissions: "32", botPermissions: "1024" });
  expect(whispered(await mute.run("rewards open", { what: "home" }))).toContain("**Send Messages**");
  const refused = counter({ refuses: true });
  expect(whispered(await refused.officer.run("rewards open", { what: "home" }))).toContain("is taken back");
  for (const one of [bot, refused])
    expect(whispered(await one.run("rewards claim"))).toContain("has not opened a reward yet");
});

test("a closed reward takes no claims, and opens again with one press", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  const asked = await bot.officer.run("rewards close");
  expect(whispered(asked)).toContain("Close **Home** now?");
  const closed = await bot.officer.press(buttonId(asked, "Close it now"), { onPrivateCard: true });
  expect(said(closed)).toContain("is closed");
  bot.time.now += 1_000;
  expect(whispered(await bot.member("3").press(`v1:rewards:claim:${trackId}`))).toContain("ended <t:");
  expect(said(await bot.run("rewards board"))).toContain("**Closed by an officer**");
  expect(said(await bot.officer.press(buttonId(closed, "Open it again")))).toContain("open again");
  expect(said(await bot.member("3").press(`v1:rewards:take:${trackId}:0:`))).toContain("Noted");
});

test("with several rewards open it asks which; a name picks one", async () => {
  const bot = counter();
  await bot.opened();
  const winter = await bot.opened({ what: "Winter Event", days: 31, needed: 20 });
  const asked = await bot.member("3").run("rewards claim");
  expect(whispered(asked)).toContain("Which one is it?");
  expect(said(await bot.member("3").pick("v1:rewards:claim-in", winter.trackId))).toContain(
    "**Winter Event**, day 1 of 31",
  );
  expect(said(await bot.member("4").run("rewards claim", { track: "winter" }))).toContain("**Winter Event**");
  expect(whispered(await bot.member("4").run("rewards claim", { track: "summer" }))).toContain(
    "called “summer”",
  );
});

test("standings show who still needs it, without those who hide, and the file of them", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  await bot.member("3").press(`v1:rewards:take:${trackId}:0:`);
  for (const userId of ["4", "5"]) await bot.member(userId).press(`v1:rewards:remind:${trackId}`);
  await bot.member("5").press(`v1:rewards:hide:${trackId}`);
  const card = await bot.officer.run("rewards standings");
  expect(whispered(card)).toContain("**1** claimed this time · **2** still need it · **0** complete");
  expect(said(card)).toContain("<@4> 0/4 · none to miss");
  expect(said(card)).not.toContain("<@5>");
  await bot.officer.press(buttonId(card, "CSV file"));
  const [file] = bot.files;
  expect(
    String(file?.data)
      .split("\r\n")
      .map((row) => row.split(",")[0]),
  ).toEqual(["\uFEFFmember", "<@3>", "<@4>", ""]);
  expect(String(file?.data)).toContain("<@3>,,1,4,0,Enhanced Universal Tech Upgrade,,,");
});

test("an officer notes a claim for an earlier week, and takes one back", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  bot.time.now += 8 * DAY;
  const card = await bot.officer.pick(`v1:rewards:correct:${trackId}`, "3");
  expect(whispered(card)).toContain("Claims of <@3>");
  const noted = await bot.officer.pick(...optionIn(card, "Week 1 of 4 · not claimed"));
  expect(said(noted)).toContain("Noted for <@3>: week 1 of 4.");
  expect(said(await bot.member("3").press(`v1:rewards:mine:${trackId}`))).toContain("noted by an officer");
  const taken = await bot.officer.pick(...optionIn(noted, "Week 1 of 4 · claimed"));
  expect(said(taken)).toContain("Taken back for <@3>: week 1 of 4.");
  const ahead = await bot.officer.pick(`v1:rewards:turn:${trackId}:3:`, `${NOON + 14 * DAY}.note`);
  expect(whispered(ahead)).toContain("no such period");
});

test("history tells what there was and what the reader claimed", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  await bot.member("3").press(`v1:rewards:take:${trackId}:0:`);
  bot.time.now += 60 * DAY;
  const card = await bot.member("3").run("rewards history");
  expect(whispered(card)).toContain("· over\n-# 1 claim of 1 member · you: 1 of 4");
  expect(said(await bot.member("3").pick("v1:rewards:mine-of", trackId))).toContain("Home · my progress");
  expect(whispered(await bot.member("3", "9").run("rewards history"))).toContain(
    "has not opened a reward yet",
  );
});

test("what, track and choice complete themselves", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  const offered = async (line: string, option: string, typed: string) => {
    const answer = await bot.complete(line, option, typed);
    return (answer as { data: { choices: { name: string; value: string }[] } }).data.choices;
  };
  expect((await offered("rewards open", "what", "home"))[0]).toEqual({
    name: "Home · once per account and week, 4 in all · level 10 and up",
    value: "home",
  });
  expect(await offered("rewards claim", "track", "ho")).toEqual([{ name: "Home", value: trackId }]);
  expect((await offered("rewards claim", "choice", "spec")).map(({ value }) => value)).toEqual([
    "Specialization Point",
  ]);
});

function draftIn(answer: Parameters<typeof buttonId>[0]): string {
  return buttonId(answer, "Type another time").split(":")[3] ?? "";
}

test("the board stands in the channel that was named, else in the fleet's for rewards", async () => {
  const bot = counter();
  const resolved = { channels: { "44": { id: "44", type: 0 }, "45": { id: "45", type: 2 } } };
  await bot.officer.run("rewards open", { what: "home", channel: "44" }, resolved);
  await bot.officer.run("rewards open", { what: "Event", weeks: 1, channel: "45" }, resolved);
  expect((await tracksOf(bot.store, GUILD)).map(({ channelId }) => channelId).toSorted()).toEqual([
    "12",
    "44",
  ]);
});
