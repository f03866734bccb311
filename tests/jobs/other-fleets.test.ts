import { expect, test } from "vitest";
import { users } from "../../src/captains/store.ts";
import { guildSettings, settingsKey } from "../../src/guilds/settings.ts";
import { rewardDirects } from "../../src/jobs/reward-directs.ts";
import { createLog } from "../../src/ops/log.ts";
import { type DirectPlan, directs } from "../../src/reminders/directs.ts";
import { watched } from "../../src/reminders/watch.ts";
import { trackKey, tracks } from "../../src/rewards/store.ts";
import type { Track } from "../../src/rewards/track.ts";
import { createStore } from "../../src/store/create-store.ts";
import { userKey } from "../../src/store/document-key.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { systemClock } from "../../src/time/clock.ts";
import { handTimers } from "../reminders/hand-timers.ts";
import { STARTS_AT, track } from "../rewards/boards.ts";

const HERE = { guildId: "2", trackId: "thome", userId: "101" };
const THERE = { guildId: "77", trackId: "taway", userId: "900" };
/** After a change of somebody's settings everything of theirs is looked at within this time. */
const SOON = 3_000;

/** Two fleets, each with a reward that a member of its own follows. */
async function fleets() {
  const timers = handTimers();
  const clock = { ...systemClock, now: () => STARTS_AT + timers.now() };
  const looked = new Set<string>();
  const plan: DirectPlan<Track> = {
    ...rewardDirects,
    readersOf: (one, now) => {
      looked.add(one.trackId);
      return rewardDirects.readersOf(one, now);
    },
  };
  const kept = createStore(memoryDriver(), { writer: "w", isAlone: true });
  const store = watched(kept, (...change) => direct.seen(...change));
  const direct = directs({ store, clock, timers, log: createLog("silent") }, [plan as DirectPlan<unknown>]);
  for (const { guildId, trackId, userId } of [HERE, THERE])
    await store.create(trackKey(guildId, trackId), tracks, track({ trackId, watchers: [userId] }));
  return {
    store,
    /** Which rewards have been looked at since this was asked last. */
    looked: async () => {
      await timers.pass(SOON);
      const found = [...looked];
      looked.clear();
      return found;
    },
  };
}

test("what a member sets has the rewards of their own fleet looked at, and none of another", async () => {
  const { store, looked } = await fleets();
  for (const { guildId, trackId, userId } of [HERE, THERE]) {
    await store.update(userKey(userId), users, (user) => ({
      ...user,
      guildIds: [guildId],
      reminders: { by: "dm" as const, leadMinutes: 10 },
    }));
    expect(await looked()).toEqual([trackId]);
  }
});

test("another time zone of a fleet has its own rewards looked at, and none of another", async () => {
  const { store, looked } = await fleets();
  for (const { guildId, trackId } of [HERE, THERE]) {
    await store.update(settingsKey(guildId), guildSettings, (before) => ({
      ...before,
      timeZone: "Asia/Tokyo",
    }));
    expect(await looked()).toEqual([trackId]);
  }
});
