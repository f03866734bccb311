import { type APIInteractionResponse, InteractionResponseType } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { users } from "../../src/captains/store.ts";
import { guildSettings, settingsKey } from "../../src/guilds/settings.ts";
import { signupOf } from "../../src/runs/run.ts";
import { userKey } from "../../src/store/document-key.ts";
import { buttonId, GUILD, gathered, kept, lobby, TOMORROW_EVENING, theRun, whispered } from "./lobby.ts";

const HOUR = 3_600_000;
const ACTIONS = [
  "manage",
  "edit",
  "lock",
  "start",
  "ping",
  "split",
  "cancel",
  "cancel-now",
  "add",
  "remove",
  "hand-over",
  "finish",
  "finish-all",
  "absent",
];

function formId(answer: APIInteractionResponse | undefined): string {
  if (answer?.type !== InteractionResponseType.Modal) throw new Error("No form was opened.");
  return answer.data.custom_id;
}

test("a stranger manages nothing, whichever button they replay", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  const before = JSON.stringify(await theRun(bot, run));
  for (const action of ACTIONS) {
    const answer = await bot.member("7").pick(`v1:lfg:${action}:${run.runId}`, "7");
    expect(whispered(answer)).toBe("Only the leader of this run and officers of the fleet can do that.");
  }
  const form = await bot.member("7").submit(`v1:lfg:edit:${run.runId}`, { when: "", seats: "1", note: "" });
  expect(whispered(form)).toContain("Only the leader");
  expect(JSON.stringify(await theRun(bot, run))).toBe(before);
});

test("officers manage any run: who may manage the server, and who has the officer role", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  await bot.store.update(settingsKey(GUILD), guildSettings, (now) => ({ ...now, officerRoleId: "66" }));
  for (const officer of [
    { userId: "8", permissions: "32" },
    { userId: "9", roleIds: ["66"] },
  ])
    expect(whispered(await bot.as(officer).press(`v1:lfg:manage:${run.runId}`))).toContain(
      "Manage Second Wave",
    );
});

test("the form changes seats, note and time; a field that was left alone changes nothing", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  const id = `v1:lfg:edit:${run.runId}`;
  const form = await bot.leader.press(id, { onPrivateCard: true });
  expect(form).toMatchObject({ type: 9 });
  expect(JSON.stringify(form)).toContain("2026-11-21 20:00");

  await bot.leader.submit(id, { when: "2026-11-21 20:00", seats: "7", note: "bring kits" });
  expect(await theRun(bot, run)).toMatchObject({ seats: 7, note: "bring kits", startsAt: TOMORROW_EVENING });
  await bot.leader.submit(id, { when: "2026-11-21 21:00", seats: "7", note: "bring kits" });
  expect(await theRun(bot, run)).toMatchObject({ startsAt: TOMORROW_EVENING + HOUR });
});

test("a time that was left alone moves nothing back, when the run was moved while the form was open", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  const form = await bot.leader.press(`v1:lfg:edit:${run.runId}`, { onPrivateCard: true });
  await bot
    .as({ userId: "9", permissions: "32" })
    .press(`v1:lfg:edit-at:${run.runId}:${TOMORROW_EVENING + HOUR}`);

  const seen = { when: "2026-11-21 20:00", seats: "5", roles: "", note: "bring kits" };
  await bot.leader.submit(formId(form), seen);
  expect(await theRun(bot, run)).toMatchObject({
    note: "bring kits",
    startsAt: TOMORROW_EVENING + HOUR,
  });
  await bot.leader.submit(formId(form), { ...seen, when: "2026-11-21 19:30" });
  expect(await theRun(bot, run)).toMatchObject({ startsAt: TOMORROW_EVENING - HOUR / 2 });
});

test("the form shows the roles as they were typed, and changes them with the seats", async () => {
  const bot = lobby();
  const run = await gathered(bot, { mission: "second wave", when: "tomorrow 20:00", roles: "tank, 2 dps" });
  const id = `v1:lfg:edit:${run.runId}`;
  const as = { when: "", seats: "5", note: "" };
  expect(JSON.stringify(await bot.leader.press(id, { onPrivateCard: true }))).toContain("tank, 2 damage");
  expect(JSON.stringify(await bot.leader.submit(id, { ...as, roles: "1 tank, 2 dps" }))).toContain(
    "The roles add up to 3 places, but there would be 5 seats.",
  );
  expect(whispered(await bot.leader.submit(id, { ...as, roles: "cooks" }))).toContain("could not read those");
  expect((await theRun(bot, run)).roles).toEqual(run.roles);
  await bot.leader.submit(id, { ...as, roles: "2 tank, 3 heal" });
  expect((await theRun(bot, run)).roles).toEqual([
    { role: "tank", most: 2 },
    { role: "heal", most: 3 },
  ]);
});

