import { takesMessages } from "../guilds/doctor.ts";
import type { GuildReader } from "../guilds/facts.ts";
import { HIDDEN_MS, type Mail, type Sight } from "../reminders/mail.ts";
import type { Clock } from "../time/clock.ts";
import type { Timers } from "../time/timers.ts";

interface Needs {
  readonly facts: GuildReader["facts"];
  readonly clock: Clock;
  readonly timers: Timers;
}

/** What was refused is asked for again so soon while something waits that will not help for long. */
const PRESSING_MS = 5 * 60_000;
const NOT_FOR_LONG_MS = 2 * HIDDEN_MS;
const PLACES_KEPT = 1_000;
/** Somebody's press may wait for it, and is answered within three seconds or not at all. */
const WITHIN_MS = 2_000;

/**
 * Whether the bot may write in a channel, told from what Discord shows of its rights. Many documents that wait for one
 * place look at it once.
 */
export function placeLook({ facts, clock, timers }: Needs): Mail["look"] {
  const looking = new Map<string, Promise<Sight>>();
  const refusedAt = new Map<string, number>();
  const toldAt = new Map<string, number>();

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

  function isRemembered(place: string, helpsForMs: number): boolean {
    const at = refusedAt.get(place);
    const forMs = helpsForMs < NOT_FOR_LONG_MS ? PRESSING_MS : HIDDEN_MS;
    return at !== undefined && timers.now() - at < forMs;
  }

  /** A document hears of it, and counts it, once in so long. */
  function newsTo(key: string, place: string): Sight {
    const now = timers.now();
    const last = toldAt.get(`${place} ${key}`);
    if (last !== undefined && now - last < HIDDEN_MS) return "still-hidden";
    if (toldAt.size >= PLACES_KEPT) toldAt.clear();
    toldAt.set(`${place} ${key}`, now);
    return "hidden";
  }

  return async (guildId, channelId, waiting) => {
    const place = `${guildId} ${channelId}`;
    if (isRemembered(place, waiting?.helpsForMs ?? Number.POSITIVE_INFINITY)) return "still-hidden";
    const look = looking.get(place) ?? see(guildId, channelId).finally(() => looking.delete(place));
    looking.set(place, look);
    const sight = await soon(look);
    if (sight === "open" || sight === "shut") refusedAt.delete(place);
    if (sight !== "hidden") return sight;
    if (refusedAt.size >= PLACES_KEPT) refusedAt.clear();
    refusedAt.set(place, timers.now());
    return waiting === undefined ? sight : newsTo(waiting.key, place);
  };
}

function isRefusal(error: unknown): boolean {
  const { status } = (error ?? {}) as { readonly status?: unknown };
  return status === 403 || status === 404;
}
