import { takesMessages } from "../guilds/doctor.ts";
import type { GuildReader } from "../guilds/facts.ts";
import type { Mail, Sight } from "../reminders/mail.ts";
import type { Clock } from "../time/clock.ts";
import type { Timers } from "../time/timers.ts";

interface Needs {
  readonly facts: GuildReader["facts"];
  readonly clock: Clock;
  readonly timers: Timers;
}

/** What Discord refused to show counts against the bot, and is rarely asked for. */
const HIDDEN_MS = 60 * 60_000;
const PLACES_KEPT = 1_000;
/** Somebody's press may wait for it, and is answered within three seconds or not at all. */
const WITHIN_MS = 2_000;

/**
 * Whether the bot may write in a channel, told from what Discord shows of its rights. Many documents that wait for one
 * place look at it once.
 */
export function placeLook({ facts, clock, timers }: Needs): Mail["look"] {
  const looking = new Map<string, Promise<Sight>>();
  const hiddenUntil = new Map<string, number>();

  async function see(guildId: string, channelId: string): Promise<Sight> {
    try {
      const takes = takesMessages(await facts(guildId, [channelId]), channelId, clock.now());
      if (takes === undefined) return "hidden";
      return takes ? "open" : "shut";
    } catch (error) {
      return isRefusal(error) ? "hidden" : "unknown";
    }
  }

  async function soon(sight: Promise<Sight>): Promise<Sight> {
    const enough = Promise.withResolvers<Sight>();
    const stopWaiting = timers.after(WITHIN_MS, () => enough.resolve("unknown"));
    return await Promise.race([sight, enough.promise]).finally(stopWaiting);
  }

  return async (guildId, channelId) => {
    const place = `${guildId} ${channelId}`;
    if ((hiddenUntil.get(place) ?? 0) > timers.now()) return "hidden";
    const look = looking.get(place) ?? see(guildId, channelId).finally(() => looking.delete(place));
    looking.set(place, look);
    const sight = await soon(look);
    if (hiddenUntil.size >= PLACES_KEPT) hiddenUntil.clear();
    if (sight === "hidden") hiddenUntil.set(place, timers.now() + HIDDEN_MS);
    return sight;
  };
}

function isRefusal(error: unknown): boolean {
  const { status } = (error ?? {}) as { readonly status?: unknown };
  return status === 403 || status === 404;
}
