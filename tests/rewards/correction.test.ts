import { expect, test } from "vitest";
import { COOLDOWN_MS } from "../../src/rewards/claims.ts";
import { correctClaim, stretchesOf } from "../../src/rewards/correction.ts";
import { standingsOf, standingsTable } from "../../src/rewards/standings.ts";
import { emptyPeriod } from "../../src/rewards/store.ts";
import type { Track } from "../../src/rewards/track.ts";
import { claimed, DAY, days, HOUR, STARTS_AT } from "./boards.ts";
import { buttonId, counter, NOON, optionIn, said, whispered } from "./counter.ts";

const often = days({ cadence: "cooldown", length: 5, needed: 5 });
const at = (hours: number) => STARTS_AT + hours * HOUR;
let clicks = 0;

function corrected(of: Track, claims: readonly number[], day: number, now: number, takes?: number) {
  const period = { ...emptyPeriod(of.trackId, STARTS_AT), claims: claims.map((one) => claimed(one)) };
  const stretch = stretchesOf(of)[day - 1];
  if (stretch === undefined) throw new Error("There is no such day.");
  return correctClaim(period, of, stretch, {
    userId: "100",
    officerId: "7",
    interactionId: `o${++clicks}`,
    now,
    takes,
  });
}

test("with a cooldown officers correct day by day: a claim goes where twenty hours lie around it", () => {
  const noted = corrected(often, [at(10), at(60)], 2, at(70));
  expect(noted.outcome).toBe("noted");
  expect(noted.document.claims.map((one) => (one.at - STARTS_AT) / HOUR)).toEqual([10, 40, 60]);
  const today = corrected(often, [at(10)], 3, at(70));
  expect(today.document.claims.at(-1)).toMatchObject({ at: at(70), notedBy: "7" });
});

test("where no twenty hours are free nothing is noted, and a claim is taken back day by day", () => {
  const tight = corrected(often, [at(23), at(48)], 2, at(70));
  expect(tight).toMatchObject({
    outcome: "too-close",
    document: { claims: [{ at: at(23) }, { at: at(48) }] },
  });
  const taken = corrected(often, [at(1), at(21), at(41)], 1, at(70), at(21));
  expect(taken).toMatchObject({
    outcome: "taken-back",
    document: { claims: [{ at: at(1) }, { at: at(41) }] },
  });
});

test("the table of an event with a cooldown has a column for each day", () => {
  const claims = [claimed(at(1)), claimed(at(21)), claimed(at(30))];
  const period = { ...emptyPeriod("t2", STARTS_AT), claims };
  const rows = standingsTable(often, standingsOf(often, [period], at(31)))
    .trim()
    .split("\r\n");
  expect(rows[0]?.split(",")).toHaveLength(10);
  expect(rows[1]).toBe("<@100>,,3,5,2,claimed + claimed,claimed,,,");
});

test("an officer corrects an event with a cooldown, and the member goes on from there", async () => {
  const bot = counter();
  const { trackId } = await bot.opened({ what: "Red Alerts", days: 10, needed: 3, cadence: "cooldown" });
  const first = await bot.member("3").run("rewards claim");
  expect(said(first)).toContain("**1 of 3**");
  const tooSoon = whispered(await bot.member("3").run("rewards claim"));
  expect(tooSoon).toContain(`<t:${(bot.time.now + COOLDOWN_MS) / 1_000}:F>`);

  bot.time.now += 3 * DAY;
  const card = await bot.officer.pick(`v1:rewards:correct:${trackId}`, "3");
  expect(JSON.stringify(card)).toContain("Day 1 of 10 · claimed");
  const [turn] = optionIn(card, "Day 1 of 10 · claimed");
  const day2 = `${stretchesOf(often)[1]?.plannedAt ?? 0}.note`;
  expect(said(await bot.officer.pick(turn, day2))).toContain("has no such period");
  const noted = await bot.officer.pick(...optionIn(card, "Day 2 of 10 · not claimed"));
  expect(said(noted)).toContain("Noted for <@3>: day 2 of 10.");
  const taken = await bot.officer.pick(...optionIn(noted, "Day 2 of 10 · claimed"));
  expect(said(taken)).toContain("Taken back for <@3>: day 2");
  await bot.officer.pick(...optionIn(taken, "Day 2 of 10 · not claimed"));

  const board = said(await bot.member("4").run("rewards board"));
  expect(board).toContain("**Claims so far · 2**\n<@3> (2 of 3)");
  const last = await bot.member("3").run("rewards claim");
  expect(said(last)).toContain("**3 of 3**: complete.");
  expect(said(last)).not.toContain("next claim");
  bot.time.now += DAY;
  expect(whispered(await bot.member("3").run("rewards claim"))).toContain(
    "**Red Alerts** is complete: 3 claims are all there is to get.",
  );
  expect(said(await bot.officer.run("rewards standings"))).toContain(
    "**0** claimed in the last 20 hours · **0** still need it · **1** complete",
  );
});

