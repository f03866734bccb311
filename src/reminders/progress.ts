import { type Claimed, type Deliveries, type Delivery, idOf, isOpen, type Planned } from "./delivery.ts";

/** Of several that were missed: each is told, or only the latest, because it says all that the others would. */
export type Missed = "each" | "latest";

export interface Circumstances {
  /** Domain time. */
  readonly now: number;
  /** When a planned one is really sent: common instants are spread a little. Never before `at`. */
  dueAt(one: Planned): number;
  missed(kind: string): Missed;
  /** True for one that is not to be tried again yet. */
  isHeld(one: Delivery): boolean;
}

export type Step =
  | { readonly do: "drop"; readonly dropped: readonly Planned[] }
  | { readonly do: "deliver"; readonly delivery: Planned | Claimed }
  /** `at` is missing when nothing is left to do. */
  | { readonly do: "wait"; readonly at: number | undefined };

/** What to do next for a document. A clock that was turned either way changes when, never how often. */
export function nextStep(deliveries: Deliveries, how: Circumstances): Step {
  const open = deliveries.all.filter(isOpen).filter((one) => !how.isHeld(one));
  const due = open.filter((one) => one.state === "claimed" || how.dueAt(one) <= how.now);
  const dropped = due.filter((one) => one.state === "planned").filter((one) => isPointless(one, due, how));
  if (dropped.length > 0) return { do: "drop", dropped };

  const oldest = due.reduce<Planned | Claimed | undefined>(
    (first, one) => (first === undefined || one.at < first.at ? one : first),
    undefined,
  );
  if (oldest !== undefined) return { do: "deliver", delivery: oldest };

  const later = open.filter((one) => one.state === "planned").map(how.dueAt);
  return { do: "wait", at: later.length === 0 ? undefined : Math.min(...later) };
}

function isPointless(one: Planned, due: readonly (Planned | Claimed)[], how: Circumstances): boolean {
  if (one.until <= how.now) return true;
  return how.missed(one.kind) === "latest" && due.some(({ kind, at }) => kind === one.kind && at > one.at);
}

export function drop(deliveries: Deliveries, dropped: readonly Delivery[]): Deliveries {
  const ids = new Set(dropped.map(idOf));
  return replaced(deliveries, (one) =>
    one.state === "planned" && ids.has(idOf(one)) ? { ...bare(one), state: "expired" } : one,
  );
}

/** A claim outlasts the longest send; after it, whoever comes next takes over. */
const LEASE_MS = 60_000;

export interface Claim {
  readonly by: string;
  readonly channelId: string;
  readonly nonce: string;
  /** The machine's time. */
  readonly at: number;
}

/** Undefined when it is not to be sent any more, or somebody else is about to. The first nonce and place stay. */
export function claim(
  deliveries: Deliveries,
  id: string,
  { by, channelId, nonce, at }: Claim,
): { readonly deliveries: Deliveries; readonly claimed: Claimed } | undefined {
  const before = deliveries.all.find((one) => idOf(one) === id);
  if (before === undefined || !isOpen(before)) return undefined;
  if (before.state === "claimed" && before.by !== by && leaseLeftMs(before, at) > 0) return undefined;

  const claimed: Claimed =
    before.state === "claimed"
      ? { ...before, by, claimedAt: at }
      : { ...before, state: "claimed", by, channelId, nonce, firstClaimedAt: at, claimedAt: at };
  return { deliveries: replaced(deliveries, (one) => (one === before ? claimed : one)), claimed };
}

/** How long a claim still holds others off; a machine whose clock went back does not hold it for ever. */
export function leaseLeftMs({ claimedAt }: Claimed, at: number): number {
  return claimedAt > at ? 0 : Math.max(0, claimedAt + LEASE_MS - at);
}

export type Settled =
  | {
      readonly state: "sent";
      readonly channelId: string;
      readonly messageId: string;
      readonly withoutFiles?: true | undefined;
    }
  | { readonly state: "done" | "expired" }
  | { readonly state: "failed"; readonly code: number; readonly refusedBy?: Refusing };

export interface Refusing {
  readonly channelId: string;
  readonly isGone: boolean;
}

/** The claim came to nothing for certain: nothing was sent, and it may be claimed anew. */
export function release(deliveries: Deliveries, id: string, by: string): Deliveries {
  return replaced(deliveries, (one) =>
    one.state === "claimed" && one.by === by && idOf(one) === id ? { ...bare(one), state: "planned" } : one,
  );
}

/** The end of a delivery. What is settled stays settled. */
export function settle(deliveries: Deliveries, id: string, settled: Settled): Deliveries {
  const before = deliveries.all.find((one) => idOf(one) === id);
  if (before === undefined || !isOpen(before)) return deliveries;
  const all = deliveries.all.map((one) => (one === before ? ended(before, settled) : one));
  return { all, refusals: refusalsAfter(deliveries, settled) };
}

function refusalsAfter({ refusals }: Deliveries, settled: Settled): Deliveries["refusals"] {
  const others = (channelId: string) => refusals.filter((one) => one.channelId !== channelId);
  if (settled.state === "sent") return others(settled.channelId);
  if (settled.state !== "failed" || settled.refusedBy === undefined) return refusals;
  return withRefusal({ all: [], refusals }, settled.refusedBy, settled.code).refusals;
}

/** The place refused; what becomes of the delivery is told apart. */
export function withRefusal(
  deliveries: Deliveries,
  { channelId, isGone }: Refusing,
  code: number,
): Deliveries {
  const times = isGone ? GIVEN_UP_AT : (refusalOf(deliveries, channelId)?.times ?? 0) + 1;
  const others = deliveries.refusals.filter((one) => one.channelId !== channelId);
  return { ...deliveries, refusals: [...others, { channelId, code, times }] };
}

/** So often a place may refuse a document, before it is neither asked nor looked at any more. */
const GIVEN_UP_AT = 3;

export type Refusal = Deliveries["refusals"][number];

/** Asking a place again that has refused would count against the bot: it is looked at first. */
export function refusalOf({ refusals }: Deliveries, channelId: string): Refusal | undefined {
  return refusals.find((one) => one.channelId === channelId);
}

/** It is gone, or refuses again and again though it looks as if it did not. */
export function isGivenUp({ times }: Refusal): boolean {
  return times >= GIVEN_UP_AT;
}

function ended(open: Planned | Claimed, settled: Settled): Delivery {
  switch (settled.state) {
    case "sent":
      return {
        ...bare(open),
        state: "sent",
        channelId: settled.channelId,
        messageId: settled.messageId,
        ...(settled.withoutFiles && { withoutFiles: true }),
      };
    case "done":
    case "expired":
      return { ...bare(open), state: settled.state };
    case "failed":
      return { ...bare(open), state: "failed", code: settled.code };
  }
}

function bare({ kind, about, at, until }: Delivery) {
  return { kind, about, at, until };
}

function replaced(deliveries: Deliveries, change: (one: Delivery) => Delivery): Deliveries {
  return { ...deliveries, all: deliveries.all.map(change) };
}
