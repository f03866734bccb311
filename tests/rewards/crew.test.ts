import { InteractionResponseType } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { trackKey, tracks } from "../../src/rewards/store.ts";
import { openRuns } from "../../src/runs/store.ts";
import { refusalsOf } from "../house.ts";
import { buttonId, counter, GUILD, said, whispered } from "./counter.ts";

const owed = async (bot: ReturnType<typeof counter>, trackId: string) =>
  (await bot.store.read(trackKey(GUILD, trackId), tracks))?.deliveries.all.filter(
    ({ kind }) => kind === "crew",
  );

test("an officer gathers a crew from the standings, and those who need it and asked are told", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  await bot.member("3").press(`v1:rewards:remind:${trackId}`);
  await bot.member("4").press(`v1:rewards:remind:${trackId}`);
  await bot.member("4").press(`v1:rewards:take:${trackId}:0:`);
  const card = await bot.officer.run("rewards standings");
  expect(said(card)).toContain("**Gather a crew** tells 1 member who asked to be reminded");
  const form = await bot.officer.press(buttonId(card, "Gather a crew"));
  expect(refusalsOf(form)).toEqual([]);
  expect(form?.type).toBe(InteractionResponseType.Modal);

  const answer = await bot.officer.submit(`v1:lfg:gather:home:${trackId}`, { when: "in 2 hours" });
  expect(whispered(answer)).toContain(
    "1 member who still needs **Home** and asked to be reminded is told of it",
  );
  const [run] = await openRuns(bot.store, GUILD, bot.time.now);
  expect(run?.slug).toBe("home");
  expect(await owed(bot, trackId)).toMatchObject([{ about: run?.runId, state: "planned" }]);
});

test("a question on the way does not forget for whom the crew is gathered", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  await bot.member("3").press(`v1:rewards:remind:${trackId}`);
  const asked = await bot.officer.submit(`v1:lfg:gather:home:${trackId}`, { when: "sometime nice" });
  const form = await bot.officer.press(buttonId(asked, "Type another time"));
  const { custom_id: id = "" } = (form as { readonly data: { readonly custom_id?: string } }).data;
  expect(said(await bot.officer.submit(id, { when: "in 2 hours" }))).toContain("is told of it");
  expect(await owed(bot, trackId)).toHaveLength(1);
});

test("two presses that answer one question, a moment apart, have everybody told once", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  await bot.member("3").press(`v1:rewards:remind:${trackId}`);
  const asked = await bot.officer.submit(`v1:lfg:gather:home:${trackId}`, { when: "sat at 8" });
  const [, id = ""] = /"custom_id":"(v1:lfg:draft-at:[^"]*)"/.exec(JSON.stringify(asked)) ?? [];
  let now = bot.time.now;
  Object.defineProperty(bot.time, "now", { get: () => now++ });
  const answers = await Promise.all([1, 2].map(() => bot.officer.press(id, { onPrivateCard: true })));
  for (const answer of answers) expect(said(answer)).toContain("is told of it");
  expect(await owed(bot, trackId)).toHaveLength(1);
});

test("where nobody asked to be told the officer reads so, and nobody is", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  const answer = await bot.officer.submit(`v1:lfg:gather:home:${trackId}`, { when: "in 2 hours" });
  expect(whispered(answer)).toContain("Nobody who still needs **Home** asked to be reminded");
  expect(await owed(bot, trackId)).toEqual([]);
});

test("only an officer's crew tells anybody, and only that of the reward's own mission", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  await bot.member("3").press(`v1:rewards:remind:${trackId}`);
  expect(whispered(await bot.member("4").press(`v1:rewards:crew:${trackId}`))).toContain("Only officers");
  await bot.member("4").submit(`v1:lfg:gather:home:${trackId}`, { when: "in 2 hours" });
  await bot.officer.submit(`v1:lfg:gather:second-wave:${trackId}`, { when: "in 5 hours" });
  await bot.officer.submit("v1:lfg:gather:home:t999", { when: "in 9 hours" });
  expect(await owed(bot, trackId)).toEqual([]);
  expect(await openRuns(bot.store, GUILD, bot.time.now)).toHaveLength(3);
  expect(bot.failures).toEqual([]);
});

test("an event of the fleet's own says why no crew can be gathered for it, and one that is over, too", async () => {
  const bot = counter();
  const own = await bot.opened({ what: "Winter Event", days: 5 });
  const card = await bot.officer.run("rewards standings");
  expect(whispered(await bot.officer.press(buttonId(card, "Gather a crew")))).toContain(
    "I do not know which mission it is played in",
  );
  const home = await bot.opened();
  bot.time.now += 60 * 24 * 3_600_000;
  expect(whispered(await bot.officer.press(`v1:rewards:crew:${home.trackId}`))).toContain(
    "cannot be claimed now",
  );
  expect(whispered(await bot.officer.press(`v1:rewards:crew:${own.trackId}`))).toContain("own");
});

test("an officer stops the pictures and has them posted again, and a member does not", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  const card = await bot.officer.run("rewards standings");
  const off = await bot.officer.press(buttonId(card, "Stop the pictures"), { onPrivateCard: true });
  expect(said(off)).toContain("No pictures are posted.");
  expect(whispered(await bot.member("3").press(`v1:rewards:pictures:${trackId}:on`))).toContain(
    "Only officers",
  );
  const on = await bot.officer.press(buttonId(off, "Post pictures"), { onPrivateCard: true });
  expect(said(on)).toContain("Pictures of how it went are posted");
  const quiet = await bot.opened({ what: "Winter Event", days: 5, pictures: false });
  expect(quiet.pictures).toBe("off");
});

test("where no files may be attached the officer who opens a reward is told once", async () => {
  const bot = counter();
  const barred = bot.as({ userId: "100", permissions: "32", botPermissions: String(0x400 | 0x800) });
  expect(said(await barred.run("rewards open", { what: "home" }))).toContain("I lack **Attach Files** in <#");
});