test("who has all the days that are needed claims no more, and is told why", async () => {
  const bot = counter();
  await bot.opened({ what: "Winter Event", days: 5, needed: 2 });
  for (let day = 0; day < 2; day++) {
    expect(said(await bot.member("3").run("rewards claim"))).toContain("Noted");
    bot.time.now += DAY;
  }
  expect(whispered(await bot.member("3").run("rewards claim"))).toContain("2 claims are all there is");
  expect((await bot.kept()).flatMap(({ claims }) => claims)).toHaveLength(2);
});

test("where captains count an officer corrects each of them", async () => {
  const bot = counter();
  const { trackId } = await bot.opened({ what: "Crystalline Event", weeks: 2, per: "captain" });
  const member = bot.member("3");
  await member.run("captain add", { name: "Zarva", faction: "klingon" });
  await member.run("captain add", { name: "T'Rin", faction: "federation" });
  await member.run("rewards claim", { captain: "zarva" });

  const card = await bot.officer.pick(`v1:rewards:correct:${trackId}`, "3");
  expect(JSON.stringify(card)).toContain("Week 1 of 2 · claimed");
  const other = await bot.officer.pick(`v1:rewards:correct-for:${trackId}:3`, "c2");
  expect(said(other)).toContain("T'Rin");
  const noted = await bot.officer.pick(...optionIn(other, "Week 1 of 2 · not claimed"));
  expect(said(noted)).toContain("Noted for <@3>: week 1 of 2.");
  expect((await bot.kept())[0]?.claims.map(({ captain }) => captain?.name)).toEqual(["Zarva", "T'Rin"]);
  expect(said(await member.run("rewards claim", { captain: "t'rin" }))).toContain("already");
});

/** The card of member 3 that an officer has open. */
async function opened(wish?: Parameters<ReturnType<typeof counter>["opened"]>[0]) {
  const bot = counter();
  const { trackId } = await bot.opened(wish);
  const card = async () => await bot.officer.pick(`v1:rewards:correct:${trackId}`, "3");
  const claims = async () => (await bot.kept()).flatMap((period) => period.claims);
  return { bot, trackId, card, claims };
}

test("a claim that the member makes while the officer looks is not taken back by noting it", async () => {
  const { bot, trackId, card, claims } = await opened();
  const note = optionIn(await card(), "Week 1 of 4 · not claimed");
  await bot.member("3").press(`v1:rewards:take:${trackId}:0:`);
  const answer = await bot.officer.pick(...note);
  expect(said(answer)).toContain("Nothing was changed for <@3>: week 1 of 4 is claimed already.");
  expect(await claims()).toMatchObject([{ userId: "3", choice: 0 }]);
  expect(optionIn(answer, "Week 1 of 4 · claimed")).toBeDefined();
});

