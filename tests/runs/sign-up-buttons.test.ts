import { expect, test } from "vitest";
import { seated, signupOf, waiting } from "../../src/runs/run.ts";
import { runKey, runs } from "../../src/runs/store.ts";
import { textOf } from "../end-to-end/seen.ts";
import { messageOf, refusalsOf } from "../house.ts";
import { captain, joined, names } from "./crew.ts";
import { buttonId, GUILD, gathered, kept, lobby, menu, NOON, theRun, whispered } from "./lobby.ts";

test("the private answer names the seat, or the place on the waitlist", async () => {
  const bot = lobby();
  const run = await gathered(bot, { mission: "second wave", when: "tomorrow 20:00", seats: 2 });
  const join = `v1:lfg:join:${run.runId}`;
  expect(whispered(await bot.member("1").press(join))).toContain(
    "You are in: seat 2 of 2 for **Second Wave**",
  );
  expect(whispered(await bot.member("2").press(join))).toContain("You are number 1 on the waitlist");
  expect(whispered(await bot.member("3").press(join))).toContain("You are number 2 on the waitlist");
  expect(whispered(await bot.member("1").press(join))).toContain("You are in already: seat 2 of 2");

  expect(whispered(await bot.member("1").press(`v1:lfg:leave:${run.runId}`))).toContain("You are out of");
  const after = await theRun(bot, run);
  expect(names(seated(after))).toEqual(["100", "2"]);
  expect(names(waiting(after))).toEqual(["3"]);
});

test("whoever has several captains is asked which, and who cannot come is named with the reason", async () => {
  const bot = lobby();
  const run = await gathered(bot, { mission: "second wave", when: "tomorrow 20:00", "min-level": 50 });
  const member = bot.member("1");
  await member.run("captain add", { name: "Nog", faction: "federation", level: 46 });
  await member.run("captain add", { name: "Zarva", faction: "klingon", level: 60 });

  const question = await member.press(`v1:lfg:join:${run.runId}`);
  expect(whispered(question)).toContain("Which captain comes along to **Second Wave**?");
  const { options, custom_id: id } = menu(question);
  expect(options).toMatchObject([
    { label: "Nog", description: "this crew asks for level 50." },
    { label: "Zarva", description: "Klingon" },
  ]);
  expect(whispered(await member.pick(id, options[0]?.value ?? ""))).toContain("**Nog** cannot come along");
  expect(whispered(await member.pick(id, options[1]?.value ?? ""))).toContain("You are in");
  expect(signupOf(await theRun(bot, run), "1")?.captain?.name).toBe("Zarva");
});

test("an ineligible captain is refused with the reason, and takes no seat", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  await bot.member("1").run("captain add", { name: "Nog", faction: "federation", level: 12 });
  const refused = await bot.member("1").press(`v1:lfg:join:${run.runId}`);
  expect(whispered(refused)).toContain("**Nog** cannot come along: it takes level 45.");
  expect(signupOf(await theRun(bot, run), "1")).toBeUndefined();
});

test("where roles are asked for, the member picks one, and may switch to another that is free", async () => {
  const bot = lobby();
  const run = await gathered(bot, {
    mission: "second wave",
    when: "tomorrow 20:00",
    roles: "1 tank, 1 heal, 3 damage",
  });
  const member = bot.member("1");
  const question = await member.press(`v1:lfg:join:${run.runId}`);
  expect(whispered(question)).toContain("What do you bring to **Second Wave**?");
  const joined = await member.pick(menu(question).custom_id, "tank");
  expect(whispered(joined)).toContain("You are in: seat 1 of 5");

  const other = bot.member("2");
  await other.pick(`v1:lfg:join-as:${run.runId}:default`, "damage");
  expect(whispered(await other.pick(`v1:lfg:switch-role:${run.runId}`, "tank"))).toContain(
    "Every tank seat is taken, so nothing changed",
  );
  expect(whispered(await other.pick(`v1:lfg:switch-role:${run.runId}`, "heal"))).toContain(
    "You are down as heal",
  );
});

test("who waits reads what is taken: every seat, or those of their role", async () => {
  const bot = lobby();
  const run = await gathered(bot, {
    mission: "second wave",
    when: "tomorrow 20:00",
    seats: 2,
    roles: "1 tank, 4 dps",
  });
  const come = (userId: string, role: string) =>
    bot.member(userId).pick(`v1:lfg:join-as:${run.runId}:default`, role);
  await come("1", "damage");
  await come("2", "damage");
  expect(whispered(await come("3", "tank"))).toContain("Every seat for **Second Wave** is taken.");
  await bot.member("2").press(`v1:lfg:leave:${run.runId}`);
  expect(whispered(await come("4", "tank"))).toContain("Every tank seat for **Second Wave** is taken.");
});

test("coming late keeps the seat, and everybody sees it", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  const member = bot.member("1");
  const joined = await member.press(`v1:lfg:join:${run.runId}`);
  expect(whispered(await member.pick(menu(joined).custom_id, "15"))).toContain("15 minutes late");
  expect(signupOf(await theRun(bot, run), "1")).toMatchObject({ standing: "seated", lateMinutes: 15 });
  expect(whispered(await member.pick(menu(joined).custom_id, "0"))).toContain("on time");
});

