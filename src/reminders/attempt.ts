import { type Claimed, type Deliveries, idOf, owe, type Planned } from "./delivery.ts";
import { HIDDEN_MS, type Mail, type Message, type Trouble } from "./mail.ts";
import { markOf } from "./mark.ts";
import { marked } from "./marked.ts";
import {
  claim,
  isGivenUp,
  leaseLeftMs,
  type Refusal,
  refusalOf,
  release,
  type Settled,
  settle,
  withRefusal,
} from "./progress.ts";
import type { Letter, Owed, Source, Undelivered } from "./source.ts";

/** A document that owes something, and the ways to do something about it. */
export interface Desk<Document> {
  readonly source: Source<Document>;
  readonly owed: Owed<Document>;
  readonly mail: Mail;
  /** Names this process; no two ever share a name. */
  readonly by: string;
  /** The machine's time, epoch ms. */
  machineNow(): number;
  /** Changes the deliveries of the document as it is now, on disk. Resolves to them, as they then are. */
  change(rule: (deliveries: Deliveries) => Deliveries): Promise<Deliveries | undefined>;
}

export type Attempted =
  | { readonly outcome: "settled"; readonly settled: Settled; readonly wasFound: boolean }
  /** Not before this time; when none is named, after a pause that grows. */
  | { readonly outcome: "again"; readonly afterMs: number | undefined }
  /** Somebody else does it, or it is not wanted any more. */
  | { readonly outcome: "left" };

/**
 * Claim, send, settle; the process may end between any two of these. The claim is on disk before anything is sent,
 * and every attempt carries the same nonce.
 */
export async function attempt<Document>(
  desk: Desk<Document>,
  delivery: Planned | Claimed,
): Promise<Attempted> {
  if (delivery.state === "claimed") return takeUp(desk, delivery);
  const letter = await desk.source.compose(desk.owed);
  if (letter === "done") return end(desk, delivery, { state: "done" });
  if (letter === "nobody") return end(desk, delivery, { state: "expired" });

  const place = "channelId" in letter ? letter.channelId : await desk.mail.openDirect(letter.userId);
  if (typeof place !== "string" && place.outcome !== "open") return undelivered(desk, delivery, place);
  const channelId = await standingIn(desk, typeof place === "string" ? place : place.channelId);

  const refusal = refusalOf(desk.source.deliveriesOf(desk.owed.document), channelId);
  const hindered = refusal && (await hindrance(desk, delivery, refusal));
  if (hindered !== undefined) return hindered;
  const claimed = await claimIt(desk, delivery, channelId);
  if (claimed === undefined) return { outcome: "left" };

  const attempted = await post(desk, claimed, letter);
  if (attempted.outcome === "unsent") {
    await desk.change((deliveries) => release(deliveries, idOf(delivery), desk.by));
    return { outcome: "again", afterMs: attempted.afterMs };
  }
  return attempted;
}

/** The place itself, or the one that stands in for it since it was given up. */
async function standingIn<Document>({ source, owed }: Desk<Document>, channelId: string): Promise<string> {
  const refusal = refusalOf(source.deliveriesOf(owed.document), channelId);
  if (refusal === undefined || !isGivenUp(refusal)) return channelId;
  return (await source.elsewhere(owed, channelId)) ?? channelId;
}

/**
 * What comes of a delivery to a place that has refused before; `undefined` when it may be tried again. It waits for a
 * place that is hidden as long as it helps, and that counts against the place once for each delivery.
 */
async function hindrance<Document>(
  desk: Desk<Document>,
  delivery: Planned,
  refusal: Refusal,
): Promise<Attempted | undefined> {
  const { owed, mail, change } = desk;
  const { channelId, code } = refusal;
  if (isGivenUp(refusal)) return end(desk, delivery, { state: "failed", code });
  switch (
    await mail.look(owed.guildId, channelId, { key: owed.key, helpsForMs: delivery.until - owed.now })
  ) {
    case "open":
      return undefined;
    case "shut":
      return end(desk, delivery, { state: "failed", code });
    case "hidden":
      if (owed.now - delivery.at < HIDDEN_MS)
        await change((deliveries) => withRefusal(deliveries, { channelId, isGone: false }, code));
      return { outcome: "again", afterMs: undefined };
    case "still-hidden":
    case "unknown":
      return { outcome: "again", afterMs: undefined };
  }
}

/** So long Discord keeps a second message with one nonce apart for certain; "the past few minutes", it says. */
const NONCE_HOLDS_MS = 120_000;
/** How far Discord's clock and this machine's may differ, when a message is looked for. */
const CLOCKS_DIFFER_MS = 60_000;

/**
 * A claim over which somebody died, or heard no answer. While the nonce holds it is sent once more; later the message
 * is looked for first, and where it cannot be looked for it is left at that: a ping that comes twice is worse than
 * one that may be missing.
 */