test("a claim that was taken back while the officer looks is not noted by taking it back, nor a newer one taken", async () => {
  const { bot, trackId, card, claims } = await opened();
  const claiming = () => bot.member("3").press(`v1:rewards:take:${trackId}:0:`);
  const undo = buttonId(await claiming(), "Undo");
  const take = optionIn(await card(), "Week 1 of 4 · claimed");
  await bot.member("3").press(undo);
  expect(said(await bot.officer.pick(...take))).toContain(
    "Nothing was changed for <@3>: that claim of week 1 of 4 is taken back already.",
  );
  expect(await claims()).toEqual([]);
  bot.time.now += 1_000;
  await claiming();
  expect(said(await bot.officer.pick(...take))).toContain("is taken back already");
  expect(await claims()).toHaveLength(1);
});

test("two picks of one time in a row do what the first one does", async () => {
  const { bot, card, claims } = await opened({
    what: "Red Alerts",
    days: 5,
    needed: 5,
    cadence: "cooldown",
  });
  await bot.member("3").run("rewards claim");
  bot.time.now += COOLDOWN_MS;
  await bot.member("3").run("rewards claim");
  const take = optionIn(await card(), "Day 1 of 5 · claimed");
  await Promise.all([bot.officer.pick(...take), bot.officer.pick(...take)]);
  expect(await claims()).toMatchObject([{ at: NOON }]);
  bot.time.now += 2 * DAY;
  const note = optionIn(await card(), "Day 3 of 5 · not claimed");
  await Promise.all([bot.officer.pick(...note), bot.officer.pick(...note)]);
  expect(await claims()).toHaveLength(2);
});

test("a card of before, whose options name a time alone, changes nothing and is shown anew", async () => {
  const { bot, trackId, claims } = await opened();
  await bot.member("3").press(`v1:rewards:take:${trackId}:0:`);
  for (const value of [String(NOON), "", `${NOON}.take`, `${NOON}.take.soon`, `${NOON}.note.1`]) {
    const answer = await bot.officer.pick(`v1:rewards:turn:${trackId}:3:`, value);
    expect(whispered(answer)).toContain("That list was older, so nothing was changed.");
    expect(optionIn(answer, "Week 1 of 4 · claimed")).toBeDefined();
  }
  expect(await claims()).toHaveLength(1);
});

test("what is picked for a captain that is gone meanwhile is noted for no other", async () => {
  const { bot, card, claims } = await opened({ what: "Crystalline Event", weeks: 2, per: "captain" });
  const member = bot.member("3");
  const forNobody = optionIn(await card(), "Week 1 of 2 · not claimed");
  await member.run("captain add", { name: "Zarva", faction: "klingon" });
  expect(said(await bot.officer.pick(...forNobody))).toContain("That list was older");
  const forZarva = optionIn(await card(), "Week 1 of 2 · not claimed");
  await member.press("v1:me:forget-now", { onPrivateCard: true });
  expect(said(await bot.officer.pick(...forZarva))).toContain("That list was older");
  expect(await claims()).toEqual([]);
});

test("the first days of a long event are corrected on an earlier page", async () => {
  const bot = counter();
  const { trackId } = await bot.opened({ what: "Winter Event", days: 60, needed: 40 });
  bot.time.now += 40 * DAY;
  const card = await bot.officer.pick(`v1:rewards:correct:${trackId}`, "3");
  expect(JSON.stringify(card)).not.toContain("Day 1 of 60");
  const earlier = await bot.officer.press(buttonId(card, "← Earlier"));
  expect(JSON.stringify(earlier)).toContain("Day 1 of 60 · not claimed");
  expect(JSON.stringify(await bot.officer.press(buttonId(earlier, "Later →")))).toContain("Day 41 of 60");
});

test("only officers correct, and only what there is", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  for (const id of [`v1:rewards:correct-for:${trackId}:3`, `v1:rewards:turn:${trackId}:3:`])
    expect(whispered(await bot.member("3").pick(id, "1"))).toContain("Only officers");
  expect(whispered(await bot.officer.pick(`v1:rewards:correct-for:${trackId}:x`, "c1"))).toContain(
    "Pick a member",
  );
  expect(bot.failures).toEqual([]);
});