test("standing by holds no seat", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  const answer = await bot.member("1").press(`v1:lfg:tentative:${run.runId}`);
  expect(whispered(answer)).toContain("down as tentative");
  expect(names(seated(await theRun(bot, run)))).toEqual(["100"]);
});

test("Brief me gives the briefing for the captain who was signed up", async () => {
  const bot = lobby();
  const run = await gathered(bot, { mission: "home" });
  const member = bot.member("1");
  await member.run("captain add", { name: "Zarva", faction: "klingon", level: 60 });
  await member.press(`v1:lfg:join:${run.runId}`);
  const briefing = whispered(await member.press(`v1:lfg:brief:${run.runId}`));
  expect(briefing).toContain("## Home");
  expect(briefing).toContain("1 known bug");
});

test("a button on an older copy of the card acts on the same run, and leads to the card", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  const old = await bot.member("1").press(`v1:lfg:join:${run.runId}`, { messageId: "70" });
  expect(whispered(old)).toContain("The card of this run: https://discord.com/channels/2/12/77");
  expect(whispered(await bot.member("2").press(`v1:lfg:join:${run.runId}`))).not.toContain(
    "The card of this run",
  );
});

test("a run that is over, or not there, says so", async () => {
  const bot = lobby();
  const run = await gathered(bot, { mission: "second wave" });
  await bot.leader.press(`v1:lfg:cancel-now:${run.runId}`);
  expect(whispered(await bot.member("1").press(`v1:lfg:join:${run.runId}`))).toContain("is over");
  expect(whispered(await bot.member("1").press("v1:lfg:join:r123"))).toContain("not there any more");
});

test("every button replayed from another guild or a direct message changes nothing, and gets one answer", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  const before = JSON.stringify(await kept(bot));
  const lfg = bot.commands.find(({ name }) => name === "lfg");
  const actions = Object.keys(lfg?.actions ?? {}).filter((action) => action !== "gather");
  expect(actions.length).toBeGreaterThan(30);
  for (const action of actions) {
    const id = `v1:lfg:${action}:${run.runId}:1`;
    for (const guildId of ["9", null]) {
      const elsewhere = bot.as({ userId: "100", guildId, permissions: "8" });
      expect(whispered(await elsewhere.pick(id, "1"))).toMatch(
        /not there any more|too old|only be used|server/,
      );
    }
  }
  for (const form of ["draft-when", "edit"]) {
    const fields = { when: "tomorrow 21:00", seats: "1", note: "" };
    await bot.as({ userId: "100", guildId: "9" }).submit(`v1:lfg:${form}:${run.runId}`, fields);
  }
  expect(JSON.stringify(await kept(bot))).toBe(before);
  expect(bot.failures).toEqual([]);
});

test("the roster of a crowd is private and comes by pages", async () => {
  const bot = lobby();
  const run = await gathered(bot, { mission: "second wave", when: "tomorrow 20:00", seats: 50 });
  for (let at = 0; at < 180; at++)
    await bot.member(String(10n ** 18n + BigInt(at))).press(`v1:lfg:join:${run.runId}`);
  const first = await bot.member("1").press(`v1:lfg:roster:${run.runId}`);
  expect(whispered(first)).toContain("Second Wave · roster");
  expect(whispered(await bot.member("1").press(buttonId(first, "Next →")))).toContain(
    "Waiting, in this order",
  );
});

test("everybody of fifty seats and five hundred who wait stands on the roster's pages, once and in order", async () => {
  const bot = lobby();
  const made = await gathered(bot, { mission: "second wave", when: "tomorrow 20:00", seats: 50 });
  const name = "T'Kuvma of House Mó'Kai, Dahar Master";
  const newcomers = Array.from({ length: 549 }, (_, at) => ({
    userId: String(10n ** 18n + BigInt(at)),
    captain: captain({ name, kind: "romulan-klingon" }),
  }));
  await bot.store.update(runKey(GUILD, made.runId), runs, (run) => run && joined(run, ...newcomers));
  const signups = (await theRun(bot, made)).signups.map(({ userId }) => userId);

  const found: string[] = [];
  let page = await bot.member("1").press(`v1:lfg:roster:${made.runId}`);
  const of = Number(/page 1 of (\d+)/.exec(whispered(page))?.[1]);
  for (let at = 1; ; at++) {
    const text = textOf(messageOf(page));
    expect(text).toContain(`50 with a seat · 500 waiting · page ${at} of ${of}`);
    found.push(...[...text.matchAll(/<@(\d+)>/g)].map(([, id = ""]) => id));
    if (at === of) break;
    page = await bot.member("1").press(buttonId(page, "Next →"), { onPrivateCard: true });
    expect(refusalsOf(page)).toEqual([]);
  }
  expect(found).toEqual(signups);
});

test("an instant call closes itself after an hour", async () => {
  const bot = lobby();
  const run = await gathered(bot, { mission: "second wave" });
  const later = lobby({ now: NOON + 3_600_000 });
  await later.store.create(runKey(GUILD, run.runId), runs, run);
  expect(whispered(await later.member("1").press(`v1:lfg:join:${run.runId}`))).toContain("is over");
});