test("a time in the form that cannot be taken is asked about, and the rest is changed all the same", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  const answer = await bot.leader.submit(`v1:lfg:edit:${run.runId}`, {
    when: "sat at 8",
    seats: "3",
    note: "",
  });
  expect(JSON.stringify(answer)).toContain("in the morning or in the evening?");
  expect(JSON.stringify(answer)).toContain("The rest is changed; the time of the run stands as it was.");
  expect(await theRun(bot, run)).toMatchObject({ seats: 3, startsAt: TOMORROW_EVENING });
  await bot.leader.press(`v1:lfg:edit-at:${run.runId}:${TOMORROW_EVENING + HOUR}`, { onPrivateCard: true });
  expect(await theRun(bot, run)).toMatchObject({ startsAt: TOMORROW_EVENING + HOUR });
});

test.each(["0", "51", "many", "1e1"])("%s seats in the form change nothing", async (seats) => {
  const bot = lobby();
  const run = await gathered(bot);
  const answer = await bot.leader.submit(`v1:lfg:edit:${run.runId}`, { when: "", seats, note: "" });
  expect(JSON.stringify(answer)).toContain("Seats are a number from 1 to 50");
  expect(await theRun(bot, run)).toMatchObject({ seats: 5 });
});

test("locking shuts the door, and the leader may still bring somebody in", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  await bot.leader.press(`v1:lfg:lock:${run.runId}`);
  expect(whispered(await bot.member("1").press(`v1:lfg:join:${run.runId}`))).toContain("is locked");
  expect(whispered(await bot.leader.pick(`v1:lfg:add:${run.runId}`, "1"))).toContain(
    "<@1> is in, with seat 2.",
  );
  expect(signupOf(await theRun(bot, run), "1")).toMatchObject({ addedBy: "100" });
  expect(whispered(await bot.leader.pick(`v1:lfg:remove:${run.runId}`, "1"))).toContain("<@1> is out of it.");
  expect(whispered(await bot.leader.pick(`v1:lfg:remove:${run.runId}`, "1"))).toContain("is not signed up");
});

test("who is not on the server is neither brought along nor given the lead", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  const resolved = { users: { "1": { id: "1" } } };
  for (const action of ["add", "hand-over"]) {
    const answer = await bot.leader.choose(`v1:lfg:${action}:${run.runId}`, ["1"], resolved);
    expect(whispered(answer)).toBe("<@1> is not on this server, so nothing was changed.");
  }
  expect(await theRun(bot, run)).toMatchObject({ leaderId: "100", signups: [{ userId: "100" }] });
});

test("an app is neither brought along nor given the lead", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  const resolved = { users: { "1": { id: "1", bot: true } }, members: { "1": {} } };
  for (const action of ["add", "hand-over"]) {
    const answer = await bot.leader.choose(`v1:lfg:${action}:${run.runId}`, ["1"], resolved);
    expect(whispered(answer)).toContain("<@1> is an app and flies no missions");
  }
  expect(await theRun(bot, run)).toMatchObject({ leaderId: "100", signups: [{ userId: "100" }] });
});

test("the crew is looked up for the leader who opens Manage, and for nobody else", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  await bot.member("1").press(`v1:lfg:manage:${run.runId}`);
  await bot.leader.press("v1:lfg:manage:r9");
  expect(bot.rollCalls).toEqual([]);
  await bot.leader.press(`v1:lfg:manage:${run.runId}`);
  expect(bot.rollCalls).toEqual([`${GUILD} ${run.runId}`]);
});

test("whom the leader brings to a run with roles is asked what they bring", async () => {
  const bot = lobby();
  const run = await gathered(bot, { mission: "second wave", when: "tomorrow 20:00", roles: "1 tank, 2 dps" });
  const question = await bot.leader.pick(`v1:lfg:add:${run.runId}`, "1");
  expect(whispered(question)).toContain("What does <@1> bring?");
  await bot.leader.pick(`v1:lfg:add-as:${run.runId}:1`, "tank");
  expect(signupOf(await theRun(bot, run), "1")).toMatchObject({ role: "tank", standing: "seated" });
});

test("cancelling asks first when others are concerned, and then ends it", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  await bot.member("1").press(`v1:lfg:join:${run.runId}`);
  const question = await bot.leader.press(`v1:lfg:cancel:${run.runId}`);
  expect(whispered(question)).toContain("The other member who signed up is told, once.");
  expect((await theRun(bot, run)).state).toBe("open");
  await bot.leader.press(buttonId(question, "Yes, cancel it"), { onPrivateCard: true });
  expect(await theRun(bot, run)).toMatchObject({ state: "over", ending: "cancelled" });
});

