import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { handleOf } from "../../src/bugs/known.ts";
import { startReminders } from "../../src/jobs/reminders.ts";
import { createLog } from "../../src/ops/log.ts";
import { tracks } from "../../src/rewards/store.ts";
import { createStore } from "../../src/store/create-store.ts";
import { guildRange } from "../../src/store/document-key.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { guildFacts, readerOf } from "../guilds/guild-facts.ts";
import { catalog } from "../house.ts";
import { handTimers } from "../reminders/hand-timers.ts";
import { postbox } from "../reminders/postbox.ts";
import { buttonId, GUILD, gathered, lobby, NOON } from "../runs/lobby.ts";

const ME = "987654321012345678";
const MANAGES = String(PermissionFlagsBits.ManageGuild);
const URL_OF_FILE = "https://cdn.discordapp.com/attachments/1/2/fleet.json";
const attachments = { "1": { url: URL_OF_FILE, size: 1_000, filename: "fleet.json" } };
const HOUR = 3_600_000;
const BUG = handleOf({ slug: "home", bugId: "unreachable-soldier" });

/** A fleet and all that happens in it without a click, on one database. */
function fleet() {
  const texts = new Map<string, string>();
  const driver = memoryDriver(texts);
  const attached: Record<string, string> = {};
  const timers = handTimers();
  const now = () => NOON + timers.now();
  const bot = lobby({ driver, now, reader: readerOf(guildFacts(), attached) });
  const post = postbox(now);
  const officer = bot.as({ userId: "5", permissions: MANAGES });
  let lives = 0;

  async function live(forMs: number) {
    lives += 1;
    const life = startReminders({
      store: createStore(driver, { writer: `life-${lives}`, isAlone: true }),
      catalog,
      mail: post,
      edit: async () => ({ outcome: "edited" }),
      draw: async () => Buffer.from("picture"),
      clock: { now, onTurn: () => () => {} },
      timers,
      log: createLog("silent"),
      by: `life-${lives}`,
      machineNow: now,
    });
    await life.loaded;
    await timers.pass(forMs);
    await life.stop();
  }

  async function exported() {
    await officer.run("fleet export");
    attached[URL_OF_FILE] = bot.files.at(-1)?.data ?? "";
  }
  async function imported() {
    const plan = await officer.run("fleet import", { file: "1" }, { attachments });
    await officer.press(buttonId(plan, "Import it"), { onPrivateCard: true });
  }

  /** The sorts of documents in which somebody stands. */
  const sortsNaming = (userId: string) => [
    ...new Set(
      [...texts]
        .filter(([key, text]) => `${key} ${text}`.includes(userId))
        .map(([key]) => key.split(":")[key.startsWith("guild:") ? 2 : 0]),
    ),
  ];
  const me = bot.as({ userId: ME, permissions: MANAGES });
  const forget = () => me.press("v1:me:forget-now", { onPrivateCard: true });
  return { ...bot, me, officer, post, live, exported, imported, sortsNaming, forget };
}

async function trackIn(bot: ReturnType<typeof fleet>) {
  const [found] = (await bot.store.list(guildRange(GUILD, "track"), tracks)).documents;
  if (found === undefined) throw new Error("No reward was opened.");
  return found.document;
}

test("whoever is forgotten stands nowhere, whatever they did and was done to them", async () => {
  const bot = fleet();
  const { me, leader, officer } = bot;
  await me.submit("v1:me:reminders", { by: "dm", lead: "30m", quiet: "" });
  await me.run("captain add", { name: "Tuvok", kind: "starfleet", level: 65 });

  const mine = await gathered({ ...bot, leader: me }, { mission: "second wave", when: "in 2 hours" });
  await me.run("lfg", { mission: "isa", when: "saturday" });
  await me.pick(`v1:lfg:add:${mine.runId}`, "7");
  await leader.press(`v1:lfg:join:${mine.runId}`);
  await me.press(`v1:lfg:ping:${mine.runId}`);
  const other = await gathered(bot, { mission: "home", when: "in 3 hours", seats: 2 });
  await leader.pick(`v1:lfg:add:${other.runId}`, ME);
  await leader.pick(`v1:lfg:remove:${other.runId}`, ME);
  await leader.pick(`v1:lfg:add:${other.runId}`, ME);
  await leader.pick(`v1:lfg:hand-over:${other.runId}`, ME);
  const third = await gathered(bot, { mission: "isa", when: "in 4 hours" });
  await me.press(`v1:lfg:lock:${third.runId}`);

  await me.run("rewards open", { what: "home" });
  const track = await trackIn(bot);
  await me.run("rewards open", { what: "Red Alerts", days: 7, needed: 5, starts: "soonish" });
  await me.run("rewards claim", { choice: "Specialization Point" });
  await me.press(`v1:rewards:remind:${track.trackId}`);
  await me.press(`v1:rewards:hide:${track.trackId}`);
  await me.pick(`v1:rewards:turn:${track.trackId}:7:`, `${track.startsAt}.note`);
  await me.run("fleet override", { mission: "home", note: "Meet on DS9" });
  await me.press(`v1:bugs:voice:${BUG}:seen`);
  await me.press(`v1:bugs:follow:${BUG}`);
  await officer.submit(`v1:bugs:fix:${BUG}`, { day: "2026-11-20" });

  await bot.live(1.8 * HOUR);
  bot.post.breaks(ME, { outcome: "closed", code: 50_007 });
  await bot.live(HOUR);
  await me.press(`v1:lfg:finish-all:${mine.runId}`);
  const everywhere = ["bugs", "draft", "overrides", "period", "reward-draft", "run", "track", "user"];
  expect(bot.sortsNaming(ME).toSorted()).toEqual(everywhere);

  await me.press("v1:me:export");
  const { inFleets } = JSON.parse(bot.files.at(-1)?.data ?? "") as { inFleets: readonly { kept: unknown }[] };
  expect(inFleets).toHaveLength(6);
  const exportOf = (title: string) => JSON.stringify(inFleets).split(`"title":"${title}"`)[1] ?? "";
  expect(exportOf("Infected: The Conduit")).toMatch(/^[^}]*"presses":\["\d+"\]/);
  expect(exportOf("Second Wave")).toMatch(/"signedUpOthers":1.*"told":\[\{"kind":"roster-ping"/);
  expect(JSON.stringify(inFleets)).toContain(`"notedForOthers":[{"trackId":"${track.trackId}"`);

  await bot.exported();
  await bot.forget();
  expect(bot.sortsNaming(ME)).toEqual([]);
  await bot.imported();
  expect(bot.sortsNaming(ME)).toContain("import-part");
  await bot.forget();
  expect(bot.sortsNaming(ME)).toEqual([]);
  expect(bot.failures).toEqual([]);
});

test("who was only told something of a run that an import brings back can be forgotten again", async () => {
  const bot = fleet();
  const run = await gathered(bot);
  await bot.leader.pick(`v1:lfg:add:${run.runId}`, ME);
  await bot.leader.pick(`v1:lfg:remove:${run.runId}`, ME);
  await bot.exported();
  await bot.forget();
  expect(bot.sortsNaming(ME)).toEqual([]);
  await bot.imported();
  await bot.forget();
  expect(bot.sortsNaming(ME)).toEqual([]);
});
