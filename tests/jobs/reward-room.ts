import type { Trouble } from "../../src/reminders/mail.ts";
import { claimReward } from "../../src/rewards/claims.ts";
import { withCrewCalled } from "../../src/rewards/crew.ts";
import { withBoardOwed, withDebts } from "../../src/rewards/debts.ts";
import { phaseAt } from "../../src/rewards/periods.ts";
import { emptyPeriod, periodKey, periods, trackKey, tracks } from "../../src/rewards/store.ts";
import type { Track } from "../../src/rewards/track.ts";
import type { Run } from "../../src/runs/run.ts";
import { runKey, runs } from "../../src/runs/store.ts";
import { guildRange } from "../../src/store/document-key.ts";
import { claimed, DAY, HOUR, STARTS_AT, track } from "../rewards/boards.ts";
import { run } from "../runs/crew.ts";
import { GUILD, room } from "./room.ts";

/** By then every fleet has been told of what opens for all of them at one instant. */
const SPREAD_OVER_MS = 200_000;

/** The rewards of a guild with everything that happens to them without a click. */
export function rewardRoom({ starts = STARTS_AT } = {}) {
  const gone = new Set<string>();
  const easel = { isBroken: false };
  const editing: { trouble: Trouble | undefined } = { trouble: undefined };
  const here = room({
    starts,
    draw: async (chart) => {
      if (easel.isBroken) throw new Error("The easel is broken.");
      return Buffer.from(chart.heading);
    },
    troubleOf: (messageId) => (gone.has(messageId) ? { outcome: "gone", code: 10_008 } : editing.trouble),
  });
  const { clock, life, post, timers } = here;
  return {
    ...here,
    easel,
    editing,
    get counts() {
      return life().counts;
    },
    turn: async (byMs: number) => {
      here.turnClock(byMs);
      await timers.pass(SPREAD_OVER_MS);
    },
    absence: async (awayMs: number) => {
      await here.startAgain({ awayMs });
      await timers.pass(SPREAD_OVER_MS);
    },
    /** Keeps a track as the command does, and asks for its board. */
    open: async (changes: Partial<Track> = {}) => {
      const now = clock.now();
      const made = withBoardOwed(withDebts(track(changes), now), now, DAY);
      await life().store.create(trackKey(GUILD, made.trackId), tracks, made);
      const posting = life().boards.post(GUILD, made);
      await timers.pass(10);
      return posting;
    },
    claim: async (userId: string, trackId = "t1") => {
      const of = await life().store.read(trackKey(GUILD, trackId), tracks);
      const phase = of && phaseAt(of, clock.now());
      if (of === undefined || phase?.is !== "running") throw new Error("Nothing can be claimed now.");
      const { plannedAt } = phase.span;
      await life().store.update(periodKey(GUILD, trackId, plannedAt), periods, (before) => {
        const period = before ?? emptyPeriod(trackId, plannedAt);
        return claimReward(period, of, claimed(clock.now(), { userId })).document;
      });
      await timers.pass(10);
    },
    /** The last claim of a member is taken back. */
    undo: async (userId: string) => {
      const { documents } = await life().store.list(guildRange(GUILD, "period"), periods);
      for (const { key } of documents)
        await life().store.update(
          key,
          periods,
          (before) => before && { ...before, claims: before.claims.filter((one) => one.userId !== userId) },
        );
    },
    change: async (rule: (before: Track) => Track) => {
      await life().store.update(trackKey(GUILD, "t1"), tracks, (before) => before && rule(before));
      await timers.pass(2_000);
    },
    read: () => life().store.read(trackKey(GUILD, "t1"), tracks),
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
      await life().store.update(runKey(GUILD, made.runId), runs, () => made);
      await timers.pass(100);
    },
    /** A run of the mission that an officer gathers for those who still need the reward. */
    gather: async (changes: Partial<Run> = {}, directly: readonly string[] = []) => {
      const now = clock.now();
      const made = run({ slug: "home", title: "Home", startsAt: now + HOUR, ...changes });
      await life().store.update(runKey(GUILD, made.runId), runs, () => made);
      await life().store.update(
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
    /** Somebody deletes what has been posted so far. */
    deleted: () => {
      for (const { id } of post.posted) gone.add(id);
    },
    boards: here.cards,
  };
}
