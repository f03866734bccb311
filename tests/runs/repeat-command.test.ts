import { expect, test } from "vitest";
import { guildSettings, settingsKey } from "../../src/guilds/settings.ts";
import type { Run } from "../../src/runs/run.ts";
import { nextRun } from "../../src/runs/series.ts";
import { runKey, runs } from "../../src/runs/store.ts";
import { buttonId, GUILD, gathered, kept, lobby, said, theRun, whispered } from "./lobby.ts";

const HOUR = 3_600_000;
const SUMMER = Date.UTC(2026, 5, 1, 12);

async function inBerlin(now: number) {
  const bot = lobby({ now });
  await bot.store.update(settingsKey(GUILD), guildSettings, (one) => ({ ...one, timeZone: "Europe/Berlin" }));
  return bot;
}

test("a run that comes back keeps the hour of the fleet's clock, and the leader is told so", async () => {
  const bot = await inBerlin(SUMMER);
  const answer = await bot.leader.run("lfg", { mission: "second wave sat 20:00", repeat: "weekly" });
  expect(whispered(answer)).toContain(
    "It repeats every week, at the same hour of the clock in Europe/Berlin",
  );
  expect(await kept(bot)).toMatchObject([
    { series: { rhythm: "weekly", firstOn: "2026-06-06T20:00:00", zone: "Europe/Berlin", count: 0 } },
  ]);
});

test("before a clock change the leader is told for whom the hour shifts, and nothing is posted until they agree", async () => {
  const bot = await inBerlin(Date.UTC(2027, 1, 22));
  const question = await bot.leader.run("lfg", { mission: "second wave sat 20:00", repeat: "weekly" });
  expect(whispered(question)).toContain("in America/New_York it is 1 h later from <t:");
  expect(await kept(bot)).toEqual([]);
  await bot.leader.press(buttonId(question, "Post it like this"), { onPrivateCard: true });
  expect(await kept(bot)).toMatchObject([{ series: { rhythm: "weekly" } }]);
});

test("a clock change that is far away is told of under the card that stands", async () => {
  const bot = await inBerlin(SUMMER);
  const posted = await bot.leader.run("lfg", { mission: "second wave sat 20:00", repeat: "weekly" });
  const inNovember = Date.parse("2026-10-31T20:00+01:00") / 1_000;
  expect(whispered(posted)).toContain(`in America/New_York it is 1 h later from <t:${inNovember}:D> on`);
  expect(await kept(bot)).toHaveLength(1);
});

test("a call for right now cannot come back", async () => {
  const answer = await lobby().leader.run("lfg", { mission: "second wave", repeat: "daily" });
  expect(whispered(answer)).toContain("A call for right now cannot repeat");
});

const DAY = 24 * 3_600_000;
const SATURDAY = Date.parse("2026-06-06T20:00+02:00");

function nextStart(run: Run): number | undefined {
  return run.series && nextRun(run, run.series, run.startsAt).startsAt;
}

test("a first run that is moved takes the others along, or is moved alone", async () => {
  const bot = await inBerlin(SUMMER);
  const run = await gathered(bot, { mission: "second wave sat 20:00", repeat: "weekly" });
  const id = `v1:lfg:edit:${run.runId}`;
  const moved = await bot.leader.submit(id, { when: "sat 21:00", seats: "5", roles: "", note: "" });
  expect(nextStart(await theRun(bot, run))).toBe(SATURDAY + 7 * DAY + HOUR);
  expect(said(moved)).toContain(
    `The runs after it follow; the next one is at <t:${(SATURDAY + 7 * DAY + HOUR) / 1000}:F>.`,
  );

  const alone = await bot.leader.press(buttonId(moved, "Move only this one"));
  expect(whispered(alone)).toContain("The runs after it stay where they were");
  expect(await theRun(bot, run)).toMatchObject({ startsAt: SATURDAY + HOUR });
  expect(nextStart(await theRun(bot, run))).toBe(SATURDAY + 7 * DAY);
  await bot.leader.press(buttonId(alone, "Move those after it too"));
  expect(nextStart(await theRun(bot, run))).toBe(SATURDAY + 7 * DAY + HOUR);
});

