import { join } from "node:path";
import { type User, users } from "../../src/captains/store.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { guildSettings, type Settings, settingsKey } from "../../src/guilds/settings.ts";
import { startReminders } from "../../src/jobs/reminders.ts";
import { createLog } from "../../src/ops/log.ts";
import type { Message } from "../../src/reminders/mail.ts";
import { claimReward } from "../../src/rewards/claims.ts";
import { withCrewCalled } from "../../src/rewards/crew.ts";
import { withBoardOwed, withDebts } from "../../src/rewards/debts.ts";
import { phaseAt } from "../../src/rewards/periods.ts";
import { emptyPeriod, periodKey, periods, trackKey, tracks } from "../../src/rewards/store.ts";
import type { Track } from "../../src/rewards/track.ts";
import type { Run } from "../../src/runs/run.ts";
import { runKey, runs } from "../../src/runs/store.ts";
import { createStore } from "../../src/store/create-store.ts";
import { guildRange, userKey } from "../../src/store/document-key.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { handTimers } from "../reminders/hand-timers.ts";
import { postbox } from "../reminders/postbox.ts";
import { claimed, DAY, HOUR, STARTS_AT, track } from "../rewards/boards.ts";
import { run } from "../runs/crew.ts";

const catalog = await loadCatalog(join(import.meta.dirname, "../../data"));

export const GUILD = "2";
/** The channel that rewards are opened in. */
export const CHANNEL = "12";
const MACHINE_EPOCH = Date.UTC(2026, 10, 21, 12);

/** The rewards of a guild with everything that happens to them without a click, on a Discord and clocks of its own. */
export function rewardRoom({ starts = STARTS_AT } = {}) {
  const timers = handTimers();
  const texts = new Map<string, string>();
  const post = postbox(() => MACHINE_EPOCH + timers.now());
  const edits: { readonly messageId: string; readonly text: string }[] = [];
  const gone = new Set<string>();
  const easel = { isBroken: false };
  const listeners = new Set<() => void>();
  let domainMs = starts;
  let lives = 0;

  const clock = {
    now: () => domainMs + timers.now(),
    onTurn: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  function live() {
    lives += 1;
    return startReminders({
      store: createStore(memoryDriver(texts), { writer: `w${lives}`, isAlone: true }),
      catalog,
      mail: post,
      edit: async ({ messageId }, message: Message) => {
        if (gone.has(messageId)) return { outcome: "gone", code: 10_008 };
        edits.push({ messageId, text: JSON.stringify(message.components) });
        return { outcome: "edited" };
      },
      draw: async (chart) => {
        if (easel.isBroken) throw new Error("The easel is broken.");
        return Buffer.from(chart.heading);
      },
      clock,
      timers,
      log: createLog("silent"),
      by: `life-${lives}`,
      machineNow: () => MACHINE_EPOCH + timers.now(),
    });
  }

  let life = live();
  return {
    post,
    easel,
    edits,
    clock,
    get counts() {
      return life.counts;
    },
    pass: timers.pass,
    turn: async (byMs: number) => {
      domainMs += byMs;
      for (const tell of listeners) tell();
      await timers.pass(200_000);
    },
    /** Nobody is there for a while; then the bot starts again. */
    absence: async (ms: number) => {
      await life.stop();
      domainMs += ms;
      life = live();
      await life.loaded;
      await timers.pass(200_000);
    },
    /** Keeps a track as the command does, and asks for its board. */
    open: async (changes: Partial<Track> = {}) => {
      const now = clock.now();
      const made = withBoardOwed(withDebts(track(changes), now), now, DAY);
      await life.store.create(trackKey(GUILD, made.trackId), tracks, made);
      const posting = life.boards.post(GUILD, made);
      await timers.pass(10);
      return posting;
    },
    claim: async (userId: string, trackId = "t1") => {
      const of = await life.store.read(trackKey(GUILD, trackId), tracks);
      const phase = of && phaseAt(of, clock.now());
      if (of === undefined || phase?.is !== "running") throw new Error("Nothing can be claimed now.");
      const { plannedAt } = phase.span;
      await life.store.update(periodKey(GUILD, trackId, plannedAt), periods, (before) => {
        const period = before ?? emptyPeriod(trackId, plannedAt);
        return claimReward(period, of, claimed(clock.now(), { userId })).document;
      });
      await timers.pass(10);
    },
    /** The last claim of a member is taken back. */
    undo: async (userId: string) => {
      const { documents } = await life.store.list(guildRange(GUILD, "period"), periods);
      for (const { key } of documents)
        await life.store.update(
          key,
          periods,
          (before) => before && { ...before, claims: before.claims.filter((one) => one.userId !== userId) },
        );
    },
    change: async (rule: (before: Track) => Track) => {
      await life.store.update(trackKey(GUILD, "t1"), tracks, (before) => before && rule(before));
      await timers.pass(2_000);
    },
    read: () => life.store.read(trackKey(GUILD, "t1"), tracks),
    finish: async (changes: Partial<Run>) => {
      const now = clock.now();
      const made = run({
        slug: "home",
        title: "Home",
        startsAt: now,
        startedAt: now,
        state: "over",
        ending: "finished",
        ...changes,
      });
      await life.store.update(runKey(GUILD, made.runId), runs, () => made);
      await timers.pass(100);
    },
    /** A run of the mission that an officer gathers for those who still need the reward. */
    gather: async (changes: Partial<Run> = {}, directly: readonly string[] = []) => {
      const now = clock.now();
      const made = run({ slug: "home", title: "Home", startsAt: now + HOUR, ...changes });
      await life.store.update(runKey(GUILD, made.runId), runs, () => made);
      await life.store.update(
        trackKey(GUILD, "t1"),
        tracks,
        (before) =>
          before &&
          withCrewCalled(
            before,
            made.runId,
            directly.map((userId) => ({ userId, at: now })),
            now,
          ),
      );
      await timers.pass(200);
    },
    /** What a member of this guild sets with /me. */
    knows: async (userId: string, changes: Partial<User>) =>
      void (await life.store.update(userKey(userId), users, (user) => ({
        ...user,
        guildIds: [GUILD],
        ...changes,
      }))),
    userOf: (userId: string) => life.store.read(userKey(userId), users),
    settings: async (changes: Partial<Settings>) =>
      void (await life.store.update(settingsKey(GUILD), guildSettings, (before) => ({
        ...before,
        ...changes,
      }))),
    /** Somebody deletes what has been posted so far. */
    deleted: () => {
      for (const { id } of post.posted) gone.add(id);
    },
    /** What was said in plain words, without boards. */
    said: () => post.posted.filter(({ text }) => text !== ""),
    boards: () => post.posted.filter(({ text }) => text === ""),
  };
}
