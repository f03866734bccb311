import { z } from "zod";

/** Something that is to be told at an instant. Which one it is never depends on when it is looked at. */
const occurrence = z.object({
  /** `before-start`, `promoted`: what the text is made for. */
  kind: z.string().min(1),
  /** Tells occurrences of one kind and instant apart: a lead time, a member. */
  about: z.string(),
  /** Epoch ms at which it is to be told, never earlier. */
  at: z.number().int(),
  /** Epoch ms from which on it helps nobody any more. */
  until: z.number().int(),
});
export type Occurrence = Readonly<z.infer<typeof occurrence>>;

const planned = occurrence.extend({ state: z.literal("planned") });
/** Somebody is about to send it, or died over it: whether it was sent is not known. */
const claimed = occurrence.extend({
  state: z.literal("claimed"),
  by: z.string(),
  channelId: z.string(),
  nonce: z.string().max(25),
  /** Both are the machine's time: domain time may be turned. */
  firstClaimedAt: z.number(),
  claimedAt: z.number(),
});
const sent = occurrence.extend({
  state: z.literal("sent"),
  channelId: z.string(),
  messageId: z.string(),
  /** Its files were refused, and it went without them. */
  withoutFiles: z.literal(true).optional(),
});
/** Dropped: it would not have helped any more, or a later one of its kind says more. */
const expired = occurrence.extend({ state: z.literal("expired") });
/** There was something to do, and nothing to send. */
const done = occurrence.extend({ state: z.literal("done") });
/** Discord refused it with this code. */
const failed = occurrence.extend({ state: z.literal("failed"), code: z.number() });

const delivery = z.discriminatedUnion("state", [planned, claimed, sent, done, expired, failed]).readonly();
export type Delivery = z.infer<typeof delivery>;
export type Planned = Extract<Delivery, { state: "planned" }>;
export type Claimed = Extract<Delivery, { state: "claimed" }>;

const refusal = z.object({ channelId: z.string(), code: z.number(), times: z.number().int() }).readonly();

/** What a document owes to its readers, and what became of it. It is part of that document: both change together. */
export const deliveriesSchema = z
  .object({ all: z.array(delivery).readonly(), refusals: z.array(refusal).readonly() })
  .readonly();
export type Deliveries = z.infer<typeof deliveriesSchema>;

export const noDeliveries: Deliveries = { all: [], refusals: [] };

/** Settled deliveries are kept so that nothing is told again; the oldest of very many are forgotten. */
const OVER_KEPT = 60;
/** Of those that would still help, more: what they told of may be planned anew for a later time. */
const CURRENT_KEPT = 600;

/**
 * These are all the occurrences of a kind from now on. One that is already known stays what it is; one that is not
 * wanted any more is forgotten, unless it is on its way; one that would lie in the past was missed by nobody.
 */
export function plan(
  deliveries: Deliveries,
  kind: string,
  occurrences: readonly Omit<Occurrence, "kind">[],
  now: number,
): Deliveries {
  const wanted = occurrences.map((one) => ({ ...one, kind }));
  if (isPlanned(deliveries, kind, wanted, now)) return deliveries;
  const wantedIds = new Set(wanted.map(idOf));
  const kept = deliveries.all.filter(
    (one) => one.kind !== kind || one.state !== "planned" || wantedIds.has(idOf(one)),
  );
  const fresh = wanted.filter((one) => one.at > now);
  const isSame = kept.length === deliveries.all.length;
  return added(isSame ? deliveries : { ...deliveries, all: kept }, fresh, now);
}

/** True when planning would change nothing, which it mostly does not. */
function isPlanned({ all }: Deliveries, kind: string, wanted: readonly Occurrence[], now: number): boolean {
  const ofKind = all.filter((one) => one.kind === kind);
  const byInstant = Map.groupBy(ofKind, ({ at }) => at);
  const known = wanted.map(({ at, about }) => byInstant.get(at)?.find((one) => one.about === about));
  const countPlanned = (some: readonly (Delivery | undefined)[]) =>
    some.filter((one) => one?.state === "planned").length;
  return (
    wanted.every(({ at }, index) => at <= now || known[index] !== undefined) &&
    countPlanned(known) === countPlanned(ofKind)
  );
}

/** One more to be told, even if its time is now: what somebody just did has to be told to another. */
export function owe(deliveries: Deliveries, occurrence: Occurrence): Deliveries {
  return added(deliveries, [occurrence], occurrence.at);
}

/** One that is still planned comes later, as long as it helps then; it is told no more otherwise. */
export function putOff(deliveries: Deliveries, late: Occurrence, at: number): Deliveries {
  const id = idOf(late);
  const all = deliveries.all.map((one) =>
    one.state === "planned" && idOf(one) === id && at < one.until ? { ...one, at } : one,
  );
  return { ...deliveries, all };
}

function added(deliveries: Deliveries, occurrences: readonly Occurrence[], now: number): Deliveries {
  const known = new Set(deliveries.all.map(idOf));
  const fresh = occurrences.filter((one) => !known.has(idOf(one)));
  if (fresh.length === 0) return deliveries;
  const all = [...deliveries.all, ...fresh.map((one) => ({ ...one, state: "planned" as const }))];
  const settled = all.filter((one) => !isOpen(one));
  const forgotten = new Set<Delivery>([
    ...settled.filter(({ until }) => until <= now).slice(0, -OVER_KEPT),
    ...settled.filter(({ until }) => until > now).slice(0, -CURRENT_KEPT),
  ]);
  return { ...deliveries, all: all.filter((one) => !forgotten.has(one)) };
}

/** Names an occurrence within its document. */
export function idOf({ kind, about, at }: Occurrence): string {
  return `${kind}.${about}@${at}`;
}

export function isOpen(one: Delivery): one is Planned | Claimed {
  return one.state === "planned" || one.state === "claimed";
}
