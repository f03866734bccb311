import { InteractionResponseType } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { buttonsOf, idOn, textOf } from "../end-to-end/seen.ts";
import { house, isPrivate, messageOf, refusalsOf } from "../house.ts";

const NOW = Date.UTC(2026, 10, 20, 20, 14);
type Answer = Awaited<ReturnType<ReturnType<typeof house>["run"]>>;

function read(answer: Answer): string {
  expect(refusalsOf(answer)).toEqual([]);
  if (answer?.type === InteractionResponseType.ChannelMessageWithSource) expect(isPrivate(answer)).toBe(true);
  return textOf(messageOf(answer));
}

test("a new member's panel says what nothing is set to", async () => {
  const panel = read(await house().run("me"));
  expect(panel).toContain("**Time zone** not set");
  expect(panel).toContain("**Reminders** a mention in the channel");
  expect(panel).toContain("**Plots** hidden");
});

test("a time zone typed with a slip is understood, and shown with the time there", async () => {
  const bot = house({ now: NOW });
  expect(read(await bot.run("me", { "time-zone": "berlni" }))).toContain(
    "Your time zone is **Europe/Berlin**, where it is 21:14.",
  );
  expect(read(await bot.run("me"))).toContain("**Time zone** Europe/Berlin · it is 21:14 there");
});

test("a time zone that may be several asks which, and a press answers", async () => {
  const bot = house({ now: NOW });
  const question = await bot.run("me", { "time-zone": "CST" });
  expect(read(question)).toContain("“CST” may be several");
  expect(read(await bot.run("me"))).toContain("not set");
  const shanghai = idOn(messageOf(question), "Asia/Shanghai");
  expect(read(await bot.press(shanghai, { onPrivateCard: true }))).toContain("Asia/Shanghai");
});

test.each(["xyzzy", "**@everyone**", "x".repeat(60)])(
  "“%s” is no time zone, and is shown back harmless",
  async (typed) => {
    const bot = house();
    const answer = read(await bot.run("me", { "time-zone": typed }));
    expect(answer).toContain("I know no time zone");
    expect(answer).not.toMatch(/(?<!\\)[*@]/);
  },
);

test("a button's time zone that is none is read as typed, and changes nothing", async () => {
  const bot = house();
  expect(read(await bot.press("v1:me:zone:Mars.Olympus"))).toContain("I know no time zone");
  expect(read(await bot.run("me"))).toContain("not set");
});

test("the panel's button opens a form that knows the present zone, and the form sets another", async () => {
  const bot = house({ now: NOW });
  await bot.run("me", { "time-zone": "Tokyo" });
  const form = await bot.press("v1:me:zone-form", { onPrivateCard: true });
  expect(refusalsOf(form)).toEqual([]);
  expect(form).toMatchObject({ type: InteractionResponseType.Modal, data: { custom_id: "v1:me:zone" } });
  expect(JSON.stringify(form)).toContain("Asia/Tokyo");
  const after = await bot.submit("v1:me:zone", { zone: "sydney" });
  expect(after?.type).toBe(InteractionResponseType.UpdateMessage);
  expect(read(after)).toContain("Australia/Sydney");
});

test.each([
  ["dm", "30m", "22-8", "a direct message, 30 min before, not from 22:00 to 08:00"],
  ["dm", "1 h 30 min", "10pm to 7:30am", "a direct message, 1 h 30 min before, not from 22:00 to 07:30"],
  ["dm", "", "", "a direct message"],
  ["off", "", "", "off"],
  ["channel", "", "22-8", "a mention in the channel; for rewards not from 22:00 to 08:00"],
])("reminders filled in as %s, “%s”, “%s” read “%s”", async (by, lead, quiet, shown) => {
  const bot = house();
  expect(read(await bot.submit("v1:me:reminders", { by, lead, quiet }))).toContain(
    `**Reminders** ${shown}\n`,
  );
});

test("the panel says what reminders are for, and what comes although they are off", async () => {
  const bot = house();
  expect(read(await bot.run("me"))).toContain("rewards that you asked to be reminded of");
  const off = read(await bot.submit("v1:me:reminders", { by: "off", lead: "", quiet: "" }));
  expect(off).toContain("for everything that is still to come");
  expect(off).toContain("You are still told when a run of yours moves");
});

test.each([
  ["soon", "", "I could not read “soon” as a length of time"],
  ["8 days", "", "a length of time up to a week"],
  ["0", "", "a length of time"],
  ["", "all night", "I could not read “all night” as quiet hours"],
  ["", "25-8", "quiet hours"],
  ["", "8-8", "quiet hours"],
])("reminders with lead “%s” and quiet hours “%s” change nothing", async (lead, quiet, sentence) => {
  const bot = house();
  const answer = await bot.submit("v1:me:reminders", { by: "dm", lead, quiet });
  expect(read(answer)).toContain(sentence);
  expect(buttonsOf(messageOf(answer))[0]?.label).toBe("Try again");
  expect(read(await bot.run("me"))).toContain("**Reminders** a mention in the channel");
});

test("plots are shown openly, or hidden, at a press", async () => {
  const bot = house();
  expect(read(await bot.press("v1:me:spoilers:open", { onPrivateCard: true }))).toContain("**Plots** open");
  expect(read(await bot.press("v1:me:spoilers:hidden", { onPrivateCard: true }))).toContain(
    "**Plots** hidden",
  );
});

test("the export holds what the member told, and nothing of anybody else", async () => {
  const bot = house({ now: NOW });
  await bot.run("captain add", { name: "T'Rin", faction: "klingon" });
  await bot.as({ userId: "4" }).run("captain add", { name: "Someone Else", faction: "klingon" });
  await bot.run("me", { "time-zone": "Tokyo" });
  const answer = await bot.press("v1:me:export", { onPrivateCard: true });
  expect(refusalsOf(answer, bot.files)).toEqual([]);
  expect(textOf(messageOf(answer))).toContain("all that I keep of you");
  const [file] = bot.files;
  expect(file?.name).toBe("my-away-team-data.json");
  expect(JSON.parse(file?.data ?? "")).toMatchObject({
    exportedAt: "2026-11-20T20:14:00.000Z",
    you: { timeZone: "Asia/Tokyo", captains: [{ name: "T'Rin", kind: "klingon" }] },
    inFleets: [],
  });
  expect(file?.data).not.toContain("Someone Else");
});

test("Forget me asks first, and Keep everything keeps everything", async () => {
  const bot = house();
  await bot.run("me", { "time-zone": "Tokyo" });
  expect(read(await bot.press("v1:me:forget", { onPrivateCard: true }))).toContain("This cannot be undone");
  expect(read(await bot.press("v1:me:keep", { onPrivateCard: true }))).toContain("Asia/Tokyo");
});

test("Forget me says what it erased, and afterwards nothing is left", async () => {
  const texts = new Map<string, string>();
  const bot = house({ driver: memoryDriver(texts) });
  await bot.run("captain add", { name: "T'Rin", faction: "klingon" });
  await bot.run("me", { "time-zone": "Tokyo" });
  expect(read(await bot.press("v1:me:forget-now", { onPrivateCard: true }))).toContain(
    "You are forgotten. Erased: 1 captain, your time zone.",
  );
  expect([...texts.keys()]).toEqual(["bot:erasures"]);
  expect(read(await bot.run("captain list"))).toContain("no captain yet");
  expect(read(await bot.press("v1:me:forget-now"))).toContain("I kept nothing of you");
});

test("/me works in a direct message", async () => {
  expect(read(await house().as({ guildId: null }).run("me", { "time-zone": "Paris" }))).toContain(
    "Europe/Paris",
  );
});
