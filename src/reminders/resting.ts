import { type Deliveries, type Delivery, idOf, isOpen } from "./delivery.ts";

/**
 * Deliveries that were put away and come back: what was on its way or due by now is over, and what `present` knows the
 * end of keeps that end. What is still to come is left out: the rule of the document plans it anew.
 */
export function resting(away: Deliveries, present: Deliveries | undefined, now: number): Deliveries {
  const ended = new Map((present?.all ?? []).filter((one) => !isOpen(one)).map((one) => [idOf(one), one]));
  const back = (one: Delivery): readonly Delivery[] => {
    if (!isOpen(one)) return [one];
    const known = ended.get(idOf(one));
    if (known !== undefined) return [known];
    return one.state === "planned" && one.at > now ? [] : [over(one)];
  };
  return { all: away.all.flatMap(back), refusals: away.refusals };
}

/** The same without messages of a kind that went into channels which are not here. */
export function withoutSent(
  { all, refusals }: Deliveries,
  kind: string,
  isHere: (channelId: string) => boolean,
): Deliveries {
  const isElsewhere = (one: Delivery) => one.kind === kind && one.state === "sent" && !isHere(one.channelId);
  return { all: all.map((one) => (isElsewhere(one) ? over(one) : one)), refusals };
}

function over({ kind, about, at, until }: Delivery): Delivery {
  return { kind, about, at, until, state: "expired" };
}