async function takeUp<Document>(desk: Desk<Document>, delivery: Claimed): Promise<Attempted> {
  const leftMs = delivery.by === desk.by ? 0 : leaseLeftMs(delivery, desk.machineNow());
  if (leftMs > 0) return { outcome: "again", afterMs: leftMs };
  const claimed = await claimIt(desk, delivery, delivery.channelId);
  if (claimed === undefined) return { outcome: "left" };

  const isPast = claimed.until <= desk.owed.now;
  const ageMs = desk.machineNow() - claimed.firstClaimedAt;
  if (isPast || ageMs < 0 || ageMs >= NONCE_HOLDS_MS) {
    const { channelId, nonce, firstClaimedAt } = claimed;
    const since = Math.min(firstClaimedAt, claimed.at) - CLOCKS_DIFFER_MS;
    const looked = await desk.mail.find(channelId, nonce, since);
    if (looked.outcome === "found")
      return end(
        desk,
        claimed,
        { state: "sent", channelId, messageId: looked.messageId },
        { wasFound: true },
      );
    if (looked.outcome === "unreadable") return end(desk, claimed, { state: "failed", code: 0 });
    if (looked.outcome !== "absent") return undelivered(desk, claimed, looked);
  }

  const letter = isPast ? "nobody" : await desk.source.compose(desk.owed);
  if (letter === "nobody" || letter === "done") return end(desk, claimed, { state: "expired" });
  const attempted = await post(desk, claimed, letter);
  return attempted.outcome === "unsent" ? { outcome: "again", afterMs: attempted.afterMs } : attempted;
}

async function claimIt<Document>(
  { owed, by, machineNow, change }: Desk<Document>,
  delivery: Planned | Claimed,
  channelId: string,
): Promise<Claimed | undefined> {
  const mine = { by, channelId, nonce: markOf(owed.key, idOf(delivery)), at: machineNow() };
  let claimed: Claimed | undefined;
  await change((deliveries) => {
    const made = claim(deliveries, idOf(delivery), mine);
    claimed = made?.claimed;
    return made?.deliveries ?? deliveries;
  });
  return claimed;
}

interface Unsent {
  readonly outcome: "unsent";
  readonly afterMs: number;
}

/** Nothing is sent while the bot stops; whoever starts next goes on. */
const STOPPED_MS = 60_000;

async function post<Document>(
  desk: Desk<Document>,
  claimed: Claimed,
  { message, withoutFiles }: Letter,
): Promise<Attempted | Unsent> {
  const { channelId, nonce } = claimed;
  const send = (one: Message) =>
    desk.mail.send(
      channelId,
      findable(one, desk, claimed),
      nonce,
      desk.owed.lane,
      () => leaseLeftMs(claimed, desk.machineNow()) > 0,
    );
  const whole = await send(message);
  const isBare = whole.outcome === "forbidden" && withoutFiles !== undefined;
  const sending = isBare ? await send(withoutFiles) : whole;
  if (sending.outcome === "later") return { outcome: "unsent", afterMs: sending.afterMs };
  if (sending.outcome === "stopped") return { outcome: "unsent", afterMs: STOPPED_MS };
  return sending.outcome === "sent"
    ? end(desk, claimed, {
        state: "sent",
        channelId,
        messageId: sending.messageId,
        ...(isBare && { withoutFiles: true }),
      })
    : undelivered(desk, claimed, sending);
}

function findable<Document>(message: Message, { owed }: Desk<Document>, { kind, nonce }: Claimed): Message {
  const one = marked(message, nonce);
  if (one === undefined)
    throw new Error(`A ${kind} message of ${owed.key} has nothing to press, so it cannot be found again.`);
  return one;
}

async function undelivered<Document>(
  desk: Desk<Document>,
  delivery: Planned | Claimed,
  trouble: Trouble,
): Promise<Attempted> {
  const channelId = delivery.state === "claimed" ? delivery.channelId : undefined;
  switch (trouble.outcome) {
    case "later":
      return delivery.state === "planned" && desk.owed.now + trouble.afterMs >= delivery.until
        ? giveUp(desk, delivery, { why: "closed", channelId, code: 0 })
        : { outcome: "again", afterMs: trouble.afterMs };
    case "unreachable":
      return { outcome: "again", afterMs: undefined };
    case "stopped":
      return { outcome: "again", afterMs: STOPPED_MS };
    case "rejected":
      return end(desk, delivery, { state: "failed", code: trouble.code });
    default:
      return giveUp(desk, delivery, { why: trouble.outcome, channelId, code: trouble.code });
  }
}

/**
 * Ends a delivery that has no way to its reader, and owes what is to be said instead: in one change, so said once.
 * What belongs to a place that is gone is not lost when another stands in for it.
 */
async function giveUp<Document>(
  desk: Desk<Document>,
  delivery: Planned | Claimed,
  reason: Undelivered,
): Promise<Attempted> {
  const { source, owed } = desk;
  const { why, channelId, code } = reason;
  const refusals = source.deliveriesOf(owed.document).refusals;
  const isToldAlready = why !== "closed" && refusals.some((one) => one.channelId === channelId);
  const instead = isToldAlready ? undefined : await source.instead(owed, reason);
  const refusing =
    channelId === undefined || why === "closed" ? undefined : { channelId, isGone: why === "gone" };
  const settled: Settled = { state: "failed", code, ...(refusing && { refusedBy: refusing }) };
  const isToMove = refusing?.isGone && (await source.elsewhere(owed, refusing.channelId)) !== undefined;
  await desk.change((deliveries) => {
    const after = isToMove
      ? withRefusal(release(deliveries, idOf(delivery), desk.by), refusing, code)
      : settle(deliveries, idOf(delivery), settled);
    return instead === undefined || after === deliveries ? after : owe(after, instead);
  });
  return isToMove ? { outcome: "again", afterMs: 0 } : { outcome: "settled", settled, wasFound: false };
}

async function end<Document>(
  { change }: Desk<Document>,
  delivery: Planned | Claimed,
  settled: Settled,
  { wasFound } = { wasFound: false },
): Promise<Attempted> {
  await change((deliveries) => settle(deliveries, idOf(delivery), settled));
  return { outcome: "settled", settled, wasFound };
}
