import { departureKey, departures, isToBePurged } from "../guilds/departure.ts";
import { guildRange } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";

/** Looks after what is kept for guilds that the bot has left. */
export interface Purge {
  /** The bot was removed; an outage is none of this one's business. */
  left(guildId: string): Promise<void>;
  came(guildId: string): Promise<void>;
  /** Over all guilds that something is kept for: finds those left unseen, and removes what has been kept long enough. */
  pass(): Promise<void>;
}

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  /** Every guild that the bot is in at this moment, also those that are away for a while. */
  guildIds(): Promise<ReadonlySet<string>>;
}

export function purge({ store, clock, guildIds }: Needs): Purge {
  let queue: Promise<unknown> = Promise.resolve();
  /** One after the other: a guild that is left and entered again is not to be found in between. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };

  async function mark(guildId: string): Promise<void> {
    if (await isKeptFor(guildId))
      await store.create(departureKey(guildId), departures, { leftAt: clock.now() });
  }

  async function isKeptFor(guildId: string): Promise<boolean> {
    for await (const _key of store.keys(guildRange(guildId))) return true;
    return false;
  }

  async function unmark(guildId: string): Promise<void> {
    const departure = await store.read(departureKey(guildId), departures);
    if (departure !== undefined) await store.remove(departureKey(guildId));
  }

  /** The mark goes last, so that a crash in between leaves the rest to the next pass. True when all is gone. */
  async function purgeWhenDue(guildId: string): Promise<boolean> {
    const departure = await store.read(departureKey(guildId), departures);
    if (departure === undefined || !isToBePurged(departure, clock.now())) return false;
    for await (const key of store.keys(guildRange(guildId)))
      if (key !== departureKey(guildId)) await store.remove(key);
    await store.remove(departureKey(guildId));
    return true;
  }

  return {
    left: (guildId) => inTurn(() => mark(guildId)),
    came: (guildId) => inTurn(() => unmark(guildId)),
    pass: () =>
      inTurn(async () => {
        const present = await guildIds();
        let isCompactDue = false;
        for await (const guildId of store.guildIds()) {
          if (present.has(guildId)) await unmark(guildId);
          else {
            await mark(guildId);
            isCompactDue = (await purgeWhenDue(guildId)) || isCompactDue;
          }
        }
        if (isCompactDue) await store.compact();
      }),
  };
}