test("the lead goes to another, and with it the right to lead", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  const given = await bot.leader.pick(`v1:lfg:hand-over:${run.runId}`, "1");
  expect(whispered(given)).toBe("<@1> leads it now.");
  expect(JSON.stringify(given)).not.toContain("lfg:lock");
  expect((await bot.store.read(userKey("1"), users)).guildIds).toEqual([GUILD]);
  expect(whispered(await bot.leader.press(`v1:lfg:lock:${run.runId}`))).toContain("Only the leader");
  expect(whispered(await bot.member("1").press(`v1:lfg:lock:${run.runId}`))).toContain(
    "Nobody signs up any more",
  );
});

test("nobody is handed a sixth open run", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  for (const day of [1, 2, 3, 4, 5])
    await bot.member("7").run("lfg", { mission: "second wave", when: `2026-12-0${day} 20:00` });
  const give = `v1:lfg:hand-over:${run.runId}`;
  expect(whispered(await bot.leader.pick(give, "7"))).toBe(
    "<@7> leads five open runs already, and that is as many as one member may hold. Nothing was changed.",
  );
  expect(await theRun(bot, run)).toMatchObject({ leaderId: "100" });
});

test("two who are handed to one member at once do not make six", async () => {
  const bot = lobby();
  const two = [await gathered(bot), await gathered(bot, { mission: "home", when: "tomorrow 22:00" })];
  for (const day of [1, 2, 3, 4])
    await bot.member("7").run("lfg", { mission: "second wave", when: `2026-12-0${day} 20:00` });
  await Promise.all(two.map(({ runId }) => bot.leader.pick(`v1:lfg:hand-over:${runId}`, "7")));
  expect((await kept(bot)).filter(({ leaderId }) => leaderId === "7")).toHaveLength(5);
});

test("finishing keeps who was there; those who were missing are picked", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  for (const userId of ["1", "2"]) await bot.member(userId).press(`v1:lfg:join:${run.runId}`);
  await bot.leader.press(`v1:lfg:start:${run.runId}`);
  expect(whispered(await bot.leader.press(`v1:lfg:finish:${run.runId}`))).toContain("was missing?");
  const answer = await bot.leader.pick(`v1:lfg:absent:${run.runId}`, "2");
  expect(whispered(answer)).toContain("with 2 members of the crew there");
  expect(await theRun(bot, run)).toMatchObject({ ending: "finished", present: ["100", "1"] });
});

test("of a crew that no menu can take at once, more who were missing are picked afterwards", async () => {
  const bot = lobby();
  const run = await gathered(bot, { mission: "second wave", when: "tomorrow 20:00", seats: 30 });
  for (let userId = 1; userId < 28; userId++) await bot.member(`${userId}`).press(`v1:lfg:join:${run.runId}`);
  await bot.leader.press(`v1:lfg:start:${run.runId}`);
  const ask = () => bot.leader.press(`v1:lfg:finish:${run.runId}`);
  const asked = await ask();
  expect(whispered(asked)).toContain("A menu takes 25 names");
  expect(JSON.stringify(asked)).not.toContain(":too");
  await bot.leader.pick(`v1:lfg:absent:${run.runId}`, "2");
  expect(JSON.stringify(await ask())).toContain(`v1:lfg:absent:${run.runId}:too`);
  const answer = await bot.leader.pick(`v1:lfg:absent:${run.runId}:too`, "3");
  expect(whispered(answer)).toContain("with 26 members of the crew there");
});

test("a run that has not begun is not finished, however old the panel is", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  for (const press of ["finish", "finish-all"])
    expect(whispered(await bot.leader.press(`v1:lfg:${press}:${run.runId}`))).toContain(
      "It has not begun, so there is nothing to finish.",
    );
  await bot.leader.pick(`v1:lfg:absent:${run.runId}`, "100");
  expect(await theRun(bot, run)).toMatchObject({ state: "open" });
});

test("the crew is called at most once in ten minutes", async () => {
  const bot = lobby();
  const run = await gathered(bot);
  const ping = `v1:lfg:ping:${run.runId}`;
  expect(whispered(await bot.leader.press(ping))).toContain("Nobody has signed up");
  await bot.member("1").press(`v1:lfg:join:${run.runId}`);
  expect(whispered(await bot.leader.press(ping))).toContain("The crew is called");
  expect(whispered(await bot.leader.press(ping))).toContain("within the last ten minutes");
});
