import type { CaptainFacts } from "../captains/captain.ts";
import type { Career } from "../catalog/game.ts";
import type { Deliveries } from "../reminders/delivery.ts";
import type { Recurrence } from "../time/recurrence.ts";

export const jobs = ["tank", "heal", "damage"] as const;
export const roles = [...jobs, "tactical", "engineering", "science"] as const;
/** What somebody does in the team, or the career they bring. */
export type Role = (typeof jobs)[number] | Career;

/** A role that a run asks for, and of how many at most. */
export interface RolePlace {
  readonly role: Role;
  readonly most?: number | undefined;
}

/** Locked: nobody signs up any more. Started: who finds a free seat may still come along. */
export const runStates = ["open", "locked", "started", "over"] as const;
export const endings = ["finished", "cancelled", "lapsed"] as const;
export const standings = ["seated", "waiting", "tentative"] as const;
export const difficulties = ["normal", "advanced", "elite"] as const;
export type Standing = (typeof standings)[number];
export type Ending = (typeof endings)[number];

/** A captain as it was when it was signed up. */
export type RosterCaptain = Pick<CaptainFacts, "name" | "kind" | "career" | "level"> & {
  readonly captainId: string;
};

export interface Signup {
  readonly userId: string;
  /** The run's own sequence number: first come, first served goes by it, never by a clock. */
  readonly order: number;
  readonly standing: Standing;
  readonly role?: Role | undefined;
  readonly lateMinutes?: number | undefined;
  readonly captain?: RosterCaptain | undefined;
  /** Who signed them up, if it was somebody else. */
  readonly addedBy?: string | undefined;
}

/** The last interactions of a member. */
export interface Heard {
  readonly userId: string;
  readonly interactionIds: readonly string[];
}

/** A run that comes back, and which one of its series this is, counted from 0. */
export interface Series extends Recurrence {
  readonly seriesId: string;
  readonly count: number;
  /** True once the next one is made, or none is to come. */
  readonly isCarriedOn?: boolean | undefined;
}

/** What stands where somebody asked to be forgotten. Officers lead such a run. */
export const NOBODY = "0";

export interface Run {
  readonly runId: string;
  /** The mission or task force. */
  readonly slug: string;
  readonly title: string;
  readonly leaderId: string;
  /** Epoch ms; for an instant call, when it was made. */
  readonly startsAt: number;
  /** A call for right now, which closes itself. */
  readonly isInstant: boolean;
  readonly seats: number;
  /** None: everybody just comes. */
  readonly roles: readonly RolePlace[];
  readonly difficulty?: (typeof difficulties)[number] | undefined;
  readonly minLevel?: number | undefined;
  readonly note?: string | undefined;
  readonly state: (typeof runStates)[number];
  readonly startedAt?: number | undefined;
  /** It was locked when it started, and is again if it is moved ahead. */
  readonly wasLocked?: boolean | undefined;
  readonly ending?: Ending | undefined;
  /** In their order. */
  readonly signups: readonly Signup[];
  readonly nextOrder: number;
  /** How many were taken out because they had left the server. */
  readonly departed?: number | undefined;
  /** Who was there, once it is finished. */
  readonly present?: readonly string[] | undefined;
  /** Whose interactions were taken, the latest at the end, so that one delivered twice counts once. */
  readonly heard: readonly Heard[];
  /** Where the public card stands, as soon as it does. */
  readonly card?: { readonly channelId: string; readonly messageId: string } | undefined;
  /** Where the card belongs. */
  readonly channelId: string;
  readonly series?: Series | undefined;
  /** A team that was split off and may not be stored yet. */
  readonly offshoot?: Run | undefined;
  /** How long before the start the crew is reminded, as the fleet had it when the run was made. */
  readonly leadMinutes: readonly number[];
  readonly deliveries: Deliveries;
}

export const runLimits = {
  seats: 50,
  note: 300,
  openByMember: 5,
  openByGuild: 200,
  signups: 600,
  lateMinutes: 180,
} as const;

/** What a rule makes of a run, and what it has to say. */
export interface Ruling<Said> {
  readonly run: Run;
  readonly said: Said;
}

export function signupOf(run: Run, userId: string): Signup | undefined {
  return run.signups.find((signup) => signup.userId === userId);
}

export function seated(run: Run): readonly Signup[] {
  return standing(run, "seated");
}

export function waiting(run: Run): readonly Signup[] {
  return standing(run, "waiting");
}

export function tentative(run: Run): readonly Signup[] {
  return standing(run, "tentative");
}

/** The place among those who stand the same, counted from 1. */
export function placeOf(run: Run, { userId, standing: how }: Signup): number {
  return standing(run, how).findIndex((signup) => signup.userId === userId) + 1;
}

export function isOver(run: Run): boolean {
  return run.state === "over";
}

function standing(run: Run, wanted: Standing): readonly Signup[] {
  return run.signups.filter((signup) => signup.standing === wanted);
}
