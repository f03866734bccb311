import { expect, test } from "vitest";
import { isFollowing } from "../../src/bugs/following.ts";
import { handleOf } from "../../src/bugs/known.ts";
import { keptOf } from "../../src/bugs/ledger.ts";
import { ledgerKey, ledgers } from "../../src/bugs/store.ts";
import { users } from "../../src/captains/store.ts";
import { startReminders } from "../../src/jobs/reminders.ts";
import { createLog } from "../../src/ops/log.ts";
import { createStore } from "../../src/store/create-store.ts";
import { userKey } from "../../src/store/document-key.ts";
import type { Driver } from "../../src/store/driver.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { catalog, house } from "../house.ts";
import { handTimers } from "../reminders/hand-timers.ts";
import { postbox } from "../reminders/postbox.ts";
import { add, handleOn, idOf, labelsOf, OFFICER, read, STUCK } from "./board.ts";

const NOW = Date.UTC(2026, 10, 20, 23);
const HOME = handleOf({ slug: "home", bugId: "unreachable-soldier" });

/** A fleet, and beside it what is sent without a click; the one begins where the other ends. */
function fleet() {
  const texts = new Map<string, string>();
  const driver: Driver = memoryDriver(texts);
  const bot = house({ now: NOW, driver });
  const timers = handTimers();
  const post = postbox(() => NOW + timers.now());

  async function deliver(forMs = 1_000, data = catalog) {
    const life = startReminders({
      store: createStore(driver, { writer: `life-${Math.trunc(timers.now())}-${texts.size}`, isAlone: true }),
      catalog: data,
      mail: post,
      edit: async () => ({ outcome: "edited" }),
      draw: () => Promise.reject(new Error("Nobody draws here.")),
      clock: { now: () => NOW + timers.now(), onTurn: () => () => {} },
      timers,
      log: createLog("silent"),
      by: "life",
      machineNow: () => NOW + timers.now(),
    });
    await life.loaded;
    await timers.pass(forMs);
    await life.stop();
  }

  const knows = (userId: string, reminders: typeof users.absent.reminders) =>
    bot.store.update(userKey(userId), users, (user) => ({ ...user, timeZone: "UTC", reminders }));
  const fix = () => bot.as(OFFICER).submit(`v1:bugs:fix:${HOME}`, { day: "2026-11-20" });
  return { bot, post, deliver, knows, fix };
}

test("who follows a bug is mentioned once, in the channel where they pressed it, when it is marked fixed", async () => {
  const { bot, post, deliver, fix } = fleet();
  for (const userId of ["901", "902"])
    expect(read(await bot.as({ userId }).press(`v1:bugs:follow:${HOME}`))).toContain("You follow this bug.");
  await deliver();
  expect(post.posted).toEqual([]);

  await fix();
  await deliver();
  await deliver();
  expect(post.posted).toHaveLength(1);
  expect(post.posted[0]?.channelId).toBe("12");
  expect(post.posted[0]?.text.split("\n")[0]).toBe(
    "**Home**: a bug you follow is fixed since 20 November 2026, says your fleet.",
  );
  expect(post.posted[0]?.message.allowed_mentions).toEqual({ parse: [], users: ["901", "902"] });
});

test("who asked for direct messages gets one, and not in their quiet hours", async () => {
  const { bot, post, deliver, knows, fix } = fleet();
  await knows("901", { by: "dm" });
  await knows("902", { by: "dm", quiet: { from: "22:00", to: "08:00" } });
  for (const userId of ["901", "902", "903"]) await bot.as({ userId }).press(`v1:bugs:follow:${HOME}`);
  await fix();
  await deliver();
  expect(post.posted.map(({ message }) => message.allowed_mentions.users)).toEqual(
    expect.arrayContaining([["903"], []]),
  );
  expect(post.posted).toHaveLength(2);
  await deliver(9 * 3_600_000 - 60_000);
  expect(post.posted).toHaveLength(2);
  await deliver(120_000);
  expect(post.posted).toHaveLength(3);
});

test("who wants mentions again, while their direct message waits for the end of quiet hours, is mentioned", async () => {
  const { bot, post, deliver, knows, fix } = fleet();
  await knows("902", { by: "dm", quiet: { from: "22:00", to: "08:00" } });
  await bot.as({ userId: "902" }).press(`v1:bugs:follow:${HOME}`);
  await fix();
  await knows("902", { by: "channel" });
  await deliver(9 * 3_600_000 + 60_000);
  expect(post.posted.map(({ channelId, message }) => [channelId, message.allowed_mentions.users])).toEqual([
    ["12", ["902"]],
  ]);
});

test("a workaround is news as well, a second wording of it is not", async () => {
  const { bot, post, deliver } = fleet();
  const handle = handleOn(await add(bot.as(OFFICER)));
  await bot.press(`v1:bugs:follow:${handle}`);
  const edit = (workaround: string) =>
    bot.as(OFFICER).submit(`v1:bugs:edit:${handle}`, { ...STUCK, workaround });
  await edit("Beam out.");
  await deliver();
  await edit("Beam out and in again.");
  await deliver();
  expect(post.posted.map(({ text }) => text)).toEqual([expect.stringContaining("has a workaround.")]);
  expect(post.posted[0]?.text).toContain("Workaround: Beam out");
});

