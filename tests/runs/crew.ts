import { noDeliveries } from "../../src/reminders/delivery.ts";
import type { RosterCaptain, Run } from "../../src/runs/run.ts";
import { type JoinSaid, joinRun, type Newcomer } from "../../src/runs/sign-up.ts";

export const LEADER = "100";
/** Saturday evening. */
export const STARTS_AT = Date.UTC(2026, 10, 21, 19);
export const leader = { userId: LEADER, isOfficer: false };

export function run(overrides: Partial<Run> = {}): Run {
  return {
    runId: "r1",
    slug: "second-wave",
    title: "Second Wave",
    leaderId: LEADER,
    startsAt: STARTS_AT,
    isInstant: false,
    seats: 2,
    roles: [],
    state: "open",
    signups: [],
    nextOrder: 0,
    heard: [],
    channelId: "12",
    leadMinutes: [],
    deliveries: noDeliveries,
    ...overrides,
  };
}

export function captain(overrides: Partial<RosterCaptain> = {}): RosterCaptain {
  return { captainId: "c1", name: "Zarva", kind: "klingon", career: "tactical", level: 60, ...overrides };
}

/** Signs up one after the other; a name alone is a member with no wish. */
export function joined(start: Run, ...who: readonly (string | Newcomer)[]): Run {
  return who.reduce((now, one) => joinRun(now, newcomer(one)).run, start);
}

export function join(start: Run, one: string | Newcomer): JoinSaid {
  return joinRun(start, newcomer(one)).said;
}

export function names(signups: readonly { readonly userId: string }[]): string[] {
  return signups.map((signup) => signup.userId);
}

function newcomer(one: string | Newcomer): Newcomer {
  return typeof one === "string" ? { userId: one } : one;
}
