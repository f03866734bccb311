import { expect, test } from "vitest";
import { tracksOf } from "../../src/rewards/store.ts";
import { trackLimits } from "../../src/rewards/track.ts";
import { counter, GUILD, NOON, said, whispered } from "./counter.ts";

const DAY = 24 * 3_600_000;

test("a closed reward is not opened beside a newer one of the same mission", async () => {
  const bot = counter();
  const first = await bot.opened();
  await bot.officer.press(`v1:rewards:close-now:${first.trackId}`);
  const second = await bot.opened();
  expect(whispered(await bot.officer.press(`v1:rewards:reopen:${first.trackId}`))).toContain(
    "is open already",
  );
  const open = (await tracksOf(bot.store, GUILD)).filter(({ closedAt }) => closedAt === undefined);
  expect(open.map(({ trackId }) => trackId)).toEqual([second.trackId]);
});

test("what has run out stays as it was closed, whoever would open it again", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  await bot.officer.press(`v1:rewards:close-now:${trackId}`);
  bot.time.now = NOON + 60 * DAY;
  expect(whispered(await bot.officer.press(`v1:rewards:reopen:${trackId}`))).toContain("is over already");
  expect(await tracksOf(bot.store, GUILD)).toMatchObject([{ trackId, closedAt: NOON }]);
});

test("a name means the open reward, not a closed one that would have begun later", async () => {
  const bot = counter();
  const wrong = await bot.opened({ what: "home", starts: "2026-12-12 10:00" });
  await bot.officer.press(`v1:rewards:close-now:${wrong.trackId}`);
  await bot.opened();
  const wish = { choice: "tech" };
  expect(whispered(await bot.member("3").run("rewards claim", { ...wish, track: "home" }))).toContain(
    "Noted",
  );
  expect(whispered(await bot.member("4").run("rewards claim", { ...wish, track: "hom" }))).toContain("Noted");
});

test("with nothing open the board asks for an earlier one, and says where all of them stand", async () => {
  const bot = counter();
  for (const what of ["home", "Winter Event"]) {
    const { trackId } = await bot.opened({ what, weeks: 2 });
    await bot.officer.press(`v1:rewards:close-now:${trackId}`);
  }
  const asked = whispered(await bot.member("3").run("rewards board"));
  expect(asked).toContain("No reward is open now. Which of the earlier ones is it?");
  expect(asked).toContain("/rewards history");
});

test("history goes back so far, and then lets go of the oldest that is over, with its claims", async () => {
  const bot = counter();
  const first = await bot.opened({ what: "Event 0", days: 2 });
  await bot.member("3").press(`v1:rewards:claim:${first.trackId}`);
  await bot.officer.press(`v1:rewards:close-now:${first.trackId}`);
  for (let count = 1; count <= trackLimits.keptInGuild; count++) {
    bot.time.now += 60_000;
    const { trackId } = await bot.opened({ what: `Event ${count}`, days: 2 });
    await bot.officer.press(`v1:rewards:close-now:${trackId}`);
  }
  const kept = await tracksOf(bot.store, GUILD);
  expect(kept).toHaveLength(trackLimits.keptInGuild);
  expect(kept.at(-1)?.title).toBe("Event 1");
  expect(await bot.kept()).toEqual([]);
});

test("the name of an officer who asked to be forgotten leaves the board", async () => {
  const bot = counter();
  await bot.opened();
  expect(said(await bot.run("rewards board"))).toContain("opened by <@100>");
  await bot.officer.press("v1:me:forget-now");
  const board = said(await bot.run("rewards board"));
  expect(board).not.toContain("opened by");
});