/** The data of a later version, in which the bug of Home is said to be so. */
function laterData(state: "fixed" | "workaround") {
  const home = catalog.missions.get("home");
  const [bug] = home?.bugs ?? [];
  if (home === undefined || bug === undefined) throw new Error("Home has no bug any more.");
  const changed = { ...home, bugs: [{ ...bug, state, workaround: "Walk around it." }] };
  return { ...catalog, missions: new Map([...catalog.missions, ["home", changed]]) };
}

test.each([
  ["fixed", "**Home**: a bug you follow is fixed, says its source."],
  ["workaround", "**Home**: a bug you follow has a workaround."],
] as const)(
  "newer data that has it as %s is told once, after the start that brings it",
  async (state, line) => {
    const { bot, post, deliver } = fleet();
    await bot.press(`v1:bugs:follow:${HOME}`);
    await deliver();
    expect(post.posted).toEqual([]);
    for (let start = 0; start < 3; start++) await deliver(1_000, laterData(state));
    expect(post.posted.map(({ text }) => text.split("\n")[0])).toEqual([line]);
  },
);

test("what was taken back before it was told is not told", async () => {
  const { bot, post, deliver, fix } = fleet();
  await bot.press(`v1:bugs:follow:${HOME}`);
  await fix();
  await bot.as(OFFICER).press(`v1:bugs:reopen:${HOME}`);
  await deliver();
  expect(post.posted).toEqual([]);
});

test("whoever stops following, or is forgotten, is told nothing and stands nowhere", async () => {
  const { bot, post, deliver, knows, fix } = fleet();
  await knows("901", { by: "dm" });
  for (const userId of ["900", "901", "902"]) await bot.as({ userId }).press(`v1:bugs:follow:${HOME}`);
  await fix();
  expect(read(await bot.as({ userId: "900" }).press(`v1:bugs:unfollow:${HOME}`))).toContain("do not follow");
  expect(read(await bot.as({ userId: "900" }).press(`v1:bugs:unfollow:${HOME}`))).toContain("did not follow");
  for (const userId of ["901", "902"])
    expect(read(await bot.as({ userId }).press("v1:me:forget-now"))).toContain("which of them you follow");
  await deliver();
  expect(post.posted).toEqual([]);
  expect(JSON.stringify(await bot.store.read(ledgerKey("2"), ledgers))).not.toMatch(/"90[0-2]"|\.90[0-2]"/);
});

test("closed direct messages become a mention", async () => {
  const { bot, post, deliver, knows, fix } = fleet();
  await knows("901", { by: "dm" });
  await bot.as({ userId: "901" }).press(`v1:bugs:follow:${HOME}`);
  await fix();
  post.answers({ outcome: "closed", code: 50_007 });
  await deliver(120_000);
  expect(post.posted.map(({ channelId }) => channelId)).toEqual(["12"]);
  expect(post.posted[0]?.text).toContain("Your direct messages are closed to me");
});

test("whoever is forgotten after a mention stood in for their closed direct messages stands nowhere", async () => {
  const { bot, post, deliver, knows, fix } = fleet();
  await knows("901", { by: "dm" });
  await bot.as({ userId: "901" }).press(`v1:bugs:follow:${HOME}`);
  await fix();
  post.answers({ outcome: "closed", code: 50_007 });
  await deliver(120_000);
  expect(post.posted).toHaveLength(1);
  await bot.as({ userId: "901" }).press("v1:me:forget-now");
  expect(JSON.stringify(await bot.store.read(ledgerKey("2"), ledgers))).not.toContain("901");
});

test("a direct message that comes late is not sent into quiet hours that began meanwhile", async () => {
  const { bot, post, deliver, knows, fix } = fleet();
  await knows("902", { by: "dm", quiet: { from: "00:00", to: "08:00" } });
  await bot.as({ userId: "902" }).press(`v1:bugs:follow:${HOME}`);
  await fix();
  post.answers({ outcome: "later", afterMs: 2 * 3_600_000 });
  await deliver(3 * 3_600_000);
  expect(post.posted).toEqual([]);
  await deliver(7 * 3_600_000);
  expect(post.posted.map(({ channelId }) => channelId)).toEqual(["direct-902"]);
});

test("a press shows that it counted, on a card of one's own, and where I may not post it says so", async () => {
  const { bot } = fleet();
  const card = await bot.run("bugs", { mission: "home" });
  const own = await bot.press(idOf(card, "Follow"));
  expect(labelsOf(own)).toContain("Stop following");
  expect(read(await bot.press(idOf(card, "Follow")))).toContain("You follow this bug already.");
  expect(labelsOf(await bot.run("bugs", { mission: "home" }))).toContain("Follow");
  const mute = {
    id: "9",
    token: "t",
    guild_id: "2",
    channel_id: "12",
    app_permissions: "1024",
    member: { user: { id: "904" }, roles: [], permissions: "0" },
    type: 3,
    data: { custom_id: `v1:bugs:follow:${HOME}` },
    message: { flags: 0 },
  };
  expect(read(await bot.dispatch(mute))).toContain("**Send Messages**");
  const kept = keptOf(await bot.store.read(ledgerKey("2"), ledgers), {
    slug: "home",
    bugId: "unreachable-soldier",
  });
  expect(kept && isFollowing(kept, "904")).toBe(false);
});

test("a bug that is followed by a hundred takes no more", async () => {
  const { bot } = fleet();
  for (let at = 0; at < 100; at++) await bot.as({ userId: `${5_000 + at}` }).press(`v1:bugs:follow:${HOME}`);
  expect(read(await bot.press(`v1:bugs:follow:${HOME}`))).toContain("100 members follow this bug");
});
