import { join } from "node:path";
import { loadCatalog } from "../../src/catalog/load.ts";
import { pace } from "../../src/discord/pace.ts";
import { startReminders } from "../../src/jobs/reminders.ts";
import { createLog } from "../../src/ops/log.ts";
import { withDebts } from "../../src/rewards/debts.ts";
import { periodKey, periods, periodsOf, trackKey, tracks, tracksOf } from "../../src/rewards/store.ts";
import { rewardBoard } from "../../src/rewards/view/board.ts";
import { createStore } from "../../src/store/create-store.ts";
import { guildRange } from "../../src/store/document-key.ts";
import type { Driver } from "../../src/store/driver.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { textOf } from "../end-to-end/seen.ts";
import { house, messageOf } from "../house.ts";
import { handTimers } from "../reminders/hand-timers.ts";
import { postbox } from "../reminders/postbox.ts";
import { claimed, DAY, HOUR, periodsWith, STARTS_AT, track } from "./boards.ts";

const NETWORK_MS = 120;
/** Twice what a picture takes on a small machine. */
const DRAWING_MS = 40;
/** When a house is, as long as nobody says otherwise. */
const NOW = Date.UTC(2026, 10, 20);
const WEEK = 7 * DAY;

/** Very many guilds whose period opens at one instant, over a network and with the budget of the real bot. */
export async function openAtOnce(guilds: number) {
  const timers = handTimers();
  const opensAt = STARTS_AT + WEEK;
  const starts = opensAt - HOUR;
  const post = postbox(timers.now);
  const turns = pace(timers);
  const sentAt: number[] = [];
  let lastDrawn: Promise<unknown> = Promise.resolve();
  const store = createStore(memoryDriver(), { writer: "w", isAlone: true });
  for (let guild = 1; guild <= guilds; guild++) {
    const made = withDebts(track({ channelId: String(10_000 + guild), watchers: ["100"] }), starts);
    await store.create(trackKey(String(guild), "t1"), tracks, made);
    const claims = [claimed(STARTS_AT, { userId: "101" })];
    const [week] = periodsWith(made, claims);
    if (week !== undefined) await store.create(periodKey(String(guild), "t1", week.plannedAt), periods, week);
  }
  const life = startReminders({
    store,
    catalog: await loadCatalog(join(import.meta.dirname, "../../data")),
    mail: {
      ...post,
      send: async (...all) => {
        await turns.turn("background");
        sentAt.push(timers.now());
        await timers.pause(NETWORK_MS);
        return post.send(...all);
      },
    },
    edit: async () => ({ outcome: "edited" }),
    draw: () => {
      const drawn = lastDrawn.then(() => timers.pause(DRAWING_MS)).then(() => new Uint8Array([1]));
      lastDrawn = drawn;
      return drawn;
    },
    clock: { now: () => starts + timers.now(), onTurn: () => () => undefined },
    timers,
    log: createLog("silent"),
    by: "life",
    machineNow: timers.now,
  });
  await life.loaded;
  await timers.pass(HOUR + (guilds / 20) * 1_000 + 200_000);
  await life.stop();

  const channels = post.posted.map(({ channelId }) => channelId);
  return {
    told: new Set(channels).size,
    pictures: post.posted.filter(({ message }) => message.files?.length === 1).length,
    doubled: channels.length - new Set(channels).size,
    early: sentAt.filter((at) => at < HOUR).length,
    lastAfterSeconds: Math.ceil((Math.max(0, ...sentAt) - HOUR) / 1_000),
  };
}

interface Rush {
  readonly members: number;
  /** Over how long they are spread. */
  readonly withinMs: number;
  readonly driver?: Driver;
}

/** Many members claim one after the other, each of them twice at once, and what they were told is held against what is kept. */
export async function claimRush({ members, withinMs, driver = memoryDriver() }: Rush) {
  const bot = house({ driver });
  await bot.as({ userId: "100", permissions: "32" }).run("rewards open", { what: "home" });
  const [made] = await tracksOf(bot.store, "2");
  const trackId = made?.trackId ?? "";
  const tookMs: number[] = [];
  const noted: string[] = [];

  const press = async (userId: string, choice: number) => {
    const startedAt = performance.now();
    const answer = await bot.as({ userId }).press(`v1:rewards:take:${trackId}:${choice}:`);
    tookMs.push(performance.now() - startedAt);
    if (textOf(messageOf(answer)).startsWith("Noted")) noted.push(userId);
  };
  const work: Promise<unknown>[] = [];
  for (let member = 0; member < members; member++) {
    const userId = String(1_000_000 + member);
    work.push(press(userId, 0), press(userId, 1));
    await new Promise((resolve) => setTimeout(resolve, withinMs / members));
  }
  await Promise.all(work);

  const { documents } = await bot.store.list(guildRange("2", "period"), periods);
  const kept = documents.flatMap(({ document }) => document.claims.map(({ userId }) => userId));
  const renders: number[] = [];
  for (let times = 0; times < 20; times++) {
    const startedAt = performance.now();
    if (made !== undefined) rewardBoard(made, await periodsOf(bot.store, "2", made, NOW), NOW);
    renders.push(performance.now() - startedAt);
  }
  await bot.store.close();
  return {
    kept: kept.length,
    doubled: kept.length - new Set(kept).size,
    liars: noted.filter((userId) => !kept.includes(userId)).length + (noted.length - new Set(noted).size),
    p50Ms: rank(tookMs, 0.5),
    p99Ms: rank(tookMs, 0.99),
    boardMs: rank(renders, 0.5),
    failures: bot.failures.length,
  };
}

function rank(all: readonly number[], part: number): number {
  const sorted = all.toSorted((one, other) => one - other);
  return Number((sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1));
}
