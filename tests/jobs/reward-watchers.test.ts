import { expect, test } from "vitest";
import { rewardDirects } from "../../src/jobs/reward-directs.ts";
import { planDirects } from "../../src/reminders/direct-plan.ts";
import { withCrewCalled } from "../../src/rewards/crew.ts";
import { withDebts } from "../../src/rewards/debts.ts";
import { withReadiness } from "../../src/rewards/readiness.ts";
import { trackKey, tracks } from "../../src/rewards/store.ts";
import { type Track, trackLimits } from "../../src/rewards/track.ts";
import { createStore } from "../../src/store/create-store.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { DAY, days, HOUR, STARTS_AT } from "../rewards/boards.ts";
import { counter, GUILD, whispered } from "../rewards/counter.ts";

/** As long as an id can be. */
const memberAt = (at: number) => String(10n ** 19n + BigInt(at));
const everybody = Array.from({ length: trackLimits.watchers }, (_, at) => memberAt(at));
const wishOf = (userId: string) => ({ userId, leadMinutes: undefined, quiet: undefined, zone: "UTC" });

/** As many as may, each of whom asked for direct messages and keeps out of the officers' list. */
function full(changes: Partial<Track>): Track {
  const length = trackLimits.days;
  return days({ length, needed: length, watchers: everybody, hidden: everybody, ...changes });
}

/** What is due by now was sent, and what comes next is planned. */
function lookedAfter(track: Track, now: number): Track {
  const all = track.deliveries.all.map((one) =>
    one.at <= now ? { ...one, state: "sent" as const, channelId: memberAt(0), messageId: memberAt(1) } : one,
  );
  const told = withDebts({ ...track, deliveries: { ...track.deliveries, all } }, now);
  const wanted = told.watchers.flatMap((userId) => {
    const wish = wishOf(userId);
    return rewardDirects.wantedBy(told, wish, now).map((one) => ({ ...one, wish }));
  });
  const { occasionOf } = rewardDirects;
  return { ...told, deliveries: planDirects(told.deliveries, wanted, now, { occasionOf }) };
}

function withCrews(track: Track, count: number, now: number): Track {
  const runIds = Array.from({ length: count }, (_, at) => `r${memberAt(at)}`);
  const directly = everybody.map((userId) => ({ userId, at: now }));
  return runIds.reduce((before, runId) => withCrewCalled(before, runId, directly, now), track);
}

const isKept = async (track: Track) =>
  await createStore(memoryDriver(), { writer: "w", isAlone: true }).create(
    trackKey("2", track.trackId),
    tracks,
    track,
  );

test("the longest event has room for all that it owes to as many members as it takes", async () => {
  const ahead = lookedAfter(full({}), STARTS_AT - 1);
  expect(await isKept(ahead)).toBe(true);
  const opened = lookedAfter(ahead, STARTS_AT + HOUR);
  const running = lookedAfter(lookedAfter(opened, STARTS_AT + DAY), STARTS_AT + DAY + HOUR);
  expect(await isKept(withCrews(running, 3, STARTS_AT + DAY + HOUR))).toBe(true);
});

test("so has one with a cooldown, when five captains of each may claim again", async () => {
  const often = full({ cadence: "cooldown", per: "captain" });
  const running = lookedAfter(lookedAfter(often, STARTS_AT - 1), STARTS_AT + HOUR);
  const times = everybody.flatMap((userId) =>
    [1, 2, 3, 4, 5].map((captain) => ({ userId, at: STARTS_AT + DAY + captain * HOUR })),
  );
  const directly = times.map((one) => ({ ...one, wish: wishOf(one.userId) }));
  const ready = withReadiness(running, times, directly, STARTS_AT + HOUR);
  expect(await isKept(withCrews(ready, 3, STARTS_AT + HOUR))).toBe(true);
});

test("one member too many reads how many there are, until one of those wants no reminders", async () => {
  const bot = counter();
  const { trackId } = await bot.opened();
  await bot.store.update(
    trackKey(GUILD, trackId),
    tracks,
    (track) => track && { ...track, watchers: everybody },
  );
  const press = (wish: string, userId: string) => bot.member(userId).press(`v1:rewards:${wish}:${trackId}`);
  const late = memberAt(everybody.length);
  expect(whispered(await press("remind", late))).toContain("500 members are reminded of **Home** already");
  await press("unremind", memberAt(7));
  expect(whispered(await press("remind", late))).toContain("You will be told");
  const kept = await bot.store.read(trackKey(GUILD, trackId), tracks);
  expect(kept?.watchers).toEqual([...everybody.filter((one) => one !== memberAt(7)), late]);
});