test("a later run is moved alone, and takes the others along when its leader wants it", async () => {
  const bot = await inBerlin(SUMMER);
  const first = await gathered(bot, { mission: "second wave sat 20:00", repeat: "weekly" });
  const run = first.series && nextRun(first, first.series, SATURDAY);
  await bot.store.create(runKey(GUILD, run?.runId ?? ""), runs, run ?? first);
  const moved = await bot.leader.press(`v1:lfg:edit-at:${run?.runId}:${SATURDAY + 8 * DAY}`);
  expect(nextStart(await theRun(bot, run ?? first))).toBe(SATURDAY + 14 * DAY);
  await bot.leader.press(buttonId(moved, "Move those after it too"));
  expect(nextStart(await theRun(bot, run ?? first))).toBe(SATURDAY + 15 * DAY);
  expect(whispered(await bot.leader.press(`v1:lfg:follow:${run?.runId}:9`))).toContain("does not repeat");
});

test("a run that is moved beyond the next one promises the one after that, which is the one that comes", async () => {
  const bot = await inBerlin(SUMMER);
  const first = await gathered(bot, { mission: "second wave sat 20:00", repeat: "weekly" });
  const run = (first.series && nextRun(first, first.series, SATURDAY)) ?? first;
  await bot.store.create(runKey(GUILD, run.runId), runs, run);
  const moved = await bot.leader.press(`v1:lfg:edit-at:${run.runId}:${SATURDAY + 15 * DAY}`);
  const promised = `the next one is at <t:${(SATURDAY + 21 * DAY) / 1000}:F>.`;
  expect(whispered(moved)).toContain(`The runs after it stay where they were; ${promised}`);
  expect(nextStart(await theRun(bot, run))).toBe(SATURDAY + 21 * DAY);
});

test("under the answer that posts a series stands a button that cancels all of it", async () => {
  const bot = await inBerlin(SUMMER);
  const posted = await bot.leader.run("lfg", { mission: "second wave sat 20:00", repeat: "weekly" });
  const [run] = await kept(bot);
  if (run === undefined) throw new Error("No run was made.");
  await bot.member("1").press(`v1:lfg:join:${run.runId}`);
  const question = await bot.leader.press(buttonId(posted, "Cancel the series"));
  expect(whispered(question)).toContain("No run follows it.");
  const answer = await bot.leader.press(buttonId(question, "Yes, cancel all of it"));
  expect(whispered(answer)).toContain("is cancelled, and no run follows it.");
  expect(await theRun(bot, run)).toMatchObject({ ending: "cancelled", series: { isCarriedOn: true } });
});

test("a series is cancelled at once while nobody but its leader is in, and not twice", async () => {
  const bot = await inBerlin(SUMMER);
  const run = await gathered(bot, { mission: "second wave sat 20:00", repeat: "weekly" });
  const cancel = `v1:lfg:cancel:${run.runId}:all`;
  expect(whispered(await bot.leader.press(cancel))).toContain("no run follows it.");
  expect(whispered(await bot.leader.press(cancel))).toContain("is over");
  expect(whispered(await bot.member("1").press(`v1:lfg:cancel-now:${run.runId}:all`))).toContain("Only the");
});

test("the leader skips one or ends the series from the panel", async () => {
  const bot = await inBerlin(SUMMER);
  const run = await gathered(bot, { mission: "second wave sat 20:00", repeat: "weekly" });
  const panel = await bot.leader.press(`v1:lfg:manage:${run.runId}`);
  expect(buttonId(panel, "Skip this one")).toBe(`v1:lfg:cancel:${run.runId}`);
  await bot.member("1").press(`v1:lfg:join:${run.runId}`);
  const question = await bot.leader.press(buttonId(panel, "Skip this one"));
  expect(whispered(question)).toContain("The series goes on with the next one.");
  expect(buttonId(question, "Yes, skip it")).toBe(`v1:lfg:cancel-now:${run.runId}`);
  const other = await gathered(bot, { mission: "second wave sun 20:00", repeat: "weekly" });
  expect(whispered(await bot.leader.press(`v1:lfg:cancel:${other.runId}`))).toContain("The series goes on");
  const ended = await bot.leader.press(buttonId(panel, "End the series"), { onPrivateCard: true });
  expect(JSON.stringify(ended)).toContain("No run follows this one");
  expect(await theRun(bot, run)).toMatchObject({ state: "open", series: { isCarriedOn: true } });
});
