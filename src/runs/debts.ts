import { type Deliveries, owe, plan } from "../reminders/delivery.ts";
import { NOBODY, type Run, type Signup, signupOf } from "./run.ts";

/** What a run's crew is told of, and by which name its deliveries go. */
export const debtKinds = [
  "before-start",
  "promoted",
  "added",
  "taken-out",
  "leads",
  "cancelled",
  "moved",
  "roster-ping",
  "open-call",
] as const;
export type DebtKind = (typeof debtKinds)[number];

/** The public card is owed like any message, so that a crash between the run and its card loses neither. */
export const CARD = "card";

/** What nobody did in particular is told to everyone it concerns. */
export const NO_ACTOR = "";

/** So many names fit below a first line; Discord pings at most a hundred people with one message. */
const NAMED_AT_ONCE = 60;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What a change leaves to be told, kept in the run itself, so that both are on disk or neither is. */
export function withDebts(before: Run | undefined, after: Run, now: number, actorId: string): Run {
  const promoted =
    before === undefined ? [] : promotedBetween(before, after).filter((one) => one !== actorId);
  const isMoved = before !== undefined && before.startsAt !== after.startsAt;
  const isCancelled = after.ending === "cancelled" && before?.ending === undefined;

  let deliveries =
    before === undefined
      ? owe(after.deliveries, { kind: CARD, about: "", at: now, until: now + 24 * HOUR_MS })
      : after.deliveries;
  deliveries = plan(deliveries, "before-start" satisfies DebtKind, leadsOf(after), now);
  for (const [kind, userId] of doneTo(before, after, actorId))
    deliveries = told(deliveries, kind, userId, now, HOUR_MS);
  for (const userId of promoted) deliveries = told(deliveries, "promoted", userId, now, HOUR_MS);
  for (const span of isMoved || isCancelled ? spansFor(after, actorId) : []) {
    if (isMoved) deliveries = told(deliveries, "moved", `${after.startsAt}.${span}`, now, HOUR_MS);
    if (isCancelled) deliveries = told(deliveries, "cancelled", span, now, 24 * HOUR_MS);
  }
  return same(deliveries, after.deliveries) ? after : { ...after, deliveries };
}

/** Everyone who signed up, as spans of their order: so many as one message names. None when nobody else did. */
function spansFor({ signups }: Run, actorId: string): readonly string[] {
  if (signups.every(({ userId }) => userId === actorId)) return [];
  const orders = signups.map(({ order }) => order).toSorted((one, other) => one - other);
  const spans: string[] = [];
  for (let at = 0; at < orders.length; at += NAMED_AT_ONCE)
    spans.push(`${orders[at]}-${orders[Math.min(at + NAMED_AT_ONCE, orders.length) - 1]}`);
  return spans;
}

/** Whom a message about a span names, by now. */
export function namedIn({ signups }: Run, span: string): readonly string[] {
  const [from = 0, to = 0] = span.split("-").map(Number);
  return signups.filter(({ order }) => order >= from && order <= to).map(({ userId }) => userId);
}

/** Who waited before and has a seat of another run now. */
export function withPromotions(run: Run, userIds: readonly string[], now: number): Run {
  const deliveries = userIds.reduce(
    (owed, userId) => told(owed, "promoted", userId, now, HOUR_MS),
    run.deliveries,
  );
  return { ...run, deliveries };
}

const CALLS_APART_MS = 10 * MINUTE_MS;

/** Somebody who leads calls for the crew; one call stands for all of the same ten minutes. */
export function pingRoster(run: Run, callerId: string, now: number): Run {
  const recent = run.deliveries.all.some(
    ({ kind, at }) => kind === "roster-ping" && at > now - CALLS_APART_MS,
  );
  return recent ? run : { ...run, deliveries: told(run.deliveries, "roster-ping", callerId, now, HOUR_MS) };
}

/** The fleet's ping role is told of a new run, once its card stands. */
export function callFleet(run: Run, roleId: string, now: number): Run {
  return { ...run, deliveries: told(run.deliveries, "open-call", roleId, now + 1, HOUR_MS) };
}

/** What somebody did to others, who did not press anything themselves. */
function doneTo(
  before: Run | undefined,
  after: Run,
  actorId: string,
): readonly (readonly [kind: DebtKind, userId: string])[] {
  if (before === undefined || actorId === NO_ACTOR) return [];
  const standingIn = (run: Run | undefined, { userId }: Signup) => run && signupOf(run, userId)?.standing;
  const others = (signups: readonly Signup[], beside: readonly Signup[]) =>
    unlike(signups, beside).filter(({ userId }) => userId !== actorId);
  const isNew = (standing: Signup["standing"] | undefined) =>
    standing === undefined || standing === "tentative";
  const added = others(after.signups, before.signups).filter(
    (one) => one.standing !== "tentative" && isNew(standingIn(before, one)),
  );
  const taken = others(before.signups, after.signups).filter(
    (one) => (standingIn(after, one) ?? standingIn(after.offshoot, one)) === undefined,
  );
  const { leaderId } = after;
  const isHandedOver = leaderId !== before.leaderId && leaderId !== actorId && leaderId !== NOBODY;
  return [
    ...added.map(({ userId }) => ["added", userId] as const),
    ...taken.map(({ userId }) => ["taken-out", userId] as const),
    ...(isHandedOver ? [["leads", leaderId] as const] : []),
  ];
}

/** Who waited before and has a seat now. */
export function promotedBetween(before: Run, after: Run): readonly string[] {
  return unlike(after.signups, before.signups)
    .filter((one) => one.standing === "seated" && signupOf(before, one.userId)?.standing === "waiting")
    .map(({ userId }) => userId);
}

/** Those that do not stand beside in the very same way. What both begin with, which is mostly all, is passed over. */
function unlike(signups: readonly Signup[], beside: readonly Signup[]): readonly Signup[] {
  const from = signups.findIndex((one, at) => one !== beside[at]);
  if (from === -1) return [];
  const same = new Set(beside.slice(from));
  return signups.slice(from).filter((one) => !same.has(one));
}

function leadsOf({ state, isInstant, startsAt, leadMinutes }: Run) {
  if (isInstant || (state !== "open" && state !== "locked")) return [];
  return leadMinutes.map((lead) => ({
    about: String(lead),
    at: startsAt - lead * MINUTE_MS,
    until: startsAt,
  }));
}

function told(deliveries: Deliveries, kind: DebtKind, about: string, at: number, forMs: number): Deliveries {
  return owe(deliveries, { kind, about, at, until: at + forMs });
}

function same(one: Deliveries, other: Deliveries): boolean {
  return (
    one.refusals === other.refusals &&
    one.all.length === other.all.length &&
    one.all.every((delivery, at) => delivery === other.all[at])
  );
}
