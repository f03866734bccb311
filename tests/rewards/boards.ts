import { noDeliveries } from "../../src/reminders/delivery.ts";
import type { Claim, Period } from "../../src/rewards/claims.ts";
import { claimReward } from "../../src/rewards/claims.ts";
import { phaseAt } from "../../src/rewards/periods.ts";
import { emptyPeriod } from "../../src/rewards/store.ts";
import type { Track } from "../../src/rewards/track.ts";
import { STO_ZONE } from "../../src/time/days.ts";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Thursday, 19 November 2026, ten o'clock on STO's clock. */
export const STARTS_AT = Date.UTC(2026, 10, 19, 18);

/** Home's reward, four weeks long. */
export function track(overrides: Partial<Track> = {}): Track {
  return {
    trackId: "t1",
    title: "Home",
    slug: "home",
    openedBy: "100",
    startsAt: STARTS_AT,
    zone: STO_ZONE,
    cadence: "weekly",
    length: 4,
    needed: 4,
    per: "account",
    choices: [
      { name: "Enhanced Universal Tech Upgrade", quantity: 1 },
      { name: "Specialization Point", quantity: 1, usableFromLevel: 50 },
    ],
    leadMinutes: 1_440,
    watchers: [],
    hidden: [],
    channelId: "12",
    deliveries: noDeliveries,
    ...overrides,
  };
}

/** Fourteen of twenty-one days, without a choice. */
export function days(overrides: Partial<Track> = {}): Track {
  return track({
    trackId: "t2",
    title: "Red Alerts",
    cadence: "daily",
    length: 21,
    needed: 14,
    choices: [],
    ...overrides,
  });
}

let clicks = 0;

export function claimed(at: number, overrides: Partial<Claim> = {}): Claim {
  return { userId: "100", at, interactionId: `${++clicks}`, ...overrides };
}

/** The periods in which these claims lie, each claim made by the rule. */
export function periodsWith(of: Track, claims: readonly Claim[]): readonly Period[] {
  const made = new Map<number, Period>();
  for (const claim of claims) {
    const phase = phaseAt(of, claim.at);
    if (phase.is !== "running") throw new Error("Nothing is open at that time.");
    const { plannedAt } = phase.span;
    const before = made.get(plannedAt) ?? emptyPeriod(of.trackId, plannedAt);
    made.set(plannedAt, claimReward(before, of, claim).document);
  }
  return [...made.values()].toSorted((one, other) => one.plannedAt - other.plannedAt);
}

/** A period in which 2,000 members have claimed. */
export function crowded(of: Pick<Track, "trackId">) {
  const claims = Array.from({ length: 2_000 }, (_, at) =>
    claimed(STARTS_AT + at, { userId: String(1_000 + at) }),
  );
  return [{ trackId: of.trackId, plannedAt: STARTS_AT, claims }];
}
