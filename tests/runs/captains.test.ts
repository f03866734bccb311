import { expect, test } from "vitest";
import { signupOf } from "../../src/runs/run.ts";
import { buttonId, gathered, lobby, menu, theRun, whispered } from "./lobby.ts";

/** A member whose default captain is too low for Second Wave, and who has another that is not. */
async function withTwo(bot: ReturnType<typeof lobby>, userId: string) {
  const member = bot.member(userId);
  await member.run("captain add", { name: "Nog", faction: "federation", level: 10 });
  await member.run("captain add", { name: "Zarva", faction: "klingon", level: 65 });
  return member;
}

const WITH_ROLES = { mission: "second wave", when: "tomorrow 20:00", roles: "1 tank, 4 dps" };

test("who posts a run with roles comes as the captain that fits, not as the default one", async () => {
  const bot = lobby();
  const leader = await withTwo(bot, "100");
  const posted = await leader.run("lfg", WITH_ROLES);
  const answer = await leader.pick(menu(posted).custom_id, "tank");
  expect(whispered(answer)).toContain("You are in: seat 1 of 5");
  const [, , , runId = ""] = buttonId(posted, "Change").split(":");
  expect(signupOf(await theRun(bot, { runId }), "100")).toMatchObject({
    role: "tank",
    captain: { name: "Zarva" },
  });
});

test("who asks for another captain and has none left is told how to add one", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  expect(whispered(await bot.member("1").press(`v1:lfg:captains:${run.runId}`))).toBe(
    "You have no captain any more, so nothing changed. `/captain add` brings one back.",
  );
});

test("the leader brings a member along as the first of their captains that fits", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  await withTwo(bot, "1");
  await bot.member("2").run("captain add", { name: "Rom", faction: "federation", level: 9 });
  expect(whispered(await bot.leader.pick(`v1:lfg:add:${run.runId}`, "1"))).toContain("<@1> is in");
  expect(signupOf(await theRun(bot, run), "1")?.captain?.name).toBe("Zarva");
  expect(whispered(await bot.leader.pick(`v1:lfg:add:${run.runId}`, "2"))).toContain(
    "<@2> cannot come along: it takes level 45.",
  );
});

test("who stands by does so as a captain that fits, keeps the one they picked, and is refused without any", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  const member = await withTwo(bot, "1");
  const standBy = `v1:lfg:tentative:${run.runId}`;
  expect(whispered(await member.press(standBy))).toContain("down as tentative");
  expect(signupOf(await theRun(bot, run), "1")?.captain?.name).toBe("Zarva");

  await member.run("captain add", { name: "Martok", faction: "klingon", level: 60 });
  const question = await member.press(`v1:lfg:join:${run.runId}`);
  const martok = menu(question).options.find(({ label }) => label === "Martok");
  await member.pick(menu(question).custom_id, martok?.value ?? "");
  await member.press(standBy);
  expect(signupOf(await theRun(bot, run), "1")?.captain?.name).toBe("Martok");

  const low = bot.member("2");
  await low.run("captain add", { name: "Rom", faction: "federation", level: 9 });
  expect(whispered(await low.press(standBy))).toContain("**Rom** cannot come along: it takes level 45.");
  expect(signupOf(await theRun(bot, run), "2")).toBeUndefined();
});
