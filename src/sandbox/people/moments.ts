import type { Discord } from "../discord.ts";
import type { Channel, Message } from "../world/world.ts";
import { isSeenBy } from "./sight.ts";
import { mayView } from "./world-view.ts";

interface Moment {
  readonly at: number;
  /** In words, as "15 minutes before a time named in #runs". */
  readonly what: string;
}

const HOUR_MS = 3_600_000;
/** Reminders go out ahead of what they are about, mostly by as much as this. */
const LEADS = [
  { ms: 24 * HOUR_MS, words: "one day before " },
  { ms: 15 * 60_000, words: "15 minutes before " },
  { ms: 0, words: "" },
] as const;
/** The moment that was just turned to is not the next one. */
const AHEAD_MS = 1_000;
const TIMESTAMP = /<t:(\d{1,12})(?::[a-z])?>/gi;

/**
 * The next time at which something may happen: nobody can ask a bot for its plans, but messages name the times they
 * are about. Where none lies ahead it is the next full hour.
 */
export function nextMoment({ world, clock }: Discord, userId: string): Moment {
  const soonest = clock.now() + AHEAD_MS;
  let next: Moment | undefined;

  for (const channel of world.channels.values()) {
    if (!mayView(world, channel, userId)) continue;
    for (const at of timesIn(channel, userId)) {
      for (const { ms, words } of LEADS) {
        if (at - ms < soonest || (next && at - ms >= next.at)) continue;
        next = { at: at - ms, what: `${words}a time named ${nameOf(channel)}` };
      }
    }
  }
  return next ?? { at: Math.ceil(soonest / HOUR_MS) * HOUR_MS, what: "the next full hour" };
}

function* timesIn(channel: Channel, userId: string): Iterable<number> {
  for (const message of channel.messages.values()) {
    if (!isSeenBy(message, userId)) continue;
    for (const [, seconds] of textOf(message).matchAll(TIMESTAMP)) yield Number(seconds) * 1_000;
  }
}

function textOf({ json }: Message): string {
  const hasParts = (json.components?.length ?? 0) > 0 || json.embeds.length > 0;
  return hasParts ? json.content + JSON.stringify([json.components, json.embeds]) : json.content;
}

function nameOf({ recipientId, name }: Channel): string {
  return recipientId === undefined ? `in #${name}` : "in a direct message";
}
