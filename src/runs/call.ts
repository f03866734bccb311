import { noDeliveries } from "../reminders/delivery.ts";
import type { Content } from "./content.ts";
import { isSeats } from "./lead.ts";
import { readRoles, seatsOf } from "./role-words.ts";
import { type difficulties, type RolePlace, type Run, runLimits } from "./run.ts";

/** What a member asks for when they gather a crew, as they typed it. */
export interface Wish {
  readonly seats?: number | undefined;
  readonly difficulty?: (typeof difficulties)[number] | undefined;
  readonly roles?: string | undefined;
  readonly note?: string | undefined;
  readonly minLevel?: number | undefined;
}

export interface Occasion {
  readonly runId: string;
  readonly leaderId: string;
  readonly channelId: string;
  readonly now: number;
  /** Missing for a call for right now. */
  readonly startsAt: number | undefined;
  readonly leadMinutes: readonly number[];
}

/** Seats when no source gives the size of the team. */
const USUAL_TEAM = 5;

export type CallResult =
  | { readonly outcome: "called"; readonly run: Run }
  | { readonly outcome: "roles-unreadable" | "bad-seats" | "note-too-long" }
  /** The roles have fewer places than there are seats. */
  | { readonly outcome: "roles-too-few"; readonly places: number; readonly seats: number };

export function callCrew(content: Content, wish: Wish, when: Occasion): CallResult {
  const roles = readRoles(wish.roles ?? "");
  if (roles === undefined) return { outcome: "roles-unreadable" };
  const note = wish.note?.trim();
  if (note !== undefined && note.length > runLimits.note) return { outcome: "note-too-long" };

  const places = seatsOf(roles);
  const seats = wish.seats ?? places ?? content.teamSize ?? USUAL_TEAM;
  if (!isSeats(seats)) return { outcome: "bad-seats" };
  if (places !== undefined && places < seats) return { outcome: "roles-too-few", places, seats };
  return { outcome: "called", run: newRun(content, wish, when, { roles, seats, note }) };
}

function newRun(
  { slug, title }: Content,
  { difficulty, minLevel }: Wish,
  { runId, leaderId, channelId, now, startsAt, leadMinutes }: Occasion,
  made: { readonly roles: readonly RolePlace[]; readonly seats: number; readonly note: string | undefined },
): Run {
  return {
    runId,
    slug,
    title,
    leaderId,
    startsAt: startsAt ?? now,
    isInstant: startsAt === undefined,
    seats: made.seats,
    roles: made.roles,
    ...(difficulty && { difficulty }),
    ...(minLevel !== undefined && { minLevel }),
    ...(made.note && { note: made.note }),
    state: "open",
    signups: [],
    nextOrder: 0,
    heard: [],
    channelId,
    leadMinutes,
    deliveries: noDeliveries,
  };
}

/** Runs of one content that begin within this time of each other are perhaps the same. */
const SAME_WITHIN_MS = 3_600_000;

export type TooMany = "too-many-of-yours" | "too-many-here";

export type Crowded = { readonly because: TooMany } | { readonly because: "one-like-it"; readonly run: Run };

type Led = Pick<Run, "runId" | "leaderId">;

/** What forbids one more run beside others; one that is named twice counts once. */
export function tooMany(all: readonly Led[], planned: Led): TooMany | undefined {
  const others = all.filter(({ runId }) => runId !== planned.runId);
  const own = others.filter(({ leaderId }) => leaderId === planned.leaderId);
  if (counted(own) >= runLimits.openByMember) return "too-many-of-yours";
  return counted(others) >= runLimits.openByGuild ? "too-many-here" : undefined;
}

function counted(all: readonly Led[]): number {
  return new Set(all.map(({ runId }) => runId)).size;
}

/** What speaks against one more run among those that are not over. */
export function crowded(open: readonly Run[], planned: Run): Crowded | undefined {
  const because = tooMany(open, planned);
  if (because !== undefined) return { because };
  const like = open.find(
    ({ slug, startsAt }) => slug === planned.slug && Math.abs(startsAt - planned.startsAt) <= SAME_WITHIN_MS,
  );
  return like && { because: "one-like-it", run: like };
}
