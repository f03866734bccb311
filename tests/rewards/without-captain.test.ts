import { expect, test } from "vitest";
import { DAY, HOUR } from "./boards.ts";
import { buttonId, counter, NOON, optionIn, said, whispered } from "./counter.ts";

const ZARVA = { name: "Zarva", faction: "klingon" };
const TRIN = { name: "T'Rin", faction: "federation" };
const perCaptain = { what: "Crystalline Event", weeks: 2, per: "captain" };

type Wish = Parameters<ReturnType<typeof counter>["opened"]>[0];

/** Member 3 has claimed once, before they told of any captain. */
async function claimedByNobody(wish: Wish = perCaptain, said = {}) {
  const bot = counter();
  const { trackId } = await bot.opened(wish);
  const member = bot.member("3");
  expect(whispered(await member.run("rewards claim", said))).toContain("Noted");
  const names = async () =>
    (await bot.kept()).map(({ claims }) => claims.map(({ captain }) => captain?.name ?? "nobody"));
  return { bot, trackId, member, names };
}

test("a claim that was made before the first captain counts for whom the member names, and only once", async () => {
  const { bot, member, names } = await claimedByNobody();
  await member.run("captain add", ZARVA);
  const again = whispered(await member.run("rewards claim", { captain: "zarva" }));
  expect(again).toContain(
    "What you had claimed of **Crystalline Event** without a captain counts for Zarva now.",
  );
  expect(again).toContain("You have claimed **Crystalline Event** for week 1 of 2 already");
  expect(await names()).toEqual([["Zarva"]]);
  expect((await bot.kept())[0]?.claims[0]?.captain).toEqual({ captainId: "c1", name: "Zarva" });
  expect(whispered(await member.run("rewards claim"))).not.toContain("without a captain");
});

test("it counts for the captain who is named first, and another one claims as ever", async () => {
  const { trackId, member, names } = await claimedByNobody();
  await member.run("captain add", ZARVA);
  await member.run("captain add", TRIN);
  expect(said(await member.run("rewards claim"))).toContain("Whose claim is it?");
  expect(await names()).toEqual([["nobody"]]);
  expect(said(await member.pick(`v1:rewards:for:${trackId}:${NOON}`, "c2"))).toContain(
    "counts for T'Rin now",
  );
  expect(said(await member.pick(`v1:rewards:for:${trackId}:${NOON}`, "c1"))).toContain("Noted");
  expect(await names()).toEqual([["T'Rin", "Zarva"]]);
});

test("what was claimed in an earlier week goes along, and the captain's progress has both", async () => {
  const { bot, member, names } = await claimedByNobody();
  await member.run("captain add", ZARVA);
  bot.time.now += 7 * DAY;
  const second = said(await member.run("rewards claim"));
  expect(second).toContain("counts for Zarva now");
  expect(second).toContain("Noted: **Crystalline Event**, week 2 of 2 for Zarva.");
  expect(second).toContain("**2 of 2**: complete");
  expect(await names()).toEqual([["Zarva"], ["Zarva"]]);
});

test("who had all there is before they told of a captain reads why that one gets no more", async () => {
  const { bot, member, names } = await claimedByNobody({ ...perCaptain, needed: 1 });
  await member.run("captain add", ZARVA);
  bot.time.now += 7 * DAY;
  const more = whispered(await member.run("rewards claim"));
  expect(more).toContain("counts for Zarva now");
  expect(more).toContain("is complete for Zarva");
  expect(await names()).toEqual([["Zarva"]]);
});

test("where there is something to choose, the question says what was given to the captain", async () => {
  const { bot, member, names } = await claimedByNobody({ what: "home", per: "captain" }, { choice: "tech" });
  await member.run("captain add", ZARVA);
  bot.time.now += 7 * DAY;
  const asked = await member.run("rewards claim");
  expect(said(asked)).toContain("counts for Zarva now");
  const taken = await member.press(buttonId(asked, "1 × Specialization Point"));
  expect(said(taken)).toContain("Noted: **Home**, week 2 of 4 for Zarva");
  expect(await names()).toEqual([["Zarva"], ["Zarva"]]);
});

test("with a cooldown the hours go on for the captain from what was claimed without one", async () => {
  const { bot, member, names } = await claimedByNobody({
    what: "Red Alerts",
    days: 5,
    needed: 5,
    cadence: "cooldown",
    per: "captain",
  });
  await member.run("captain add", ZARVA);
  bot.time.now += HOUR;
  expect(whispered(await member.run("rewards claim"))).toContain("counts every 20 hours");
  bot.time.now += 20 * HOUR;
  expect(said(await member.run("rewards claim"))).toContain("**2 of 5**");
  expect(await names()).toEqual([["Zarva", "Zarva"]]);
});

test("where the account counts, nothing is moved", async () => {
  const { member, names } = await claimedByNobody({ what: "home" }, { choice: "tech" });
  await member.run("captain add", ZARVA);
  const again = whispered(await member.run("rewards claim", { captain: "zarva", choice: "tech" }));
  expect(again).toContain("already");
  expect(again).not.toContain("without a captain");
  expect(await names()).toEqual([["nobody"]]);
});

test("an officer finds what was claimed without a captain beside the captains, and takes it back", async () => {
  const { bot, trackId, member, names } = await claimedByNobody();
  const alone = said(await bot.officer.pick(`v1:rewards:correct:${trackId}`, "3"));
  expect(alone).not.toContain("without a captain");
  await member.run("captain add", ZARVA);
  const card = await bot.officer.pick(`v1:rewards:correct:${trackId}`, "3");
  expect(said(card)).toContain("**Crystalline Event** · Zarva");
  expect(optionIn(card, "Week 1 of 2 · not claimed")).toBeDefined();
  const nobodys = await bot.officer.pick(...optionIn(card, "Without a captain"));
  expect(said(nobodys)).toContain("**Crystalline Event** · without a captain");
  const taken = await bot.officer.pick(...optionIn(nobodys, "Week 1 of 2 · claimed"));
  expect(said(taken)).toContain("Taken back for <@3>: week 1 of 2.");
  expect(said(taken)).toContain("**Crystalline Event** · Zarva");
  expect(JSON.stringify(taken)).not.toContain("Without a captain");
  expect(await names()).toEqual([[]]);
});

test("what went to a captain while the officer looked is not taken back from that one", async () => {
  const { bot, trackId, member, names } = await claimedByNobody();
  await member.run("captain add", ZARVA);
  const card = await bot.officer.pick(`v1:rewards:correct:${trackId}`, "3");
  const nobodys = await bot.officer.pick(...optionIn(card, "Without a captain"));
  await member.run("rewards claim");
  const late = await bot.officer.pick(...optionIn(nobodys, "Week 1 of 2 · claimed"));
  expect(said(late)).toContain("That list was older");
  expect(optionIn(late, "Week 1 of 2 · claimed")).toBeDefined();
  expect(await names()).toEqual([["Zarva"]]);
});
